import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { type ReactNode, useState } from 'react';
import { isOffered } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import { withFilter } from '~/domain/view/change-filters';
import type { Filter } from '~/domain/view/filter';
import { queryTextOf } from '~/domain/view/query-text/query-text-of';
import type { FilterDraft, Narrowing } from '~/records/narrowing';
import { useOffered } from '~/records/use-offered';
import { CompactLabel } from '~/ui/compact-label';
import { useCommand } from '~/ui/use-command';
import { AddFilter } from './add-filter';
import { FilterPills } from './filter-pills';
import { typedFor } from './filter-questions';
import { QueryBox, type TextEdit } from './query-box';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    // What stands under the text box moves nothing beside it.
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 640px)': { gap: tokens.spacingHorizontalS },
    '@media print': { display: 'none' },
    '& > button': { '@media (max-width: 640px)': { minWidth: '32px', paddingInline: tokens.spacingHorizontalS } },
  },
});

export interface NarrowingBarProps extends Narrowing {
  onText(text: string): void;
  /** That filters can be made for. */
  readonly fields: readonly FieldRef[];
  readonly draft: FilterDraft | undefined;
  onDraft(draft: FilterDraft | undefined): void;
  readonly isPanelOpen: boolean;
  onPanel(isOpen: boolean): void;
  /** Between the text box and the filters. */
  readonly children?: ReactNode;
}

export function NarrowingBar(props: NarrowingBarProps) {
  const { held, zone, filters, onFilters, draft, onDraft, isPanelOpen, onPanel, children } = props;
  const [edit, setEdit] = useState<TextEdit>();
  const styles = useStyles();
  const offered = useOffered(held.set);
  const fields = props.fields.filter((field) => isOffered(offered, field));
  useCommand({ label: isPanelOpen ? 'Hide the filters' : 'Show the filters' }, () => onPanel(!isPanelOpen));
  useCommand(
    { label: 'Add a filter' },
    () => fields[0] && onDraft({ field: fields.find((field) => field !== 'time') ?? fields[0] }),
  );
  const { catalogue, can } = held.set;
  const editAsText = (filter: Filter) => setEdit({ filter, text: queryTextOf([filter], '', catalogue, zone) });
  const onFilter = (filter: Filter, edited: Filter | undefined) =>
    onFilters(edited ? filters.map((each) => (each === edited ? filter : each)) : withFilter(filters, filter));
  return (
    <div className={styles.bar}>
      {can.textSearch && <QueryBox {...props} edit={edit} onEdit={setEdit} />}
      {children}
      <ToggleButton icon={<FilterRegular />} checked={isPanelOpen} onClick={() => onPanel(!isPanelOpen)}>
        <CompactLabel>Filters</CompactLabel>
      </ToggleButton>
      <AddFilter catalogue={catalogue} fields={fields} draft={draft} onDraft={onDraft} zone={zone} onFilter={onFilter} />
      <FilterPills
        held={held}
        filters={filters}
        onFilters={onFilters}
        zone={zone}
        onEdit={(edited) => {
          const asked = typedFor(edited);
          if (asked) onDraft({ field: asked.field, edited });
          else if (can.textSearch) editAsText(edited);
        }}
        onEditAsText={can.textSearch ? editAsText : undefined}
      />
    </div>
  );
}
