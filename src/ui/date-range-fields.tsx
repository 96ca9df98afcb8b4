import { Controller, useFormContext } from 'react-hook-form';
import type { DateRange } from '~/lib/date-range';
import { zoneName } from '~/lib/time';
import { DateTimeInput } from './date-time-input';
import { type FieldIssue, FormField, type FormFieldProps } from './form-field';
import { RangeChips } from './range-chips';
import { useTimeZone } from './time-zone';

export interface DateRangeFieldsProps<Fix extends { readonly label: string }> extends Pick<FormFieldProps<Fix>, 'onFix'> {
  issuesOf(field: 'start' | 'end'): readonly FieldIssue<Fix>[];
}

/**
 * Ranges that end now, the start and the end of a form that has a `DateRange` among its values and stands in a `FormProvider`.
 * Laid out by the grid they are put into: the ranges take a row of it, the dates a column each.
 */
export function DateRangeFields<Fix extends { readonly label: string }>({ issuesOf, onFix }: DateRangeFieldsProps<Fix>) {
  const [zone] = useTimeZone();
  const form = useFormContext<DateRange>();
  return (
    <>
      <RangeChips range={form.watch('range')} onRange={(next) => form.reset({ ...form.getValues(), ...next })} />
      {(['start', 'end'] as const).map((name) => (
        <FormField
          key={name}
          label={`${name === 'start' ? 'Start' : 'End'} (${zoneName(zone)})`}
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
