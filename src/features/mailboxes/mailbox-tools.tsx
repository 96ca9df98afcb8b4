import { makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { useMemo } from 'react';
import { type Edition, editionNames, editions } from '~/domain/mailbox-auditing/mailbox-actions';
import type { MailboxAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import { formatNumber } from '~/lib/words';
import { FilterBox } from '~/ui/filter-box';
import { type AuditingContext, filterNames, passesFilter } from './mailbox-filters';
import { type MailboxesParams, mailboxFilters } from './mailboxes-params';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  filter: { minWidth: 'auto', fontVariantNumeric: 'tabular-nums' },
  box: { flex: '1 1 200px', maxWidth: '360px' },
  edition: { minWidth: '220px' },
});

export interface MailboxToolsProps {
  readonly params: MailboxesParams;
  onParams(change: Partial<MailboxesParams>): void;
  /** None before they are read. */
  readonly mailboxes: readonly MailboxAuditing[];
  readonly context: AuditingContext;
}

/** Which edition, and which of the mailboxes. */
export function MailboxTools({ params, onParams, mailboxes, context }: MailboxToolsProps) {
  const styles = useStyles();
  const counts = useMemo(
    () => mailboxFilters.map((filter) => mailboxes.filter((mailbox) => passesFilter(mailbox, filter, context)).length),
    [mailboxes, context],
  );
  const number = (value: number | undefined) => formatNumber(value ?? 0);
  return (
    <>
      <div className={styles.line}>
        <EditionSelect edition={params.edition} onEdition={(edition) => onParams({ edition })} />
        <ToggleButton
          icon={<TableRegular />}
          checked={params.actions}
          onClick={() => onParams({ actions: !params.actions, mailbox: undefined })}
        >
          Action table
        </ToggleButton>
        <FilterBox
          className={styles.box}
          label="Find a mailbox"
          placeholder="Name or address"
          text={params.text}
          onText={(text) => onParams({ text })}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in the way */}
      <div role="group" aria-label="Filters" className={styles.filters}>
        {(['', ...mailboxFilters] as const).map((filter, at) => (
          <ToggleButton
            key={filter}
            className={styles.filter}
            size="small"
            shape="circular"
            checked={params.filter === filter}
            onClick={() => onParams({ filter })}
          >
            {filter === '' ? `All mailboxes ${number(mailboxes.length)}` : `${filterNames[filter]} ${number(counts[at - 1])}`}
          </ToggleButton>
        ))}
      </div>
    </>
  );
}

export interface EditionSelectProps {
  readonly edition: Edition;
  onEdition(edition: Edition): void;
}

export function EditionSelect({ edition, onEdition }: EditionSelectProps) {
  const styles = useStyles();
  return (
    <Select
      className={styles.edition}
      aria-label="Edition"
      value={edition}
      onChange={(_, { value }) => {
        const chosen = editions.find((each) => each === value);
        if (chosen) onEdition(chosen);
      }}
    >
      {editions.map((each) => (
        <option key={each} value={each}>
          {editionNames[each]}
        </option>
      ))}
    </Select>
  );
}
