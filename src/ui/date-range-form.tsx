import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { type DateRange, rangeEnding } from '~/lib/date-range';
import { DateRangeFields } from './date-range-fields';
import type { FieldIssue } from './form-field';
import { SubmitButton } from './submit-button';
import { useCommand } from './use-command';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: '220px 220px minmax(0, 1fr)',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    '@media (max-width: 900px) and (min-width: 641px)': { gridTemplateColumns: 'repeat(2, minmax(0, 220px))' },
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'none' },
  },
  rest: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    // Level with the boxes beside it, below their labels.
    '@media (min-width: 901px)': { paddingBlockStart: '24px' },
    '@media (max-width: 900px)': { gridColumn: '1 / -1' },
  },
  failure: { gridColumn: '1 / -1' },
});

export interface DateRangeFormProps<Fix extends { readonly label: string }> {
  readonly label: string;
  /** What is wrong with dates, as they are now. */
  issuesOf(dates: Pick<DateRange, 'start' | 'end'>): readonly (FieldIssue<Fix> & { readonly field: string })[];
  onFix(fix: Fix): void;
  readonly isSending: boolean;
  readonly failure: ReactNode;
  /** With dates that are without errors. */
  onSearch(dates: Pick<DateRange, 'start' | 'end'>): void;
  /** Beside the button. */
  readonly children?: ReactNode;
}

/** Asks for a range of time, and little else. Stands in the `FormProvider` of a form that has a `DateRange` among its values. */
export function DateRangeForm<Fix extends { readonly label: string }>(props: DateRangeFormProps<Fix>) {
  const { label, issuesOf, onFix, isSending, failure, onSearch, children } = props;
  const styles = useStyles();
  const form = useFormContext<DateRange>();
  const issues = issuesOf(form.watch());
  const submit = form.handleSubmit(({ range, start, end }) => {
    const error = issuesOf({ start, end }).find(({ severity }) => severity === 'error');
    // A range that ends now ends now, not when the page was opened.
    if (!error) onSearch(range ? rangeEnding(range, Date.now()) : { start, end });
    else form.setFocus(error.field === 'start' ? 'start' : 'end');
  });
  useCommand({ keys: 'Ctrl+Enter', label: 'Search' }, () => void submit());
  return (
    <form className={styles.form} aria-label={label} noValidate onSubmit={submit}>
      <DateRangeFields issuesOf={(name) => issues.filter(({ field }) => field === name)} onFix={onFix} />
      <div className={styles.rest}>
        <SubmitButton isSending={isSending} />
        {children}
      </div>
      {failure && <div className={styles.failure}>{failure}</div>}
    </form>
  );
}
