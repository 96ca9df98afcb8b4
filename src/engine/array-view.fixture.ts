// A view of plain arrays, and what it hands out of their records.

import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { findRecordType } from '~/domain/catalogue/record-types';
import type { RecordKey } from '~/domain/record/record-key';
import type { RecordPlace } from '~/domain/record/record-place';
import type { Correlation } from '~/domain/view/correlation';
import type { Filter } from '~/domain/view/filter';
import type { Grouping } from '~/domain/view/grouping';
import type { OverviewAsked } from '~/domain/view/overview';
import type { ResultView } from '~/domain/view/result-view';
import { csvCell, guardFormula } from '~/lib/csv';
import { readJson } from '~/lib/read-json';
import { createStore, waitFor } from '~/lib/store';
import { naiveCorrelations } from './naive-correlate.fixture';
import { naiveGroups } from './naive-groups.fixture';
import { naiveMatches } from './naive-matches.fixture';
import { naiveFacet, naiveTimeline } from './naive-overview.fixture';
import { type NaiveRecord, naiveAuditData, naiveView, writtenJson } from './naive-records.fixture';
import type { ExportFormat, Groups, RawRecord, RecordView, Row, ViewState } from './record-set';

export interface ArrayRecord extends NaiveRecord {
  readonly key: RecordKey;
  /** As a Graph record. */
  readonly raw: string;
  readonly origin: RecordPlace;
  /** Where all its copies stood, `origin` among them, in the order in which they came. */
  readonly places: readonly RecordPlace[];
}

export class ArrayView implements RecordView {
  readonly #state = createStore<ViewState>({ status: 'opening' });
  readonly state = this.#state;
  #all: readonly ArrayRecord[] = [];
  readonly #asked: ResultView;
  readonly #closing = new AbortController();
  readonly #wanted: AbortSignal;
  #records: readonly ArrayRecord[] = [];

  constructor(all: Promise<readonly ArrayRecord[]>, asked: ResultView, signals: readonly AbortSignal[]) {
    this.#asked = asked;
    this.#wanted = AbortSignal.any([this.#closing.signal, ...signals]);
    setTimeout(async () => {
      const records = await all;
      if (this.#wanted.aborted) return;
      this.#all = records;
      this.#records = naiveView(records, asked);
      this.#state.set({ status: 'open', rowCount: this.#records.length, outOf: records.length, searched: records.length });
    });
  }

  async rows(from: number, count: number, fields: readonly FieldRef[], signal?: AbortSignal): Promise<Row[]> {
    const records = await this.#known(signal);
    return records.slice(from, from + Math.min(count, 1000)).map((record) => ({
      key: record.key,
      time: record.time,
      values: Object.fromEntries(
        fields
          .filter((field) => field !== 'time')
          .map((field) => [field, textOf(record, field)])
          .filter(([, text]) => text !== ''),
      ),
    }));
  }

  async find(key: RecordKey, signal?: AbortSignal): Promise<number | undefined> {
    const at = (await this.#known(signal)).findIndex((record) => record.key === key.toLowerCase());
    return at < 0 ? undefined : at;
  }

  async overview({ facets, timeline }: OverviewAsked, signal?: AbortSignal) {
    const records = await this.#known(signal);
    return {
      facets: facets.map((asked) => naiveFacet(this.#all, this.#asked, asked)),
      timeline: timeline && naiveTimeline(this.#all, records, this.#asked.filters, timeline),
    };
  }

  async group<Name extends string>(grouping: Grouping<Name>, from: number, count: number, signal?: AbortSignal) {
    const shown = new Set(await this.#known(signal));
    const groups = naiveGroups(
      this.#all.filter((record) => shown.has(record)),
      grouping,
    );
    // The tallies stand under the names of the measures that were asked for.
    return { groupCount: groups.length, groups: groups.slice(from, from + Math.min(count, 1000)) } as Groups<Name>;
  }

  async correlate(correlation: Correlation, limit: number, signal?: AbortSignal) {
    const shown = new Set(await this.#known(signal));
    const all = naiveCorrelations(
      this.#all.filter((record) => shown.has(record)),
      correlation,
    );
    return { count: all.length, found: all.slice(0, Math.min(limit, 1000)) };
  }

  async matches(filters: readonly Filter[], signal?: AbortSignal) {
    const shown = await this.#known(signal);
    return filters.map((filter) => naiveMatches(shown, filter));
  }

  async records(from: number, count: number, signal?: AbortSignal): Promise<RawRecord[]> {
    return (await this.#known(signal)).slice(from, from + Math.min(count, 1000)).map((record) => rawRecord(record, this.#all));
  }

  export(format: ExportFormat): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>({
      pull: async (stream) => {
        const lines = exportLines(await this.#known(), format);
        stream.enqueue(new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join('')));
        stream.close();
      },
    });
  }

  close(): void {
    this.#closing.abort(new DOMException('The view was closed.', 'AbortError'));
  }

  async #known(signal?: AbortSignal): Promise<readonly ArrayRecord[]> {
    const isOpen = (state: ViewState): state is Extract<ViewState, { status: 'open' }> => state.status === 'open';
    await waitFor(this.state, isOpen, signal ? AbortSignal.any([this.#wanted, signal]) : this.#wanted);
    return this.#records;
  }
}

/** `all` are the records of the set. */
export function rawRecord({ key, id, raw, origin, places }: ArrayRecord, all: readonly ArrayRecord[]): RawRecord {
  // Only objects with an id were taken in.
  const { auditData, ...envelope } = readJson(raw).value as Record<string, unknown>;
  return {
    key,
    recordId: id,
    auditData: auditDataText(raw),
    envelope: Object.entries(envelope).map(([name, value]) => [name, typeof value === 'string' ? value : writtenJson(value)]),
    origin,
    alsoIn: places.filter((place) => place !== origin),
    copies: places.length - 1,
    namesakes: all.filter((other) => other.id === id).length - 1,
  };
}

/** Of a Graph record. */
export function auditDataText(raw: string): string {
  // Only objects are taken in.
  const { auditData } = readJson(raw).value as Record<string, unknown>;
  return naiveAuditData(auditData);
}

function textOf(record: NaiveRecord, field: FieldRef): string {
  return field === 'id' ? record.id : record.value(field);
}

function shown(record: NaiveRecord, field: FieldRef): string {
  return field === 'time' ? new Date(record.time).toISOString().replace('.000Z', 'Z') : displayText(field, textOf(record, field));
}

function exportLines(records: readonly ArrayRecord[], format: ExportFormat): string[] {
  const line = (cells: readonly string[]) => cells.map(csvCell).join(',');
  if (format.kind === 'columns') {
    const labels = format.columns.map(({ field, label }) => (field === 'time' ? `${label} (UTC)` : label));
    return [labels, ...records.map((record) => format.columns.map(({ field }) => shown(record, field)))].map((cells) =>
      line(cells.map(guardFormula)),
    );
  }
  const header = 'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames';
  const rows = records.map((record) => {
    const recordType = record.value('recordType');
    return line([
      record.id,
      new Date(record.time).toISOString(),
      String(findRecordType(recordType)?.value ?? recordType),
      record.value('operation'),
      record.recordedUser,
      auditDataText(record.raw),
      record.value('adminUnits'),
      '',
    ]);
  });
  return [header, ...rows];
}
