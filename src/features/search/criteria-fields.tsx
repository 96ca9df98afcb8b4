import { Input } from '@fluentui/react-components';
import { Controller } from 'react-hook-form';
import { valuesOf } from '~/domain/query/audit-query';
import { type FilterKey, filterCriterion, filterKeys, isListKey } from '~/domain/query/search-criteria';
import { FormField } from '~/ui/form-field';
import { ActivityFields } from './activity-fields';
import { type FieldsProps, ListField, TextField } from './criterion-field';
import { MoreCriteria } from './more-criteria';

const folded = filterKeys.filter((key) => filterCriterion(key).isFolded);
const unfolded = filterKeys.filter((key) => !filterCriterion(key).isFolded);

export interface CriteriaFieldsProps extends FieldsProps {
  /** What the search will be called when it is given no name. */
  readonly namePlaceholder: string;
}

/** The catalogue of criteria as fields: what is asked for most, then what is asked for less often and the name of the search. */
export function CriteriaFields({ namePlaceholder, ...fields }: CriteriaFieldsProps) {
  const { form, values, onFix } = fields;
  const filled = folded.filter((key) => valuesOf(values, key).length > 0).length + (values.name === '' ? 0 : 1);
  return (
    <>
      {unfolded.map((key) => (
        <CriterionField key={key} {...fields} name={key} />
      ))}
      <MoreCriteria filled={filled}>
        {folded.map((key) => (
          <CriterionField key={key} {...fields} name={key} />
        ))}
        <FormField label="Search name" hint="Empty: named after what is searched." issues={fields.issuesOf('name')} onFix={onFix}>
          {(fieldProps) => (
            <Controller
              control={form.control}
              name="name"
              render={({ field }) => (
                <Input {...fieldProps} {...field} type="text" autoComplete="off" placeholder={namePlaceholder} />
              )}
            />
          )}
        </FormField>
      </MoreCriteria>
    </>
  );
}

function CriterionField({ name, ...fields }: FieldsProps & { readonly name: FilterKey }) {
  if (name === 'operations') return <ActivityFields {...fields} />;
  return isListKey(name) ? <ListField {...fields} name={name} /> : <TextField {...fields} name={name} />;
}
