import { Input, makeStyles } from '@fluentui/react-components';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { QueryFix, QueryIssue } from '~/domain/query/check-query';
import { type FilterKey, type ListKey, listCriterion, type TextKey, textCriterion } from '~/domain/query/search-criteria';
import { FormField } from '~/ui/form-field';
import type { TokenOption } from '~/ui/token-picker/token-filter';
import { TokenPicker } from '~/ui/token-picker/token-picker';
import type { SearchForm } from './search-form';

const useStyles = makeStyles({ wide: { gridColumn: '1 / -1', minWidth: 0 } });

export interface FieldsProps {
  readonly form: UseFormReturn<SearchForm>;
  readonly values: SearchForm;
  issuesOf(field: QueryIssue['field']): readonly QueryIssue[];
  onFix(fix: QueryFix): void;
}

interface FieldProps<Key extends FilterKey> extends Omit<FieldsProps, 'values'> {
  readonly name: Key;
}

const noOptions: readonly TokenOption[] = [];

/** One list of the form. Whatever the service may know is accepted, whether Ledgerline has heard of it or not. */
export function ListField({ name, options, ...props }: FieldProps<ListKey> & { readonly options?: readonly TokenOption[] }) {
  const { label, hint, labelOf, keepsCommas = false, ...criterion } = listCriterion(name);
  return (
    <FormField label={label} hint={hint} issues={props.issuesOf(name)} onFix={props.onFix}>
      {(fieldProps) => (
        <Controller
          control={props.form.control}
          name={name}
          render={({ field }) => (
            <TokenPicker
              {...fieldProps}
              ref={field.ref}
              label={label}
              options={options ?? criterion.options ?? noOptions}
              {...(labelOf && { labelOf })}
              keepsCommas={keepsCommas}
              acceptsOthers
              values={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
            />
          )}
        />
      )}
    </FormField>
  );
}

/** As wide as the form: words take more room than the columns give. */
export function TextField({ name, ...props }: FieldProps<TextKey>) {
  const styles = useStyles();
  const { label, hint } = textCriterion(name);
  return (
    <div className={styles.wide}>
      <FormField label={label} hint={hint} issues={props.issuesOf(name)} onFix={props.onFix}>
        {(fieldProps) => (
          <Controller
            control={props.form.control}
            name={name}
            render={({ field }) => <Input {...fieldProps} {...field} type="text" autoComplete="off" />}
          />
        )}
      </FormField>
    </div>
  );
}
