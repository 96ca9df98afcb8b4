import { useMemo } from 'react';
import { FormField } from '~/ui/form-field';
import { TokenPicker } from '~/ui/token-picker/token-picker';
import { type FieldsProps, ListField } from './criterion-field';
import { chosenFriendlyNames, friendlyNameLabel, withFriendlyNames } from './friendly-names';
import { activityOptions } from './picker-options';

/** The operations, by the names of Microsoft's pages and by their own. */
export function ActivityFields(props: FieldsProps) {
  const { form, values, onFix } = props;
  const { recordTypes, operations } = values;
  const offered = useMemo(() => activityOptions(recordTypes), [recordTypes]);
  const friendly = useMemo(() => chosenFriendlyNames(operations), [operations]);
  return (
    <>
      <FormField label="Activities – friendly names" hint="By service. Fills the operation names." issues={[]} onFix={onFix}>
        {(fieldProps) => (
          <TokenPicker
            {...fieldProps}
            label="Activities – friendly names"
            options={offered.friendly}
            values={friendly}
            labelOf={friendlyNameLabel}
            onChange={(next) => form.setValue('operations', withFriendlyNames(operations, next), { shouldDirty: true })}
          />
        )}
      </FormField>
      <ListField {...props} name="operations" options={offered.operations} />
    </>
  );
}
