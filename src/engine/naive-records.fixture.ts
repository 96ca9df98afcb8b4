// What the engine promises, written the obvious way: values, arrays of objects, sort by comparing. The tests hold the engine
// against it; the product never imports it.

import type { LookUp } from '~/domain/addresses/address-book';
import { countryCode } from '~/domain/addresses/country-names';
import { columnFields } from '~/domain/catalogue/audit-log-catalogue';
import { displayText } from '~/domain/catalogue/display';
import { type DerivedKey, type FieldKey, type FieldRef, isDerivedKey, isFieldKey } from '~/domain/catalogue/fields';
import { recordTypeSpellings, recordTypeWords } from '~/domain/catalogue/record-types';
import { isNobody, personBehind } from '~/domain/record/person-behind';
import type { FieldFilter, Filter, FilterOf } from '~/domain/view/filter';
import { newestFirst, type ResultView, type SortKey } from '~/domain/view/result-view';
import { followPath } from '~/lib/follow-path';
import { canonicalIp } from '~/lib/ip';
import { parsePath, splitAlternatives } from '~/lib/json-path';
import { ownValue } from '~/lib/own-value';
import { membersOf, readJson, WrittenNumber } from '~/lib/read-json';
import { formatTime } from '~/lib/time';
import { derivedValue, isInRange } from './naive-addresses.fixture';
import { naiveHolds } from './naive-text.fixture';
import type { PropertyFacts, ValueKind } from './record-set';

/** A record as it would arrive from Graph. */
export interface GraphRecord {
  readonly id: string;
  readonly createdDateTime: string;
  readonly [property: string]: unknown;
}

export interface NaiveRecord {
  readonly id: string;
  readonly time: number;
  readonly value: (field: FieldRef) => string;
  /** As it stands there, where `user` is somebody it leads to. */
  readonly recordedUser: string;
  /** Everything the text search looks at, one text each. */
  readonly texts: readonly string[];
}

const userTypes =
  'Regular,Reserved,Admin,DcAdmin,System,Application,ServicePrincipal,CustomPolicy,SystemPolicy,PartnerTechnician,Guest'.split(
    ',',
  );

export function naiveRecord(raw: string): NaiveRecord {
  return naiveRecordWith(raw, () => undefined);
}

/** With what address books say. */
export function naiveRecordWith(raw: string, lookUp: LookUp): NaiveRecord {
  // The tests build these texts themselves.
  const record = readJson(raw).value as GraphRecord;
  const auditData = readJson(naiveAuditData(record['auditData'])).value;
  const byField = new Map<FieldKey, string>();
  for (const field of columnFields) {
    const inside = field.paths.map((path) => textAt(auditData, path));
    const around = field.graph ? [textOf(ownValue(record, field.graph))] : [];
    const inOrder = field.key === 'recordType' || field.key === 'id' ? [...around, ...inside] : [...inside, ...around];
    const said = inOrder.filter((text) => text !== '').map((text) => normalised(field.key, text));
    const isEnum = field.key === 'recordType' || field.key === 'userType';
    const isVague = field.kind === 'user' ? isNobody : (text: string) => isEnum && text === 'unknownFutureValue';
    byField.set(field.key, said.find((text) => !isVague(text)) ?? said[0] ?? '');
  }
  const recordedUser = byField.get('user') ?? '';
  if (isNobody(recordedUser)) byField.set('user', personBehind(auditData) || recordedUser);
  const address = byField.get('ip') ?? '';
  const value = (ref: FieldRef) =>
    isDerivedKey(ref)
      ? (derivedValue(ref, address, lookUp) ?? '')
      : isFieldKey(ref)
        ? (byField.get(ref) ?? '')
        : (splitAlternatives(ref.slice(5))
            .map((path) => textAt(auditData, path))
            .find((text) => text !== '') ?? '');
  const time = Date.parse(record.createdDateTime);
  const shown = columnFields.filter(({ key }) => key !== 'time' && key !== 'id').map(({ key }) => displayText(key, value(key)));
  return { id: record.id.toLowerCase(), time, value, recordedUser, texts: [...shown, formatTime(time, 'utc'), unescaped(raw)] };
}

