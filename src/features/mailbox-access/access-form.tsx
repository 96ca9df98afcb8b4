import { FormProvider, useForm } from 'react-hook-form';
import type { AuditQuery } from '~/domain/audit-query';
import { checkQuery } from '~/domain/check-query';
import { describeError } from '~/domain/describe-error';
import { mailboxAccessQuery } from '~/domain/mailbox-access-query';
import { type DateRange, rangeEnding } from '~/lib/date-range';
import { DateRangeForm } from '~/ui/date-range-form';
import { Failure } from '~/ui/failure';

export interface AccessFormProps {
  /** The search that is shown; the form starts from its dates. */
  readonly query: AuditQuery | undefined;
  readonly retentionDays: number;
  readonly isSending: boolean;
  readonly error: Error | null;
  onSearch(query: AuditQuery): void;
}

/** What is asked of the service: a range of time. */
export function AccessForm({ query, retentionDays, isSending, error, onSearch }: AccessFormProps) {
  const form = useForm<DateRange>({
    defaultValues: rangeEnding('90d', Date.now()),
    ...(query && { values: { range: undefined, start: query.start, end: query.end } }),
  });
  const { start, end } = form.watch();
  const asked = mailboxAccessQuery(start, end);
  return (
    <FormProvider {...form}>
      <DateRangeForm
        label="Search for access to mailboxes"
        issues={checkQuery(asked, { now: Date.now(), retentionDays })}
        onFix={({ apply }) => {
          const fixed = apply(asked);
          form.reset({ range: undefined, start: fixed.start, end: fixed.end });
        }}
        isSending={isSending}
        failure={error && <Failure {...describeError(error)} />}
        onSearch={(dates) => onSearch(mailboxAccessQuery(dates.start, dates.end))}
      />
    </FormProvider>
  );
}
