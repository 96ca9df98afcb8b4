import { Input, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { QueryFix, QueryIssue } from '~/domain/check-query';
import { zoneName } from '~/lib/time';
import { fromWallTime, toWallTime } from '~/lib/wall-time';
import { useTimeZone } from '~/ui/time-zone';
import { FormField } from './form-field';
import { rangeEnding, rangeLabel, ranges, type SearchForm } from './search-form';

const useStyles = makeStyles({
  chips: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 'auto' },
  input: { width: '100%', minWidth: 0, '& input': { minWidth: 0, fontVariantNumeric: 'tabular-nums' } },
});

export interface DateFieldsProps {
  readonly form: UseFormReturn<SearchForm>;
  readonly range: SearchForm['range'];
  issuesOf(field: 'start' | 'end'): readonly QueryIssue[];
  onFix(fix: QueryFix): void;
}

export function DateFields({ form, range, issuesOf, onFix }: DateFieldsProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out across the grid in every browser */}
      <div role="group" aria-label="Range that ends now" className={styles.chips}>
        {ranges.map((each) => (
          <ToggleButton
            key={each}
            className={styles.chip}
            size="small"
            shape="circular"
            checked={each === range}
            onClick={() => form.reset({ ...form.getValues(), ...rangeEnding(each, Date.now()) })}
          >
            {rangeLabel(each)}
          </ToggleButton>
        ))}
      </div>
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
                <Input
                  {...fieldProps}
                  className={styles.input}
                  ref={field.ref}
                  type="datetime-local"
                  max="9999-12-31T23:59"
                  value={toWallTime(field.value, zone)}
                  onBlur={field.onBlur}
                  onChange={(_, { value }) => {
                    form.setValue('range', undefined);
                    field.onChange(fromWallTime(value, zone));
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
