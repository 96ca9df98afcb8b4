import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RecordSet } from '~/engine/record-set';
import { counted, formatNumber } from '~/lib/words';
import { coverageWords } from '~/records/coverage-words';
import { useSetState } from '~/records/use-set-state';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

export interface AccessSourceProps {
  readonly set: RecordSet;
  readonly source: ReactNode;
  /** Where the records themselves can be seen. */
  readonly link: ReactNode;
  /** Older records that may tell of changes. */
  readonly unread: number;
}

/** Which records the changes were found in, and whether all of them are here. */
export function AccessSource({ set, source, link, unread }: AccessSourceProps) {
  const styles = useStyles();
  const { records, coverage } = useSetState(set);
  return (
    <div className={styles.line}>
      <span>
        Found in {counted(records, 'record')} · {coverageWords[coverage]}
      </span>
      {unread > 0 && <span>{formatNumber(unread)} older changes were not read: search for a shorter time.</span>}
      <span>Source: {source}</span>
      {link}
    </div>
  );
}
