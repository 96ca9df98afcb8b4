import { Controller, useFormContext } from 'react-hook-form';
import type { DateRange } from '~/lib/date-range';
import { DateField } from './date-field';
import type { FieldIssue, FormFieldProps } from './form-field';
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
      {(['start', 'end'] as const).map((edge) => (
        <Controller
          key={edge}
          control={form.control}
          name={edge}
          render={({ field }) => (
            <DateField
              edge={edge}
              zone={zone}
              ref={field.ref}
              value={field.value}
              issues={issuesOf(edge)}
              onFix={onFix}
              onBlur={field.onBlur}
              onChange={(value) => {
                form.setValue('range', undefined);
                field.onChange(value);
              }}
            />
          )}
        />
      ))}
    </>
  );
}
