// One view of a set of columns: its rows are worked out as soon as it is opened, and it answers about them until it is closed.
// Views do not know of each other; what they have in common is in `SharedWork`, and who works first is said by `Turns`.

import { type FieldRef, isSeenKey } from '~/domain/catalogue/fields';
import type { RecordKey } from '~/domain/record/record-key';
import type { Correlation, Correlations } from '~/domain/view/correlation';
import { type Filter, isAbout } from '~/domain/view/filter';
import type { Grouping } from '~/domain/view/grouping';
import type { Overview, OverviewAsked } from '~/domain/view/overview';
import type { ResultView, SortKey } from '~/domain/view/result-view';
import { fillColumns } from '~/engine/columns/fill-columns';
import type { RowIndex, RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { exportRows } from '~/engine/export/export';
import { correlateRows } from '~/engine/questions/correlate';
import { countFacets, type FacetWanted } from '~/engine/questions/facet';
import { filterRows, keepRows, prepareFew, prepareFilters } from '~/engine/questions/filter';
import { type GroupedView, groupRows } from '~/engine/questions/group';
import { countMatches } from '~/engine/questions/matches';
import { rawRecordAt, rowAt } from '~/engine/questions/row-at';
import { sortRows } from '~/engine/questions/sort';
import { countTimeline } from '~/engine/questions/timeline';
import type { ExportFormat, Groups, Matches, RawRecord, RecordView, Row, ViewState } from '~/engine/record-set';
import { Uint32ArrayOf } from '~/lib/bytes';
import { createStore, waitFor } from '~/lib/store';
import type { SharedWork } from './shared-work';
import type { Turns, Urgency } from './turns';

const rowsAtOnce = 1000;
/** Enough for a screen: nobody waits for more. */
const firstRows = 50;
const firstAfterMs = 150;
const growEveryMs = 200;

export interface ViewGround {
  readonly records: Records;
  readonly work: SharedWork;
  readonly turns: Turns;
}

/** What was asked for, and of which rows: those of the moment when work on the view began. */
interface Moment {
  readonly text: string;
  readonly filters: readonly Filter[];
  /** Of all records, one each. */
  readonly all: RowList;
  readonly end: number;
}

const noRows: RowList = new Uint32ArrayOf<RowIndex>(0);

export class ColumnView implements RecordView {
  readonly #ground: ViewGround;
  readonly #state = createStore<ViewState>({ status: 'opening' });
  readonly state = this.#state;
  readonly #closing = new AbortController();
  readonly #opened = performance.now();
  #published = this.#opened;
  #rows: RowList = noRows;
  #moment: Moment = { text: '', filters: [], all: noRows, end: 0 };
  /** The grouping made last, of these rows. */
  #grouped: { readonly asked: string; readonly rows: RowList; readonly made: Promise<GroupedView> } | undefined;

  constructor(ground: ViewGround, asked: ResultView, signal: AbortSignal | undefined) {
    this.#ground = ground;
    signal?.addEventListener('abort', () => this.close(), { signal: this.#closing.signal });
    if (signal?.aborted) this.close();
    this.#work(asked).catch((error: unknown) => {
      if (!this.#closing.signal.aborted) this.#state.set({ status: 'failed', error });
    });
  }

  async rows(from: number, count: number, fields: readonly FieldRef[], signal?: AbortSignal): Promise<Row[]> {
    const { records } = this.#ground;
    const rows = await this.#known(signal);
    await fillColumns(records, fields.filter(isSeenKey), records.count, this.#resting('screen', signal));
    return Array.from(this.#window(rows, from, count), (row) => rowAt(records, row, fields));
  }

  async find(key: RecordKey, signal?: AbortSignal): Promise<number | undefined> {
    const rows = await this.#known(signal);
    const { ids, copies } = this.#ground.records;
    // A view that was open before a fuller copy came has the record as it was then.
    for (let row = ids.find(key); row !== undefined; row = copies.rowBefore(row)) {
      const position = rows.indexOf(row);
      if (position >= 0) return position;
    }
    return undefined;
  }

  async overview({ facets, timeline }: OverviewAsked, signal?: AbortSignal): Promise<Overview> {
    const { records } = this.#ground;
    const rows = await this.#known(signal);
    const { all, filters } = this.#moment;
    const rest = this.#resting('counts', signal);
    const fields = [...facets.map(({ field }) => field), ...(timeline?.by ? [timeline.by.field] : [])];
    await fillColumns(records, fields, records.count, rest);
    const wanted: FacetWanted[] = [];
    for (const asked of facets) wanted.push({ asked, rows: await this.#rowsBut(asked.field, rows, rest) });
    return {
      facets: await countFacets(records, wanted, rest),
      timeline: timeline && (await countTimeline(records, { rows, all, filters }, timeline, rest)),
    };
  }

  /** Rows that pass everything but the filters about this field alone. */
  async #rowsBut(field: FieldRef, rows: RowList, rest: () => Promise<void>): Promise<RowList> {
    const { records } = this.#ground;
    const { all, end, text, filters } = this.#moment;
    const others = filters.filter((filter) => !isAbout(filter, field));
    if (others.length === filters.length) return rows;
    const asked: readonly Filter[] = text === '' ? others : [...others, { op: 'text', text }];
    await prepareFilters(records, [asked], all, end, rest);
    return asked.reduce((kept, filter) => keepRows(records, kept, filter), all);
  }

  async group<Name extends string>(
    grouping: Grouping<Name>,
    from: number,
    count: number,
    signal?: AbortSignal,
  ): Promise<Groups<Name>> {
    const rows = await this.#known(signal);
    const asked = JSON.stringify(grouping);
    if (this.#grouped?.asked !== asked || this.#grouped.rows !== rows) {
      const { records } = this.#ground;
      // Not the asker's signal: another may ask for the same meanwhile.
      const made = groupRows(records, rows, records.count, grouping, this.#resting('background'));
      const grouped = { asked, rows, made };
      this.#grouped = grouped;
      made.catch(() => {
        if (this.#grouped === grouped) this.#grouped = undefined;
      });
    }
    const { made } = this.#grouped;
    const grouped = await made;
    signal?.throwIfAborted();
    const groups = await grouped.window(from, count, this.#resting('background', signal));
    // The tallies stand under the names of the measures that were asked for.
    return groups as Groups<Name>;
  }

  async correlate(correlation: Correlation, limit: number, signal?: AbortSignal): Promise<Correlations> {
    const { records } = this.#ground;
    const rows = await this.#known(signal);
    return correlateRows(records, rows, records.count, correlation, limit, this.#resting('background', signal));
  }

  async matches(filters: readonly Filter[], signal?: AbortSignal): Promise<readonly Matches[]> {
    const { records } = this.#ground;
    const rows = await this.#known(signal);
    return countMatches(records, rows, filters, records.count, this.#resting('background', signal));
  }

  async records(from: number, count: number, signal?: AbortSignal): Promise<RawRecord[]> {
    const wanted = this.#window(await this.#known(signal), from, count);
    return Array.from(wanted, (row) => rawRecordAt(this.#ground.records, row));
  }

  export(format: ExportFormat): ReadableStream<Uint8Array> {
    const { records } = this.#ground;
    const rest = this.#resting('background');
    let chunks: AsyncGenerator<Uint8Array> | undefined;
    return new ReadableStream<Uint8Array>({
      pull: async (stream) => {
        chunks ??= exportRows(records, await this.#known(), format, rest);
        const { done, value } = await chunks.next();
        if (done) stream.close();
        else stream.enqueue(value);
      },
      cancel: async () => {
        await chunks?.return(undefined);
      },
    });
  }

  close(): void {
    this.#closing.abort(new DOMException('The view was closed.', 'AbortError'));
    this.#rows = noRows;
    this.#moment = { ...this.#moment, all: noRows };
    this.#grouped = undefined;
  }

  async #work({ text, filters, sort }: ResultView): Promise<void> {
    const { records, work } = this.#ground;
    const toScreen = this.#resting('screen');
    // A burst of requests: let the later ones come in before work begins.
    await toScreen();
    // What is read of few records is not read of those that arrive meanwhile.
    for (let end = -1; end !== records.count; ) {
      end = records.count;
      this.#moment = { text, filters, all: work.passing([]), end };
      await this.#prepare(this.#moment, sort, toScreen);
    }
    const rows = work.ordered(filters, sort);
    const outOf = records.liveCount;
    if (text === '') return this.#publish(rows, outOf, outOf);
    const hits = work.hits(text, filters);
    while (!hits.isDone) {
      if (this.#isDue(hits.count)) this.#publish(hits.of(rows), share(hits.searched, hits.end, outOf), outOf);
      hits.more();
      // Whoever looks at the first hits waits no longer; the rest may take turns with everything else.
      await this.#resting(this.#state.get().status === 'open' ? 'background' : 'screen')();
    }
    this.#publish(hits.of(rows), outOf, outOf);
  }

  /** Finds out what filtering and sorting have to know, and shows meanwhile what is known. */
  async #prepare({ text, filters, all, end }: Moment, sort: readonly SortKey[], rest: () => Promise<void>): Promise<void> {
    const { records } = this.#ground;
    const fields = [...(await prepareFew(records, [filters], all, end, rest)), ...sort.map(({ field }) => field)];
    await fillColumns(records, fields, end, async (filled) => {
      if (text === '' && filled < end && this.#isDue()) {
        const rows = filterRows(records, filters, filled);
        sortRows(records, rows, sort);
        this.#publish(rows, share(filled, end, records.liveCount), records.liveCount);
      }
      await rest();
    });
  }

  /** Whether a state with this many rows (if that is known) is wanted now. */
  #isDue(rowCount = 0): boolean {
    const now = performance.now();
    if (this.#state.get().status === 'open') return now - this.#published >= growEveryMs;
    return rowCount >= firstRows || now - this.#opened >= firstAfterMs;
  }

  #publish(rows: RowList, searched: number, outOf: number): void {
    this.#closing.signal.throwIfAborted();
    this.#rows = rows;
    this.#published = performance.now();
    this.#state.set({ status: 'open', rowCount: rows.length, outOf, searched });
  }

  async #known(signal?: AbortSignal): Promise<RowList> {
    const known = await waitFor(this.state, isKnown, this.#whileWanted(signal));
    if (known.status === 'failed') throw known.error;
    return this.#rows;
  }

  #resting(urgency: Urgency, signal?: AbortSignal): () => Promise<void> {
    const wanted = this.#whileWanted(signal);
    return () => this.#ground.turns.next(urgency, wanted);
  }

  #whileWanted(signal: AbortSignal | undefined): AbortSignal {
    return signal ? AbortSignal.any([this.#closing.signal, signal]) : this.#closing.signal;
  }

  #window(rows: RowList, from: number, count: number): RowList {
    return rows.subarray(from, from + Math.min(count, rowsAtOnce));
  }
}

/** Of so many records, when so many rows of all are done: less than all as long as there are others. */
function share(done: number, rows: number, records: number): number {
  return rows > 0 ? Math.floor((done * records) / rows) : records;
}

type KnownState = Exclude<ViewState, { readonly status: 'opening' }>;

function isKnown(state: ViewState): state is KnownState {
  return state.status !== 'opening';
}
