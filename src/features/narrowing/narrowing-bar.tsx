import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import type { ReactNode } from 'react';
import type { FieldRef } from '~/domain/catalogue/fields';
import { withFilter } from '~/domain/view/change-filters';
import type { Filter } from '~/domain/view/filter';
import { AddFilter, type FilterDraft } from './add-filter';
import { FilterPills } from './filter-pills';
import { typedFor } from './filter-questions';
import type { Narrowing } from './narrowing';
import { TextFilter } from './text-filter';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    '@media print': { display: 'none' },
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
  const { held, shown, zone, text, filters, onText, onFilters, fields, draft, onDraft, isPanelOpen, onPanel, children } = props;
  const styles = useStyles();
  const { catalogue, can } = held.set;
  const state = shown?.state;
  const onFilter = (filter: Filter, edited: Filter | undefined) =>
    onFilters(edited ? filters.map((each) => (each === edited ? filter : each)) : withFilter(filters, filter));
  return (
    <div className={styles.bar}>
      {can.textSearch && (
        <TextFilter text={text} onText={onText} progress={state && state.searched < state.outOf ? state : undefined} />
      )}
      {children}
      <ToggleButton icon={<FilterRegular />} checked={isPanelOpen} onClick={() => onPanel(!isPanelOpen)}>
        Filters
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
        }}
      />
    </div>
  );
}
