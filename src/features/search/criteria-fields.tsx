import { Input, makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { QueryFix, QueryIssue } from '~/domain/check-query';
import { FormField } from '~/ui/form-field';
import { TokenPicker } from '~/ui/token-picker';
import { chosenFriendlyNames, friendlyNameLabel, withFriendlyNames } from './friendly-names';
import { activityOptions, noOptions, recordTypeOptions } from './picker-options';
import type { SearchForm } from './search-form';
import { TokenField } from './token-field';

const useStyles = makeStyles({ wide: { gridColumn: '1 / -1', minWidth: 0 } });

export interface FieldsProps {
  readonly form: UseFormReturn<SearchForm>;
  readonly values: SearchForm;
  issuesOf(field: QueryIssue['field']): readonly QueryIssue[];
  onFix(fix: QueryFix): void;
}

/** What is asked for most, in that order. */
export function CriteriaFields({ form, values, issuesOf, onFix }: FieldsProps) {
  const styles = useStyles();
  const { recordTypes, operations } = values;
  const offered = useMemo(() => activityOptions(recordTypes), [recordTypes]);
  const friendly = useMemo(() => chosenFriendlyNames(operations), [operations]);
  const common = { control: form.control, onFix };
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
      <TokenField
        {...common}
        name="operations"
        label="Activities – operation names"
        hint="Exact names, also ones that are not listed."
        options={offered.operations}
        issues={issuesOf('operations')}
      />
      <TokenField
        {...common}
        name="recordTypes"
        label="Record types"
        hint="By name or number. Narrows the activities above."
        options={recordTypeOptions}
        issues={issuesOf('recordTypes')}
      />
      <TokenField
        {...common}
        name="users"
        label="Users"
        hint="User principal names. Paste a list. Empty: anyone."
        options={noOptions}
        issues={issuesOf('users')}
      />
      <TokenField
        {...common}
        name="objects"
        label="File, folder, or site"
        hint="A full address, a site with /*, or a part between *."
        options={noOptions}
        keepsCommas
        issues={issuesOf('objects')}
      />
      <TokenField
        {...common}
        name="ipAddresses"
        label="IP addresses"
        hint="IPv4 or IPv6, single or as a range: 203.0.113.0/24."
        options={noOptions}
        issues={issuesOf('ipAddresses')}
      />
      <div className={styles.wide}>
        <FormField
          label="Keyword search"
          hint="Words in the common properties of a record, not in AuditData. * stands for anything."
          issues={issuesOf('keyword')}
          onFix={onFix}
        >
          {(fieldProps) => (
            <Controller
              control={form.control}
              name="keyword"
              render={({ field }) => <Input {...fieldProps} {...field} type="text" autoComplete="off" />}
            />
          )}
        </FormField>
      </div>
    </>
  );
}
