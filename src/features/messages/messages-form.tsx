import { Button, Checkbox, Field, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { Controller, useForm } from 'react-hook-form';
import type { AuditQuery } from '~/domain/audit-query';
import { checkQuery } from '~/domain/check-query';
import { describeError } from '~/domain/describe-error';
import { isSendIncluded, messagesQuery } from '~/domain/encrypted-messages';
import { type DateRange, rangeEnding } from '~/lib/date-range';
import { zoneName } from '~/lib/time';
import { DateTimeInput } from '~/ui/date-time-input';
import { Failure } from '~/ui/failure';
import { RangeChips } from '~/ui/range-chips';
import { useTimeZone } from '~/ui/time-zone';
import { useShortcut } from '~/ui/use-shortcut';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    '@media print': { display: 'none' },
  },
  chips: { flex: '1 1 100%' },
  date: { flex: '0 1 220px', minWidth: '190px', '@media (max-width: 640px)': { flexBasis: '100%' } },
  rest: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    // Level with the boxes beside it, below their labels.
    '@media (min-width: 641px)': { paddingBlockStart: '24px' },
  },
  failure: { flex: '1 1 100%' },
});

interface Form extends DateRange {
  readonly sends: boolean;
}

export interface MessagesFormProps {
  /** The search that is shown; the form starts from its dates. */
  readonly query: AuditQuery | undefined;
  readonly retentionDays: number;
  readonly isSending: boolean;
  readonly error: Error | null;
  onSearch(query: AuditQuery): void;
}

/** What is asked of the service: a range of time. Everything else narrows down what it answers. */
export function MessagesForm({ query, retentionDays, isSending, error, onSearch }: MessagesFormProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const form = useForm<Form>({
    defaultValues: { ...rangeEnding('30d', Date.now()), sends: true },
    ...(query && { values: { range: undefined, start: query.start, end: query.end, sends: isSendIncluded(query) } }),
  });
  const { range, start, end, sends } = form.watch();
  const issues = checkQuery(messagesQuery(start, end, sends), { now: Date.now(), retentionDays });
  const submit = form.handleSubmit((asked) => {
    if (issues.some(({ severity }) => severity === 'error')) {
      form.setFocus(issues.find(({ severity }) => severity === 'error')?.field === 'start' ? 'start' : 'end');
      return;
    }
    // A range that ends now ends now, not when the page was opened.
    const dates = asked.range ? rangeEnding(asked.range, Date.now()) : asked;
    onSearch(messagesQuery(dates.start, dates.end, asked.sends));
  });
  useShortcut({ keys: 'Ctrl+Enter', label: 'Search' }, () => void submit());
  return (
    <form className={styles.form} aria-label="Search for encrypted messages" noValidate onSubmit={submit}>
      <div className={styles.chips}>
        <RangeChips range={range} onRange={(next) => form.reset({ ...form.getValues(), ...next })} />
      </div>
      {(['start', 'end'] as const).map((name) => {
        const issue = issues.find(({ field }) => field === name);
        return (
          <Field
            key={name}
            className={styles.date}
            label={`${name === 'start' ? 'Start' : 'End'} (${zoneName(zone)})`}
            validationState={issue ? (issue.severity === 'error' ? 'error' : 'warning') : 'none'}
            validationMessage={issue?.message}
          >
            {(fieldProps) => (
              <Controller
                control={form.control}
                name={name}
                render={({ field }) => (
                  <DateTimeInput
                    {...fieldProps}
                    ref={field.ref}
                    zone={zone}
                    value={field.value}
                    onBlur={field.onBlur}
                    onChange={(value) => {
                      form.setValue('range', undefined);
                      field.onChange(value);
                    }}
                  />
                )}
              />
            )}
          </Field>
        );
      })}
      <div className={styles.rest}>
        <Button type="submit" appearance="primary" icon={<SearchRegular />} disabledFocusable={isSending} title="Ctrl+Enter">
          {isSending ? 'Starting…' : 'Search'}
        </Button>
        <Controller
          control={form.control}
          name="sends"
          render={({ field }) => (
            <Checkbox
              ref={field.ref}
              checked={field.value}
              label="With the send records: when each was sent, and to whom"
              onChange={(_, { checked }) => field.onChange(checked === true)}
            />
          )}
        />
      </div>
      {error && (
        <div className={styles.failure}>
          <Failure {...describeError(error)} />
        </div>
      )}
    </form>
  );
}
