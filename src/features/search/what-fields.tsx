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

export interface WhatFieldsProps extends FieldsProps {
  /** What the search will be called when it is given no name. */
  readonly namePlaceholder: string;
}

export function WhatFields({ form, values, issuesOf, onFix, namePlaceholder }: WhatFieldsProps) {
  const styles = useStyles();
  const { recordTypes, operations } = values;
  const offered = useMemo(() => activityOptions(recordTypes), [recordTypes]);
  const friendly = useMemo(() => chosenFriendlyNames(operations), [operations]);
  return (
    <>
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
      <TokenField
        control={form.control}
        name="adminUnits"
        label="Admin units"
        hint="Object IDs. Empty: all."
        options={noOptions}
        issues={issuesOf('adminUnits')}
        onFix={onFix}
      />
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
        control={form.control}
        name="operations"
        label="Activities – operation names"
        hint="Exact names, also ones that are not listed."
        options={offered.operations}
        issues={issuesOf('operations')}
        onFix={onFix}
      />
      <TokenField
        control={form.control}
        name="recordTypes"
        label="Record types"
        hint="By name or number. Narrows the activities above."
        options={recordTypeOptions}
        issues={issuesOf('recordTypes')}
        onFix={onFix}
      />
      <div className={styles.wide}>
        <FormField label="Search name" hint="Empty: named after what is searched." issues={issuesOf('name')} onFix={onFix}>
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
      </div>
    </>
  );
}
