import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { ArrowCollapseAllRegular } from '@fluentui/react-icons/svg/arrow-collapse-all';
import { ArrowExpandAllRegular } from '@fluentui/react-icons/svg/arrow-expand-all';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatJson } from '~/lib/format-json';
import { CopyButton } from './copy-button';
import { createJsonEditor, type JsonEditor } from './json-editor';

const useStyles = makeStyles({
  viewer: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '200px', gap: tokens.spacingVerticalXS },
  toolbar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  host: {
    flexGrow: 1,
    flexBasis: 0,
    minHeight: '160px',
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export interface JsonViewerProps {
  /** Shown and copied as it is when the reader asks for it as received. */
  readonly text: string;
  /** What the text is, as in `Copy <label>`. */
  readonly label: string;
}

/** JSON to be read: formatted, folded and searched, or byte for byte as it came. Text that is no JSON is shown as it is. */
export function JsonViewer({ text, label }: JsonViewerProps) {
  const styles = useStyles();
  const formatted = useMemo(() => formatJson(text), [text]);
  const [asReceived, setAsReceived] = useState(false);
  const isBroken = formatted.kind === 'broken';
  const shown = formatted.kind === 'broken' || asReceived ? text : formatted.text;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<JsonEditor>(undefined);

  useLayoutEffect(() => {
    if (!host.current) return;
    const created = createJsonEditor(host.current);
    editor.current = created;
    return () => created.dispose();
  }, []);
  useEffect(() => {
    editor.current?.show(shown, label, formatted.kind === 'broken' ? formatted : undefined);
  }, [shown, label, formatted]);

  return (
    <div className={styles.viewer}>
      <div className={styles.toolbar}>
        <Button size="small" appearance="subtle" icon={<SearchRegular />} onClick={() => editor.current?.search()}>
          Search
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowCollapseAllRegular />}
          disabled={isBroken}
          onClick={() => editor.current?.foldAll()}
        >
          Fold all
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowExpandAllRegular />}
          disabled={isBroken}
          onClick={() => editor.current?.unfoldAll()}
        >
          Unfold all
        </Button>
        <CopyButton label="the text shown" text={shown} />
        <Switch
          label="As received"
          checked={isBroken || asReceived}
          disabled={isBroken}
          onChange={(_, { checked }) => setAsReceived(checked)}
        />
      </div>
      {formatted.kind === 'broken' && (
        <p className={styles.note} role="note">
          {text.trim() === ''
            ? 'There is no text here.'
            : `This is not valid JSON: it breaks at line ${formatted.line}, column ${formatted.column}. It is shown as it was received.`}
        </p>
      )}
      <div ref={host} className={styles.host} />
    </div>
  );
}
