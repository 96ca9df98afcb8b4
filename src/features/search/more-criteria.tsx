import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, useId, useState } from 'react';
import { Controller } from 'react-hook-form';
import { workloadName } from '~/domain/workloads';
import { FormField } from '~/ui/form-field';
import type { FieldsProps } from './criteria-fields';
import { noOptions, workloadOptions } from './picker-options';
import { TokenField } from './token-field';

const useStyles = makeStyles({
  head: { gridColumn: '1 / -1', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  inside: { display: 'contents' },
});

export interface MoreCriteriaProps extends FieldsProps {
  /** What the search will be called when it is given no name. */
  readonly namePlaceholder: string;
}

/** What is asked for less often. */
export function MoreCriteria({ form, values, issuesOf, onFix, namePlaceholder }: MoreCriteriaProps) {
  const { workloads, adminUnits, name } = values;
  const common = { control: form.control, onFix };
  return (
    <Folded label="More criteria" filled={[workloads.length > 0, adminUnits.length > 0, name !== ''].filter(Boolean).length}>
      <TokenField
        {...common}
        name="workloads"
        label="Workloads"
        hint="The services where it happened. Empty: all."
        options={workloadOptions}
        labelOf={workloadName}
        issues={issuesOf('workloads')}
      />
      <TokenField
        {...common}
        name="adminUnits"
        label="Admin units"
        hint="Object IDs. Empty: all."
        options={noOptions}
        issues={issuesOf('adminUnits')}
      />
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
    </Folded>
  );
}

/** Opens by itself when the address or a copied search fills something inside; closed by hand it says how much is. */
function Folded({ label, filled, children }: { readonly label: string; readonly filled: number; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  const [{ isOpen, seen }, setState] = useState({ isOpen: filled > 0, seen: filled });
  if (filled !== seen) setState({ isOpen: isOpen || filled > seen, seen: filled });
  return (
    <>
      <div className={styles.head}>
        <Button
          type="button"
          appearance="transparent"
          size="small"
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setState({ isOpen: !isOpen, seen: filled })}
        >
          {filled > 0 ? `${label} (${filled} filled)` : label}
        </Button>
      </div>
      {isOpen && (
        <div id={id} className={styles.inside}>
          {children}
        </div>
      )}
    </>
  );
}
