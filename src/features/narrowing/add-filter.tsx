import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { FilterAddRegular } from '@fluentui/react-icons/svg/filter-add';
import { lazy, Suspense } from 'react';
import type { Filter } from '~/domain/view/filter';
import type { FilterDraft } from '~/records/narrowing';
import { CompactLabel } from '~/ui/compact-label';
import type { FilterFormProps } from './filter-form';

// The form is loaded when somebody wants to filter: most visits to the results never do.
const FilterForm = lazy(async () => ({ default: (await import('./filter-form')).FilterForm }));

export interface AddFilterProps extends Pick<FilterFormProps, 'catalogue' | 'fields' | 'zone'> {
  /** `undefined` while none is being made. */
  readonly draft: FilterDraft | undefined;
  onDraft(draft: FilterDraft | undefined): void;
  onFilter(filter: Filter, edited: Filter | undefined): void;
}

/** A filter of any kind, of any field. */
export function AddFilter({ draft, onDraft, fields, onFilter, ...props }: AddFilterProps) {
  const field = fields.find((each) => each !== 'time');
  const name = draft?.edited ? 'Edit filter' : 'Add filter';
  return (
    <Popover
      trapFocus
      positioning="below-start"
      open={draft !== undefined}
      onOpenChange={(_, { open }) => onDraft(open && field ? { field } : undefined)}
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<FilterAddRegular />}>
          <CompactLabel>Add filter</CompactLabel>
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={name}>
        <Suspense>
          {draft && (
            <FilterForm
              {...props}
              fields={fields.includes(draft.field) ? fields : [draft.field, ...fields]}
              field={draft.field}
              edited={draft.edited}
              onField={(field) => onDraft({ ...draft, field })}
              onFilter={(filter) => {
                onFilter(filter, draft.edited);
                onDraft(undefined);
              }}
            />
          )}
        </Suspense>
      </PopoverSurface>
    </Popover>
  );
}
