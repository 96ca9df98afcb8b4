import { Controller, useFormContext } from 'react-hook-form';
import type { MailboxSearchFix } from '~/domain/mailbox-log/check-mailbox-search';
import { FormField, type FormFieldProps } from '~/ui/form-field';
import { TokenPicker, type TokenPickerProps } from '~/ui/token-picker/token-picker';
import type { MailboxSearchForm } from './mailbox-search-form';

interface TokenFieldProps
  extends Omit<FormFieldProps<MailboxSearchFix>, 'children'>,
    Pick<TokenPickerProps, 'options' | 'acceptsOthers'> {
  readonly name: 'mailboxes' | 'operations' | 'recipients';
}

/** One list of the form. */
export function TokenField({ name, options, acceptsOthers = false, ...field }: TokenFieldProps) {
  const { control } = useFormContext<MailboxSearchForm>();
  return (
    <FormField {...field}>
      {(fieldProps) => (
        <Controller
          control={control}
          name={name}
          render={({ field: { value, onChange, onBlur, ref } }) => (
            <TokenPicker
              {...fieldProps}
              ref={ref}
              onChange={onChange}
              onBlur={onBlur}
              label={field.label}
              options={options}
              acceptsOthers={acceptsOthers}
              values={value}
            />
          )}
        />
      )}
    </FormField>
  );
}
