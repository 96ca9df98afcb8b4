import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { FilterAddRegular } from '@fluentui/react-icons/svg/filter-add';
import { lazy, Suspense } from 'react';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { FilterFormProps } from './filter-form';

// The form is loaded when somebody wants to filter: most visits to the results never do.
const FilterForm = lazy(async () => ({ default: (await import('./filter-form')).FilterForm }));

export interface AddFilterProps extends Omit<FilterFormProps, 'field' | 'onField'> {
  /** The field that a filter is being made for; `undefined` while none is. */
  readonly asked: FieldRef | undefined;
  onAsked(field: FieldRef | undefined): void;
}

/** A filter of any kind, of any field. */
export function AddFilter({ asked, onAsked, fields, onFilter, ...props }: AddFilterProps) {
  return (
    <Popover
      trapFocus
      positioning="below-start"
      open={asked !== undefined}
      onOpenChange={(_, { open }) => onAsked(open ? fields.find((field) => field !== 'time') : undefined)}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<FilterAddRegular />}>Add filter</Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="Add filter">
        <Suspense>
          {asked !== undefined && (
            <FilterForm
              {...props}
              fields={fields}
              field={asked}
              onField={onAsked}
              onFilter={(filter) => {
                onFilter(filter);
                onAsked(undefined);
              }}
            />
          )}
        </Suspense>
      </PopoverSurface>
    </Popover>
  );
}
