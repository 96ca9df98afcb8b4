import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Ref } from 'react';
import { displayText } from '~/domain/catalogue/display';
import type { RecordKey } from '~/domain/record/record-key';
import type { Row } from '~/engine/record-set';
import { gapWords } from '~/lib/gap-words';
import { formatTime, type TimeZone } from '~/lib/time';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  gap: {
    display: 'block',
    paddingInlineStart: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  record: {
    display: 'grid',
    gap: '2px',
    width: '100%',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderTop: 'none',
    borderRight: 'none',
    borderBottom: 'none',
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: { borderLeftColor: tokens.colorBrandStroke1, backgroundColor: tokens.colorNeutralBackground1Selected },
  top: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  time: { fontVariantNumeric: 'tabular-nums' },
  activity: { fontWeight: tokens.fontWeightSemibold },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface TiedListProps {
  readonly label: string;
  /** In the order of time. */
  readonly rows: readonly Row[];
  readonly open: RecordKey;
  readonly zone: TimeZone;
  onOpen(key: RecordKey): void;
  /** Of the open record, for whoever leads there. */
  readonly openButton: Ref<HTMLButtonElement>;
}

/** Records one after the other, and how long it took from each to the next. */
export function TiedList({ label, rows, open, zone, onOpen, openButton }: TiedListProps) {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={label}>
      {rows.map(({ key, time, values }, index) => {
        const before = rows[index - 1];
        const facts = [values.item, values.ip, values.result].filter((text) => text);
        return (
          <li key={key}>
            {before && <span className={styles.gap}>{gapWords(time - before.time)}</span>}
            <button
              type="button"
              ref={key === open ? openButton : undefined}
              className={mergeClasses(styles.record, key === open && styles.open)}
              aria-current={key === open}
              onClick={() => onOpen(key)}
            >
              <span className={styles.top}>
                <span className={styles.time}>{formatTime(time, zone)}</span>
                <span className={styles.activity}>
                  <VisibleText text={displayText('operation', values.operation ?? '') || 'Unknown activity'} />
                </span>
                {key === open && <span>(open)</span>}
              </span>
              {facts.length > 0 && (
                <span className={styles.facts}>
                  <VisibleText text={facts.join(' · ')} />
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
