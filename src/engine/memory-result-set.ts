// The result set itself, in the thread that makes it: the worker in the product, Node in tests. Keeps the records, the last two
// views and the order of work: pages and files are taken in one after another, of views only the newest is worked out, and
// ranks for sorting are prepared in idle time.

import { EngineError } from '~/domain/errors';
import { auditDataPath, type FieldRef } from '~/domain/fields';
import type { Grouping } from '~/domain/grouping';
import type { ResultView } from '~/domain/result-view';
import { exportRows } from './export';
import { countFacet } from './facet';
import { findRows, type Progress } from './find-rows';
import { type GroupedView, groupRows } from './group';
import { countHistogram } from './histogram';
import { Ingest } from './ingest';
import { fillPathColumns, valuesAtPaths } from './path-column';
import { pause } from './pause';
import { Records } from './records';
import type {
  ExportFormat,
  Facet,
  FileProgress,
  FileReceipt,
  Groups,
  Histogram,
  RawRecord,
  Receipt,
  RejectedRecord,
  ResultSet,
  Row,
  RowIndex,
  ViewId,
  ViewState,
} from './result-set';

const viewsKept = 2;
const rowsAtOnce = 1000;
const firstRows = 50;
const firstAfterMs = 150;
const growEveryMs = 200;
const idleAfterMs = 100;

interface OpenView {
  readonly state: ViewState;
  readonly rows: Uint32Array;
  /** Made last, of these rows. A view that grows is another one under the same id. */
  grouping?: { readonly asked: string; readonly made: Promise<GroupedView> };
}

