import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { Controller, useFormContext } from 'react-hook-form';
import { type SearchWay, searchWays } from '~/domain/mailbox-log/mailbox-search';
import type { MailboxSearchForm } from './mailbox-search-form';

const useStyles = makeStyles({
  group: {
    gridColumn: '1 / -1',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  way: {
    alignItems: 'start',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalXS,
  },
  about: { display: 'block', color: tokens.colorNeutralForeground2 },
});

const ways: Readonly<Record<SearchWay, { readonly label: string; readonly about: string }>> = {
  now: { label: 'Now', about: 'One mailbox, answered at once (Search-MailboxAuditLog).' },
  background: {
    label: 'In the background',
    about: 'One mailbox, many or all; takes up to a day and is listed meanwhile (New-MailboxAuditLogSearch).',
  },
};

/** Which of the two cmdlets searches. */
export function WayField() {
  const styles = useStyles();
  const { control } = useFormContext<MailboxSearchForm>();
  return (
    <Controller
      control={control}
      name="way"
      render={({ field }) => (
        <RadioGroup
          className={styles.group}
          aria-label="When to search"
          value={field.value}
          onChange={(_, { value }) => field.onChange(value)}
        >
          {searchWays.map((way) => (
            <Radio
              key={way}
              className={styles.way}
              value={way}
              label={
                <>
                  {ways[way].label}
                  <span className={styles.about}>{ways[way].about}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      )}
    />
  );
}
