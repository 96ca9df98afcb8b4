// The lines of the list of columns: fields of the catalogue, and every property of the records with what stands in it.

import { type Catalogue, fieldOf, isListed, isOffered } from '~/domain/catalogue/catalogue';
import { type FieldRef, isFieldKey } from '~/domain/catalogue/fields';
import type { PropertyFacts, ValueKind } from '~/engine/record-set';
import { parsePath, propertyStep, splitAlternatives } from '~/lib/json-path';
import { visibleText } from '~/lib/visible-text';
import { anyOf, counted } from '~/lib/words';
import { type ColumnLayout, shownFields } from './column-layout';

export interface ColumnLine {
  readonly field: FieldRef;
  readonly label: string;
  /** One line beside it, to be cut off where it is long. */
  readonly about: string;
  /** What a search looks in, in lower case. */
  readonly searched: string;
  /** What stands inside of a property. */
  readonly nested: readonly ColumnLine[];
}

export interface ColumnLines {
  readonly shown: readonly ColumnLine[];
  /** Of the catalogue, and columns that nobody's records have. */
  readonly others: readonly ColumnLine[];
  /** Also those that are columns. */
  readonly properties: readonly ColumnLine[];
}

const kindWords: ReadonlyMap<ValueKind, string> = new Map([
  ['text', 'text'],
  ['number', 'number'],
  ['boolean', 'true or false'],
  ['object', 'object'],
  ['list', 'list'],
  ['null', 'empty'],
]);

/** All of them, but for what the catalogue already lists. */
export function propertyLines(catalogue: Catalogue, properties: readonly PropertyFacts[]): ColumnLine[] {
  const listed = new Set(catalogue.fields.flatMap(({ key, csv, paths }) => listedPaths(key, csv, paths)));
  return properties.flatMap(({ name, count, kinds, examples, nested }): ColumnLine[] => {
    const path = propertyStep(name);
    const inside = nested.filter((each) => !listed.has(each.path)).map((each) => line(each.path, each.example));
    if (listed.has(path)) return inside;
    const words = anyOf(kinds.flatMap((kind) => kindWords.get(kind) ?? []));
    const about = [counted(count, 'record'), words, ...examples.slice(0, 3)].filter((each) => each !== '').join(' · ');
    return [{ ...line(path, about, [name, ...examples]), nested: inside }];
  });
}

/** `properties` as `propertyLines` answers them; `offered` is what the catalogue has to offer by now. */
export function columnLines(
  catalogue: Catalogue,
  offered: Catalogue,
  layout: ColumnLayout,
  properties: readonly ColumnLine[],
): ColumnLines {
  const known = new Map(properties.flatMap((each) => [each, ...each.nested]).map((each) => [each.field, each]));
  const lineOf = (field: FieldRef): ColumnLine => {
    if (!isListed(catalogue, field)) return { ...(known.get(field) ?? line(field.slice('path:'.length), '')), nested: [] };
    const { label, help, paths } = fieldOf(catalogue, field);
    return { field, label, about: help, searched: [label, field, ...paths].join('\n').toLowerCase(), nested: [] };
  };
  const shown = shownFields(layout);
  const others = layout.order.filter((field) => layout.hidden.includes(field) && !known.has(field) && isOffered(offered, field));
  return { shown: shown.map(lineOf), others: others.map(lineOf), properties };
}

/** Lines in which the text stands. Of a property that has it only in what stands inside of it, that is what is left of it. */
export function foundLines(lines: readonly ColumnLine[], text: string): readonly ColumnLine[] {
  const sought = text.trim().toLowerCase();
  if (sought === '') return lines;
  return lines.flatMap((each) => {
    const nested = each.nested.filter(({ searched }) => searched.includes(sought));
    if (nested.length > 0) return [{ ...each, nested }];
    return each.searched.includes(sought) ? [each] : [];
  });
}

/** A path that was typed and could be a column; `undefined` for anything else. */
export function typedField(text: string): FieldRef | undefined {
  const path = text.trim();
  return path !== '' && splitAlternatives(path).every((each) => parsePath(each)) ? `path:${path}` : undefined;
}

function line(path: string, about: string, searched: readonly string[] = [about]): ColumnLine {
  return {
    field: `path:${path}`,
    label: visibleText(path),
    about: visibleText(about),
    searched: [path, ...searched].join('\n').toLowerCase(),
    nested: [],
  };
}

/**
 * A field stands for the property that it is called after. Item and Detail show one of many properties, each of which may be
 * wanted by itself.
 */
function listedPaths(key: FieldRef, csv: readonly string[], paths: readonly string[]): readonly string[] {
  if (!isFieldKey(key)) return paths;
  return csv.length > 0 ? paths.slice(0, 1) : [];
}

/** Whether the search found something inside of it, which has to be seen then. */
export function isFoundInside({ nested }: ColumnLine, text: string): boolean {
  const sought = text.trim().toLowerCase();
  return sought !== '' && nested.some(({ searched }) => searched.includes(sought));
}

/** As many of the first as make so many lines, with those inside of the open ones. */
export function firstLines(lines: readonly ColumnLine[], most: number, isOpen: (line: ColumnLine) => boolean): ColumnLine[] {
  let count = 0;
  const end = lines.findIndex((each) => {
    count += 1 + (isOpen(each) ? each.nested.length : 0);
    return count > most;
  });
  return end < 0 ? [...lines] : lines.slice(0, Math.max(1, end));
}
