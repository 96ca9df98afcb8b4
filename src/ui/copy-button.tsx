import { Button, makeStyles, Tooltip } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { type ReactElement, useState } from 'react';
import { useCommand } from './use-command';
import { copyWords, useCopy } from './use-copy';

const useStyles = makeStyles({
  announcement: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export interface CopyButtonProps {
  /** What the button is named after: `Copy <label>`. */
  readonly label: string;
  /** Given as a function where making the text costs something. */
  readonly text: string | (() => string);
  readonly icon?: ReactElement;
  /** Shows the name beside the icon. */
  readonly showLabel?: boolean;
  readonly appearance?: 'subtle' | 'secondary';
  readonly size?: 'small' | 'medium';
  /** A key that copies, wherever the focus is. */
  readonly shortcut?: string;
}

/** Says "Copied" where one looks and to screen readers, and says so too when the browser refuses. */
export function CopyButton({
  label,
  text,
  icon = <CopyRegular />,
  showLabel = false,
  appearance = 'subtle',
  size = 'small',
  shortcut,
}: CopyButtonProps) {
  const styles = useStyles();
  const [state, copy] = useCopy();
  const [isPointedAt, setPointedAt] = useState(false);
  const name = `Copy ${label}`;
  const outcome = copyWords(state);
  const run = () => void copy(typeof text === 'string' ? text : text());
  return (
    <>
      {shortcut && <CopyShortcut keys={shortcut} label={name} onCopy={run} />}
      <Tooltip
        content={outcome || (shortcut ? `${name} (${shortcut.toUpperCase()})` : name)}
        relationship={showLabel ? 'inaccessible' : 'label'}
        visible={isPointedAt || outcome !== ''}
        onVisibleChange={(_, { visible }) => setPointedAt(visible)}
      >
        <Button
          appearance={appearance}
          size={size}
          aria-label={name}
          icon={state === 'copied' ? <CheckmarkRegular /> : icon}
          aria-keyshortcuts={shortcut}
          onClick={run}
        >
          {showLabel ? name : undefined}
        </Button>
      </Tooltip>
      <span className={styles.announcement} role="status">
        {outcome}
      </span>
    </>
  );
}

function CopyShortcut({ keys, label, onCopy }: { readonly keys: string; readonly label: string; readonly onCopy: () => void }) {
  useCommand({ keys, label }, onCopy);
  return null;
}
