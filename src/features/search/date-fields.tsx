import { Controller, type UseFormReturn } from 'react-hook-form';
import type { QueryFix, QueryIssue } from '~/domain/check-query';
import { zoneName } from '~/lib/time';
import { DateTimeInput } from '~/ui/date-time-input';
import { RangeChips } from '~/ui/range-chips';
import { useTimeZone } from '~/ui/time-zone';
import { FormField } from './form-field';
import type { SearchForm } from './search-form';

export interface DateFieldsProps {
  readonly form: UseFormReturn<SearchForm>;
  readonly range: SearchForm['range'];
  issuesOf(field: 'start' | 'end'): readonly QueryIssue[];
  onFix(fix: QueryFix): void;
}

export function DateFields({ form, range, issuesOf, onFix }: DateFieldsProps) {
  const [zone] = useTimeZone();
  return (
    <>
      <RangeChips range={range} onRange={(next) => form.reset({ ...form.getValues(), ...next })} />
      {(['start', 'end'] as const).map((name) => (
        <FormField
          key={name}
          label={name === 'start' ? 'Start' : 'End'}
          hint={`Date and time, ${zoneName(zone)}`}
          issues={issuesOf(name)}
          onFix={onFix}
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
        </FormField>
      ))}
    </>
  );
}