function normalised(field: FieldKey | DerivedKey, text: string): string {
  if (text === '') return '';
  if (field === 'ip') return canonicalIp(text) ?? text;
  if (field === 'ip.country') return countryCode(text) ?? text;
  if (field === 'recordType') return recordTypeWords(text);
  if (field === 'userType')
    return (
      (/^\d+$/.test(text) ? userTypes[Number(text)] : undefined) ??
      userTypes.find((name) => name.toLowerCase() === text.toLowerCase()) ??
      text
    );
  return text;
}

function textAt(auditData: unknown, path: string): string {
  const steps = parsePath(path);
  return steps ? textOf(followPath(auditData, steps)) : '';
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof WrittenNumber) return String(value);
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join('; ')
      .slice(0, 1000);
  return typeof value === 'object' ? writtenJson(value).slice(0, 300) : String(value);
}

/** The text of AuditData, without what exports wrap it in. */
export function naiveAuditData(value: unknown): string {
  if (typeof value !== 'string') return value === undefined || value === null ? '' : naiveAuditData(writtenJson(value));
  if (/^\s*"?\{\s*""\s*[^:\s]/.test(value)) return naiveAuditData(value.replace(/^\s*"|"\s*$/g, '').replaceAll('""', '"'));
  const inside = /^\s*["[]/.test(value) ? readJson(value).value : undefined;
  if (typeof inside === 'string') return naiveAuditData(inside);
  return Array.isArray(inside) && inside.length === 1 ? naiveAuditData(inside[0]) : value;
}

/** As `JSON.stringify`, with numbers as they were written and names as often as they were. */
export function writtenJson(value: unknown): string {
  if (value instanceof WrittenNumber) return String(value);
  if (Array.isArray(value)) return `[${value.map(writtenJson)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = membersOf(value).filter(([, each]) => each !== undefined);
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${writtenJson(each)}`)}}`;
}

/** Of AuditData that is an object. */
export function naiveProperties(auditData: readonly unknown[]): PropertyFacts[] {
  const values = new Map<string, unknown[]>();
  for (const each of auditData)
    if (typeof each === 'object' && each !== null && !Array.isArray(each) && !(each instanceof WrittenNumber))
      for (const [name, value] of Object.entries(each)) values.set(name, [...(values.get(name) ?? []), value]);
  const facts = Array.from(values, ([name, all]) => {
    const kinds = new Set(all.map(kindOf));
    return {
      name,
      count: all.length,
      examples: [],
      nested: [],
      kinds: (['text', 'number', 'boolean', 'object', 'list', 'null'] as const).filter((each) => kinds.has(each)),
    };
  });
  return facts.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function kindOf(value: unknown): ValueKind {
  if (value instanceof WrittenNumber || typeof value === 'number') return 'number';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'text' : 'object';
}

function unescaped(raw: string): string {
  return raw.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (written) => JSON.parse(`"${written}"`) as string);
}

/** The records of a view, in its order. */
export function naiveView<R extends NaiveRecord>(records: readonly R[], view: ResultView): R[] {
  const query = view.text.toLowerCase();
  const keys = view.sort.length > 0 ? [...view.sort, ...newestFirst] : [];
  return records
    .filter((record) => view.filters.every((filter) => passes(record, filter)))
    .filter((record) => record.texts.some((text) => text.toLowerCase().includes(query)))
    .sort((a, b) => keys.reduce((order, key) => order || compare(a, b, key), 0));
}

export function passes(record: NaiveRecord, filter: Filter): boolean {
  switch (filter.op) {
    case 'all':
      return filter.of.every((each) => passes(record, each));
    case 'any':
      return filter.of.some((each) => passes(record, each));
    case 'not':
      return !passes(record, filter.filter);
    case 'aside':
      return true;
    case 'text':
      return record.texts.some((text) => naiveHolds(text, filter));
    default:
      return answers(record, filter);
  }
}

function answers(record: NaiveRecord, filter: FieldFilter): boolean {
  const { field } = filter;
  const stored = storedText(record, field);
  const own = [stored, displayText(field, stored)].map((text) => text.toLowerCase());
  const isOneOf = (values: readonly string[]) =>
    values.some((value) => {
      const normal = value === '' ? '' : normalised(isFieldKey(field) || isDerivedKey(field) ? field : 'item', value);
      const asked = field === 'recordType' && value !== '' ? recordTypeSpellings(value) : [normal];
      return asked.some((text) => own.includes(text.toLowerCase()));
    });
  switch (filter.op) {
    case 'is':
      return isOneOf(filter.values);
    case 'isNot':
      return !isOneOf(filter.values);
    case 'contains':
      return stored !== '' && own.some((text) => text.includes(filter.text.toLowerCase()));
    case 'startsWith':
      return stored !== '' && own.some((text) => text.startsWith(filter.text.toLowerCase()));
    case 'endsWith':
      return stored !== '' && own.some((text) => text.endsWith(filter.text.toLowerCase()));
    case 'matches':
      return stored !== '' && [stored, displayText(field, stored)].some((text) => matches(text, filter));
    case 'sameAs':
      return stored !== '' && stored.toLowerCase() === storedText(record, filter.other).toLowerCase();
    case 'exists':
      return stored !== '';
    case 'missing':
      return stored === '';
    case 'inRange':
      return isInRange(stored, filter.range);
    case 'number': {
      const value = numberIn(stored);
      return !(Number.isNaN(value) || value < (filter.atLeast ?? value) || value > (filter.atMost ?? value));
    }
    case 'between':
      return record.time >= Date.parse(filter.from ?? '1970-01-01') && record.time < Date.parse(filter.to ?? '2970-01-01');
    case 'outsideHours':
      return isOutsideHours(record.time, filter);
  }
}

export function storedText(record: NaiveRecord, field: FieldRef): string {
  return field === 'time' ? formatTime(record.time, 'utc') : field === 'id' ? record.id : record.value(field);
}

function matches(text: string, { pattern, flags }: FilterOf<'matches'>): boolean {
  try {
    return /^[ims]*$/.test(flags) && new RegExp(pattern, flags).test(text);
  } catch {
    return false;
  }
}

function isOutsideHours(time: number, { from, to, zone: timeZone }: FilterOf<'outsideHours'>): boolean {
  // The generated filters name no other zone that does not exist.
  if (timeZone === 'Nowhere/Else') return false;
  if (![from, to].every((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text))) return false;
  const clock = { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const parts = new Map(new Intl.DateTimeFormat('en-US', clock).formatToParts(time).map(({ type, value }) => [type, value]));
  const wall = `${parts.get('hour')}:${parts.get('minute')}`;
  return ['Sat', 'Sun'].includes(parts.get('weekday') ?? '') || wall < from || wall >= to;
}

function compare(a: NaiveRecord, b: NaiveRecord, { field, descending }: SortKey): number {
  const direction = descending ? -1 : 1;
  if (field === 'time') return (a.time - b.time) * direction;
  if (field === 'id') return byCodePoint(a.id, b.id) * direction;
  const [x, y] = [a, b].map((record) => displayText(field, record.value(field)));
  if (x === undefined || y === undefined || x === y) return 0;
  if (x === '' || y === '') return x === '' ? 1 : -1;
  return compareShown(x, y) * direction;
}

/** Numbers before texts, and in their order. */
export function compareShown(a: string, b: string): number {
  const [x, y] = [numberIn(a), numberIn(b)];
  const asTexts = byCodePoint(a.toLowerCase(), b.toLowerCase()) || byCodePoint(a, b);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || asTexts;
  return x === y ? asTexts : x - y;
}

/** NaN when there is none. */
function numberIn(text: string): number {
  return /^\s*[-+]?[\d.]/.test(text) && !/x/i.test(text) ? Number(text) : Number.NaN;
}

export function byCodePoint(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => Array.from(text, (char) => char.codePointAt(0) ?? 0));
  for (const [i, point] of x?.entries() ?? []) if (point !== y?.[i]) return point - (y?.[i] ?? -1);
  return (x?.length ?? 0) - (y?.length ?? 0);
}
