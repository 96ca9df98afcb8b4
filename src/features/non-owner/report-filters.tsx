import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { accessTypes } from '~/domain/mailbox-access/mailbox-access-params';
import type { MailboxAccess } from '~/domain/mailbox-access/non-owner-access';
import { useIsFolded } from '~/ui/report-page';
import { TokenPicker } from '~/ui/token-picker/token-picker';
import { accessWords } from './access-words';
import type { NonOwnerParams } from './non-owner-params';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 320px) minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'start',
    maxWidth: '960px',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'none' },
  },
  select: { minWidth: 0 },
});

type Criteria = Pick<NonOwnerParams, 'access' | 'mailboxes'>;

export interface ReportFiltersProps {
  readonly criteria: Criteria;
  onCriteria(change: Partial<Criteria>): void;
  /** All there are to pick from. */
  readonly report: readonly MailboxAccess[];
}

/** Narrows the report down, over the records that are there. */
export function ReportFilters({ criteria: { access, mailboxes }, onCriteria, report }: ReportFiltersProps) {
  const styles = useStyles();
  const options = useMemo(() => report.map(({ mailbox }) => ({ value: mailbox, label: mailbox })), [report]);
  if (useIsFolded()) return null;
  return (
    <search className={styles.fields} aria-label="Narrow down the report">
      <Field label="Type of access" hint={accessWords[access].hint}>
        <Select
          className={styles.select}
          value={access}
          onChange={(_, { value }) => onCriteria({ access: accessTypes.find((type) => type === value) ?? 'all' })}
        >
          {accessTypes.map((type) => (
            <option key={type} value={type}>
              {accessWords[type].label}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Mailboxes" hint="Addresses or parts of them, also a pasted list. All when empty.">
        {(field) => (
          <TokenPicker
            {...field}
            label="Mailboxes"
            acceptsOthers
            values={mailboxes}
            options={options}
            onChange={(next) => onCriteria({ mailboxes: next })}
          />
        )}
      </Field>
    </search>
  );
}
