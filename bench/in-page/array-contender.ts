// What most tables do: an array of objects on the main thread, sorted by Array.prototype.sort with a comparator. Values are
// compared as TanStack Table's `text` does it, without case, lower-casing in the comparator; texts are searched in the JSON
// text kept beside each row. `preparedSort` is the kindest variant we know: texts lower-cased once, then compared.

import { displayText } from '~/domain/catalogue/display';
import { auditDataPath, type FieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import { newestFirst, type SortKey } from '~/domain/view/result-view';
import { timeSlices } from '~/lib/time-slices';
import type { Contender } from './contender';
import { findIndicators } from './find-indicators';

export interface GraphRecord {
  readonly id: string;
  readonly createdDateTime: string;
  readonly auditLogRecordType: string;
  readonly operation: string;
  readonly userPrincipalName: string;
  readonly service: string;
  readonly objectId: string;
  readonly clientIp: string;
  readonly auditData: {
    readonly ResultStatus: string;
    readonly ExtendedProperties: readonly { readonly Name: string; readonly Value: string }[];
  };
}

interface ArrayRow {
  readonly index: number;
  readonly time: number;
  readonly id: string;
  readonly ip: string;
  readonly user: string;
  readonly recordType: string;
  readonly operation: string;
  readonly item: string;
  readonly detail: string;
  readonly workload: string;
  readonly result: string;
  readonly raw: string;
}

type TextKey = Exclude<keyof ArrayRow, 'index' | 'time' | 'raw'>;
type Comparator = (a: ArrayRow, b: ArrayRow) => number;

const decoder = new TextDecoder();

export function createArray(): Contender {
  const all: ArrayRow[] = [];
  let current: ArrayRow[] = all;

  return {
    async append(page) {
      const { value }: { value: GraphRecord[] } = JSON.parse(decoder.decode(page));
      for (const record of value) all.push(toRow(record, all.length));
    },

    async view({ filters, sort }) {
      current = filterArray(all, filters);
      if (sort.length > 0) current.sort(comparator(sort));
      return current.length;
    },

    async preparedSort({ sort }) {
      const columns = withTies(sort).map(({ field, descending }) => ({
        values: all.map((row) => (field === 'time' ? row.time : row[textKey(field)].toLowerCase())),
        sign: descending ? -1 : 1,
      }));
      const order = all.map((_, index) => index);
      order.sort((a, b) => {
        for (const { values, sign } of columns) {
          const x = values[a] ?? '';
          const y = values[b] ?? '';
          if (x !== y) return x > y ? sign : -sign;
        }
        return 0;
      });
      current = order.map((index) => all[index] as ArrayRow); // `order` holds indices of `all`
      return current.length;
    },

    async rows(from, count) {
      return current.slice(from, from + count).map(({ id }) => id);
    },

    async facet(field) {
      const textOf = reader(field);
      const counts = new Map<string, number>();
      for (const row of current) {
        const text = textOf(row);
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
      const sorted = [...counts].sort((a, b) => b[1] - a[1]);
      return `${sorted[0]?.[1]}`;
    },

    async histogram(buckets) {
      const from = all.reduce((least, { time }) => Math.min(least, time), Number.POSITIVE_INFINITY);
      const to = all.reduce((most, { time }) => Math.max(most, time), Number.NEGATIVE_INFINITY);
      const { edges } = timeSlices(from, to, buckets, 'utc');
      const [first = 0, last = 0] = [edges[0], edges.at(-1)];
      const counts = new Array<number>(edges.length - 1).fill(0);
      for (const { time } of current) {
        // In UTC all slices of less than a month are of one length.
        const slice = Math.floor(((time - first) / (last - first)) * counts.length);
        counts[slice] = (counts[slice] ?? 0) + 1;
      }
      return `${Math.max(...counts)}`;
    },

    async overview(fields, buckets) {
      const facets: string[] = [];
      for (const field of fields) facets.push(await this.facet(field));
      return `${facets}; ${await this.histogram(buckets)}`;
    },

    async properties() {
      const counts = new Map<string, number>();
      for (const { raw } of all) {
        for (const name of Object.keys(JSON.parse(raw))) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return sorted.map(([name, count]) => `${name} ${count}`).join(', ');
    },

    async values(field, from, count) {
      return current.slice(from, from + count).map(reader(field));
    },

    async search({ text, filters, sort }, enough) {
      const start = performance.now();
      const rows = filterArray(all, filters);
      if (sort.length > 0) rows.sort(comparator(sort));
      const wanted = text.toLowerCase();
      let firstMs = 0;
      current = rows.filter((row) => {
        if (!holds(row, wanted)) return false;
        if (--enough === 0) firstMs = performance.now() - start;
        return true;
      });
      const wholeMs = performance.now() - start;
      return { firstMs: firstMs || wholeMs, wholeMs, found: current.length };
    },

    async matches(indicators) {
      return findIndicators(indicators, current);
    },

    async recordLength(row) {
      return all[row]?.raw.length ?? 0;
    },

    async exportCsv() {
      const encoder = new TextEncoder();
      let bytes = 0;
      for (let from = 0; from < current.length; from += 1000) {
        bytes += encoder.encode(
          current
            .slice(from, from + 1000)
            .map(csvLine)
            .join(''),
        ).length;
        // Lets the page breathe, as a stream would.
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      return bytes;
    },

    dispose() {
      all.length = 0;
    },
  };
}

function toRow(record: GraphRecord, index: number): ArrayRow {
  const { auditData } = record;
  return {
    index,
    time: Date.parse(record.createdDateTime),
    id: record.id,
    ip: record.clientIp,
    user: record.userPrincipalName,
    recordType: displayText('recordType', record.auditLogRecordType),
    operation: displayText('operation', record.operation),
    item: record.objectId,
    detail: auditData.ExtendedProperties.find(({ Name }) => Name === 'ResultStatusDetail')?.Value ?? '',
    workload: record.service,
    result: auditData.ResultStatus,
    raw: JSON.stringify(auditData),
  };
}

/** Properties of AuditData that have no place in a row are read from its text. */
function reader(field: FieldRef): (row: ArrayRow) => string {
  const name = auditDataPath(field);
  if (name !== undefined) {
    return ({ raw }) => {
      const auditData: Readonly<Record<string, unknown>> = JSON.parse(raw);
      return String(auditData[name] ?? '');
    };
  }
  const key = textKey(field);
  return (row) => row[key];
}

function textKey(field: FieldRef): TextKey {
  if (field === 'time' || field === 'userType' || field === 'adminUnits' || field.startsWith('path:')) throw new Error(field);
  return field as TextKey; // what is left of the field catalogue are the keys of a row
}

function filterArray(rows: readonly ArrayRow[], filters: readonly Filter[]): ArrayRow[] {
  const tests = filters.map((filter) => {
    if (filter.op !== 'is') throw new Error(`No question asks for ${filter.op}`);
    const key = textKey(filter.field);
    const wanted = filter.values.map((value) => value.toLowerCase());
    return (row: ArrayRow) => wanted.includes(row[key].toLowerCase());
  });
  return rows.filter((row) => tests.every((test) => test(row)));
}

/** Ties stand newest first, as in the engine. */
function withTies(sort: readonly SortKey[]): readonly SortKey[] {
  return sort.some(({ field }) => field === 'time') ? sort : [...sort, ...newestFirst];
}

function comparator(sort: readonly SortKey[]): Comparator {
  const comparators = withTies(sort).map(({ field, descending }): Comparator => {
    const sign = descending ? -1 : 1;
    if (field === 'time') return (a, b) => sign * (a.time - b.time);
    const key = textKey(field);
    return (a, b) => {
      const x = a[key].toLowerCase();
      const y = b[key].toLowerCase();
      return x === y ? 0 : x > y ? sign : -sign;
    };
  });
  return (a, b) => {
    for (const compare of comparators) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function holds(row: ArrayRow, wanted: string): boolean {
  return (
    row.raw.toLowerCase().includes(wanted) ||
    row.operation.toLowerCase().includes(wanted) ||
    row.recordType.toLowerCase().includes(wanted)
  );
}

function csvLine(row: ArrayRow): string {
  const { raw } = row;
  return `${row.id},${new Date(row.time).toISOString()},${row.recordType},${row.operation},${row.user},"${raw.replaceAll('"', '""')}",,\r\n`;
}
