import { type Control, Controller } from 'react-hook-form';
import type { QueryFix } from '~/domain/check-query';
import { FormField, type FormFieldProps } from '~/ui/form-field';
import { TokenPicker, type TokenPickerProps } from '~/ui/token-picker';
import type { SearchForm } from './search-form';

type ListName = 'adminUnits' | 'operations' | 'recordTypes' | 'users' | 'objects' | 'workloads' | 'ipAddresses';

interface TokenFieldProps
  extends Omit<FormFieldProps<QueryFix>, 'children'>,
    Pick<TokenPickerProps, 'options' | 'placeholder' | 'keepsCommas' | 'labelOf'> {
  readonly control: Control<SearchForm>;
  readonly name: ListName;
}

/** One list of the form. Whatever the service may know is accepted, whether Ledgerline has heard of it or not. */
export function TokenField({ control, name, label, hint, issues, onFix, ...picker }: TokenFieldProps) {
  return (
    <FormField label={label} {...(hint !== undefined && { hint })} issues={issues} onFix={onFix}>
      {(fieldProps) => (
        <Controller
          control={control}
          name={name}
          render={({ field }) => (
            <TokenPicker
              {...fieldProps}
              {...picker}
              ref={field.ref}
              label={label}
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
