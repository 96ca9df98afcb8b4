import { Checkbox, FieldContextProvider, makeStyles, tokens } from '@fluentui/react-components';
import { Controller, useFormContext } from 'react-hook-form';
import type { MailboxSearchFix } from '~/domain/mailbox-log/check-mailbox-search';
import { searchLogonTypes } from '~/domain/mailbox-log/mailbox-search';
import { FormField, type FormFieldProps } from '~/ui/form-field';
import type { MailboxSearchForm } from './mailbox-search-form';

const useStyles = makeStyles({
  checks: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

/** Offered whole whichever way one searches: what the way does not take is said, not hidden. */
export function LogonTypesField({ issues, onFix }: Pick<FormFieldProps<MailboxSearchFix>, 'issues' | 'onFix'>) {
  const styles = useStyles();
  const { control } = useFormContext<MailboxSearchForm>();
  return (
    <FormField label="Logon types" hint="Who was in the mailbox." issues={issues} onFix={onFix}>
      {(fieldProps) => (
        <Controller
          control={control}
          name="logonTypes"
          render={({ field: { value, onChange, ref } }) => (
            // biome-ignore lint/a11y/useSemanticElements: the field has the legend, and is labelled by it
            <div
              role="group"
              aria-labelledby={fieldProps['aria-labelledby']}
              aria-describedby={fieldProps['aria-describedby']}
              className={styles.checks}
            >
              {/* Each box has its own label: that of the field would stand in for all of them. */}
              <FieldContextProvider value={undefined}>
                {searchLogonTypes.map((type, at) => (
                  <Checkbox
                    key={type}
                    ref={at === 0 ? ref : undefined}
                    label={type}
                    checked={value.includes(type)}
                    onChange={(_, { checked }) =>
                      onChange(searchLogonTypes.filter((each) => (each === type ? checked === true : value.includes(each))))
                    }
                  />
                ))}
              </FieldContextProvider>
            </div>
          )}
        />
      )}
    </FormField>
  );
}
