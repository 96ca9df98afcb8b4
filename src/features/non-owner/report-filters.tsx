import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { type AccessType, accessTypes } from '~/domain/mailbox-access/mailbox-access-params';
import type { MailboxAccess } from '~/domain/mailbox-access/non-owner-access';
import { TokenPicker } from '~/ui/token-picker/token-picker';
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

const labels: Readonly<Record<AccessType, string>> = {
  all: 'All non-owners',
  external: 'External users',
  adminsAndDelegates: 'Administrators and delegated users',
  admins: 'Administrators',
};

/** A hint says whom a type of access includes that its label does not name. */
const hints: Readonly<Record<AccessType, string>> = {
  all: 'Everybody but the owner, also by logon types nobody documents.',
  external: 'Administrators of Microsoft’s datacenters.',
  adminsAndDelegates: 'An administrator who opens a mailbox with Full Access counts as a delegate.',
  admins: 'Only by eDiscovery or the MAPI editor. An administrator with Full Access counts as a delegate.',
};

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
  return (
    <search className={styles.fields} aria-label="Narrow down the report">
      <Field label="Type of access" hint={hints[access]}>
        <Select
          className={styles.select}
          value={access}
          onChange={(_, { value }) => onCriteria({ access: accessTypes.find((type) => type === value) ?? 'all' })}
        >
          {accessTypes.map((type) => (
            <option key={type} value={type}>
              {labels[type]}
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
