import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MailboxAccess } from '~/domain/mailbox-access/non-owner-access';
import { counted, plural } from '~/lib/words';

const useStyles = makeStyles({
  notes: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

export interface ReportNotesProps {
  readonly report: readonly MailboxAccess[];
  /** Where it comes from. */
  readonly children: ReactNode;
}

/** What the figures count, and what no report can tell. */
export function ReportNotes({ report, children }: ReportNotesProps) {
  const styles = useStyles();
  const repeated = report.reduce((sum, { records, accesses }) => sum + records - accesses, 0);
  return (
    <div className={styles.notes}>
      {children}
      {repeated > 0 && (
        <span>
          {counted(repeated, 'opening')} of a folder by the same delegate within 24 hours {plural(repeated, 'is', 'are')} not
          counted again.
        </span>
      )}
      <span>Accounts with an audit bypass leave no trace.</span>
    </div>
  );
}
