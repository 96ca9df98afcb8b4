import { keepOnly } from '~/domain/view/filter';
import type { ResultView } from '~/domain/view/result-view';

/** Of what is looked at, the records that tell which messages were read, the newest first. */
export function mailReadsView({ text, filters }: Pick<ResultView, 'text' | 'filters'>): ResultView {
  return { text, filters: [...filters, keepOnly('operation', 'MailItemsAccessed')], sort: [{ field: 'time', descending: true }] };
}
