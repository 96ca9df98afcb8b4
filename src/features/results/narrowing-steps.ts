import { withChoice, withFilter } from '~/domain/view/change-filters';
import type { Filter } from '~/domain/view/filter';
import { ungrouped } from './groups-slot';
import type { RecordSlot } from './record-slot';
import type { ResultParams } from './result-params';

/** How the records that are shown become others. The way back undoes each step. */
export function narrowingSteps(
  { filters }: Pick<ResultParams, 'filters'>,
  onParams: (change: Partial<ResultParams>, options: { readonly replace: boolean }) => void,
) {
  const onFilters = (filters: Filter[]) => onParams({ filters }, { replace: false });
  const choose: RecordSlot['onChoose'] = ({ field, value }, choice) => onFilters(withChoice(filters, field, value, choice));
  return {
    onFilters,
    addFilter: (filter: Filter) => onFilters(withFilter(filters, filter)),
    choose,
    /** Other records in place of these, whatever the filters were. */
    around: (filters: Filter[]) => onParams({ ...ungrouped, text: '', filters }, { replace: false }),
    clear: () => onParams({ text: '', filters: [] }, { replace: false }),
    /** In place of groups, or of messages. */
    showRecords: () => onParams(ungrouped, { replace: false }),
  };
}