export class MemoryResultSet implements ResultSet {
  readonly #records = new Records();
  readonly #ingest = new Ingest(this.#records);
  readonly #views = new Map<ViewId, OpenView>();
  #newest: ViewId = 0;
  #intake: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  append(page: Uint8Array): Promise<Receipt> {
    const { buffer, byteOffset, byteLength } = page;
    const bytes = buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(page);
    return this.#inTurn(async () => this.#ingest.addPage(bytes));
  }

  open(file: File, options: { onProgress?: (progress: FileProgress) => void; signal?: AbortSignal } = {}): Promise<FileReceipt> {
    return this.#inTurn(() => this.#ingest.addFile(file, options.onProgress, options.signal));
  }

  view(view: ResultView, onGrow?: (state: ViewState) => void): Promise<ViewState> {
    this.#newest++;
    const viewId = this.#newest;
    const started = performance.now();
    return new Promise((resolve, reject) => {
      let answered = false;
      let published = started;
      const refuseIfOld = () => {
        if (viewId !== this.#newest) throw superseded();
      };
      const pauseUnlessOld = async () => {
        await pause();
        refuseIfOld();
      };
      const progress: Progress = {
        isDue: (rowCount = 0) => {
          const now = performance.now();
          return answered ? now - published >= growEveryMs : rowCount >= firstRows || now - started >= firstAfterMs;
        },
        publish: (rows, searched, outOf) => {
          // Reading raw records takes time, too, in which a newer view may have been asked for.
          refuseIfOld();
          const state = { viewId, rowCount: rows.length, outOf, searched };
          this.#keep({ state, rows });
          published = performance.now();
          if (answered) onGrow?.(state);
          else resolve(state);
          answered = true;
        },
        pause: pauseUnlessOld,
      };
      // A burst of requests: let the later ones come in before work begins.
      pauseUnlessOld()
        .then(() => findRows(this.#records, view, progress))
        .catch(reject);
    });
  }

  async rows(view: ViewId, from: number, count: number, fields: readonly FieldRef[]): Promise<Row[]> {
    const { rows } = this.#view(view);
    const wanted = rows.subarray(from, from + Math.min(count, rowsAtOnce));
    return Promise.all(Array.from(wanted, (row) => this.#row(row, fields)));
  }

  async position(view: ViewId, recordId: string): Promise<number | undefined> {
    const row = this.#records.ids.find(recordId);
    const position = row === undefined ? -1 : this.#view(view).rows.indexOf(row);
    return position < 0 ? undefined : position;
  }

  async facet(view: ViewId, field: FieldRef, limit = 200): Promise<Facet[]> {
    const { rows } = this.#view(view);
    await fillPathColumns(this.#records, [field], this.#records.count, () => pause());
    return countFacet(this.#records, rows, field, limit);
  }

  async group<Name extends string>(view: ViewId, grouping: Grouping<Name>, from: number, count: number): Promise<Groups<Name>> {
    const grouped = await this.#grouped(view, grouping);
    // The tallies stand under the names of the measures that were asked for.
    return grouped.window(from, count) as Groups<Name>;
  }

  async histogram(view: ViewId, buckets: number): Promise<Histogram> {
    return countHistogram(this.#records, this.#view(view).rows, buckets);
  }

  async record(row: RowIndex): Promise<RawRecord> {
    const { ids, raw } = this.#records;
    if (!(row >= 0 && row < raw.length)) throw new RangeError(`there is no record ${row}`);
    const { bytes, format } = await raw.read(row);
    const recordId = ids.text(row);
    const source = format.source(raw.line(row));
    if (!format.searchText(bytes, 0, bytes.length).toLowerCase().includes(recordId.toLowerCase())) {
      throw new EngineError(
        'file-changed',
        `Another record stands there now: ${source}. The file was changed after it was opened.`,
      );
    }
    const auditData = format.auditData(bytes, 0, bytes.length);
    const text = auditData ? new TextDecoder().decode(auditData.bytes.subarray(auditData.start, auditData.end)) : '';
    return { recordId, auditData: text, envelope: format.envelope(bytes, 0, bytes.length), source };
  }

  async rejected(): Promise<readonly RejectedRecord[]> {
    return [...this.#ingest.rejected];
  }

  export(view: ViewId, format: ExportFormat): ReadableStream<Uint8Array> {
    const rows = this.#views.get(view)?.rows;
    if (!rows) return new ReadableStream({ start: (stream) => stream.error(superseded()) });
    const chunks = exportRows(this.#records, rows, format);
    return new ReadableStream<Uint8Array>({
      pull: async (stream) => {
        const { done, value } = await chunks.next();
        if (done) stream.close();
        else stream.enqueue(value);
      },
      cancel: async () => {
        await chunks.return(undefined);
      },
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#newest++;
    clearTimeout(this.#idle);
    this.#views.clear();
  }

  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#intake.then(work);
    this.#intake = answer.catch(() => undefined).then(() => this.#rankWhenIdle());
    return answer;
  }

  /** One short step per turn of the event loop, so that a request never waits for more than a step. */
  #rankWhenIdle(): void {
    clearTimeout(this.#idle);
    if (this.#disposed) return;
    this.#idle = setTimeout(() => {
      const columns = [...this.#records.columns.values()];
      const step = () => {
        while (columns[0]?.ranks.step()) columns.shift();
        if (columns.length > 0) this.#idle = setTimeout(step);
      };
      step();
    }, idleAfterMs);
  }

  #keep(view: OpenView): void {
    this.#views.set(view.state.viewId, view);
    for (const id of this.#views.keys()) if (this.#views.size > viewsKept) this.#views.delete(id);
  }

  #view(id: ViewId): OpenView {
    const view = this.#views.get(id);
    if (!view) throw superseded();
    return view;
  }

  #grouped(id: ViewId, grouping: Grouping): Promise<GroupedView> {
    const view = this.#view(id);
    const asked = JSON.stringify(grouping);
    if (view.grouping?.asked === asked) return view.grouping.made;
    const made = groupRows(this.#records, view.rows, view.state.outOf, grouping, async () => {
      await pause();
      this.#view(id);
    });
    const kept = { asked, made };
    view.grouping = kept;
    made.catch(() => {
      if (view.grouping === kept) delete view.grouping;
    });
    return made;
  }

  async #row(row: RowIndex, fields: readonly FieldRef[]): Promise<Row> {
    const { ids, times, columns, raw } = this.#records;
    const values: Partial<Record<FieldRef, string>> = {};
    const unfilled: FieldRef[] = [];
    for (const field of fields) {
      const column = columns.get(field);
      if (column && row < column.length) {
        const text = column.dictionary.text(column.codes[row] ?? 0);
        if (text !== '') values[field] = text;
      } else if (field === 'id') values.id = ids.text(row);
      else if (auditDataPath(field) !== undefined) unfilled.push(field);
    }
    if (unfilled.length > 0) {
      const { bytes, format } = await raw.read(row);
      const texts = valuesAtPaths(
        format,
        bytes,
        unfilled.map((field) => auditDataPath(field) ?? ''),
      );
      for (const [i, field] of unfilled.entries()) if (texts[i]) values[field] = texts[i];
    }
    return { index: row, recordId: ids.text(row), time: times.array[row] ?? 0, values };
  }
}

function superseded(): EngineError {
  return new EngineError('superseded', 'A newer view took its place.');
}
