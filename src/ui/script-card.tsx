import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { CopyButton } from './copy-button';

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflow: 'hidden',
    minWidth: 0,
    breakInside: 'avoid',
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  copy: { flexShrink: 0, '@media print': { display: 'none' } },
  script: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    maxHeight: '360px',
    overflow: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media print': { maxHeight: 'none', overflow: 'visible' },
  },
});

export interface ScriptCardProps {
  /** What the script does; also names the copy button. */
  readonly label: string;
  readonly script: string;
}

/** PowerShell to take along: one can read, select and copy all of it. Long lines wrap, which does not change what they do. */
export function ScriptCard({ label, script }: ScriptCardProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.bar}>
        <span id={id}>{label}</span>
        <span className={styles.copy}>
          <CopyButton label={label} text={script} />
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a script that scrolls has to be reachable by keyboard */}
      <pre className={styles.script} tabIndex={0}>
        {script}
      </pre>
    </section>
  );
}
