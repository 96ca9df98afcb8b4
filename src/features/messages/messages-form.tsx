import { Checkbox } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Controller, FormProvider, useForm } from 'react-hook-form';
import { describeError } from '~/domain/errors/describe-error';
import { isSendIncluded, messagesQuery } from '~/domain/messages/encrypted-messages';
import type { AuditQuery } from '~/domain/query/audit-query';
import { checkQuery } from '~/domain/query/check-query';
import { type DateRange, defaultRange, rangeEnding, rangeOf } from '~/lib/date-range';
import { DateRangeForm } from '~/ui/date-range-form';
import { Failure } from '~/ui/failure';

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
  const asked = useMemo(() => query && formOf(query), [query]);
  const form = useForm<Form>({
    defaultValues: asked ?? { ...rangeEnding(defaultRange, Date.now()), sends: true },
    ...(asked && { values: asked }),
  });
  const sends = form.watch('sends');
  return (
    <FormProvider {...form}>
      <DateRangeForm
        label="Search for encrypted messages"
        issuesOf={({ start, end }) => checkQuery(messagesQuery(start, end, sends), { now: Date.now(), retentionDays })}
        onFix={({ apply }) => {
          const { start, end } = form.getValues();
          const fixed = apply(messagesQuery(start, end, sends));
          form.reset({ range: undefined, start: fixed.start, end: fixed.end, sends });
        }}
        isSending={isSending}
        failure={error && <Failure {...describeError(error)} />}
        onSearch={(dates) => onSearch(messagesQuery(dates.start, dates.end, sends))}
      >
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
      </DateRangeForm>
    </FormProvider>
  );
}

function formOf(query: AuditQuery): Form {
  const { start, end } = query;
  return { range: rangeOf(start, end, Date.now()), start, end, sends: isSendIncluded(query) };
}
