import { useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { describeError } from '~/domain/errors/describe-error';
import { mailboxAccessQuery } from '~/domain/mailbox-access/mailbox-access-query';
import type { AuditQuery } from '~/domain/query/audit-query';
import { checkQuery } from '~/domain/query/check-query';
import { type DateRange, defaultRange, rangeEnding, rangeOf } from '~/lib/date-range';
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
  const asked = useMemo(() => query && datesOf(query), [query]);
  const form = useForm<DateRange>({
    defaultValues: asked ?? rangeEnding(defaultRange, Date.now()),
    ...(asked && { values: asked }),
  });
  return (
    <FormProvider {...form}>
      <DateRangeForm
        label="Search for access to mailboxes"
        issuesOf={({ start, end }) => checkQuery(mailboxAccessQuery(start, end), { now: Date.now(), retentionDays })}
        onFix={({ apply }) => {
          const { start, end } = form.getValues();
          const fixed = apply(mailboxAccessQuery(start, end));
          form.reset({ range: undefined, start: fixed.start, end: fixed.end });
        }}
        isSending={isSending}
        failure={error && <Failure {...describeError(error)} />}
        onSearch={(dates) => onSearch(mailboxAccessQuery(dates.start, dates.end))}
      />
    </FormProvider>
  );
}

function datesOf({ start, end }: AuditQuery): DateRange {
  return { range: rangeOf(start, end, Date.now()), start, end };
}
