import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RecordSet } from '~/engine/record-set';
import { counted } from '~/lib/words';
import { coverageWords } from '~/records/coverage-words';
import { useSetState } from '~/records/use-set-state';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

export interface AuditSourceProps {
  readonly set: RecordSet;
  readonly source: ReactNode;
  /** Where the records themselves can be seen. */
  readonly link: ReactNode;
}

/** Which records a list was made from, and whether all of them are here. */
export function AuditSource({ set, source, link }: AuditSourceProps) {
  const styles = useStyles();
  const { records, coverage } = useSetState(set);
  return (
    <div className={styles.line}>
      <span>
        Made from {counted(records, 'record')} · {coverageWords[coverage]}
      </span>
      <span>Source: {source}</span>
      {link}
      <span>Messages nobody came to the portal for are not listed.</span>
    </div>
  );
}
