// Which columns the grid has, in which order and how wide: made by the administrator and kept in the browser.

import * as z from 'zod/mini';
import { type FieldRef, fieldKeys, fieldLabel, getField, isFieldKey, isFieldRef } from '~/domain/fields';

export interface ColumnLayout {
  /** All fields of the catalogue, and any paths that were made columns; hidden ones keep their place. */
  readonly order: readonly FieldRef[];
  readonly hidden: readonly FieldRef[];
  /** Pixels; only where changed. */
  readonly widths: Readonly<Partial<Record<FieldRef, number>>>;
}

const pathWidth = 200;

export const standardLayout: ColumnLayout = {
  order: fieldKeys,
  hidden: fieldKeys.filter((key) => !getField(key).shown),
  widths: {},
};

const storedSchema = z.object({
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  widths: z.record(z.string(), z.number().check(z.gte(60), z.lte(1200))),
});

/** What was stored, with fields that were unknown then at the end; `undefined` when it is not a layout. */
export function parseColumnLayout(value: unknown): ColumnLayout | undefined {
  const stored = storedSchema.safeParse(value);
  if (!stored.success) return undefined;
  const known = [...new Set(stored.data.order.filter(isFieldRef))];
  const added = fieldKeys.filter((key) => !known.includes(key));
  const hidden = [...stored.data.hidden.filter(isFieldRef), ...added.filter((key) => !getField(key).shown)];
  const order = [...known, ...added];
  // A grid without columns could not be told from a broken one.
  if (order.every((ref) => hidden.includes(ref))) return undefined;
  const widths: Partial<Record<FieldRef, number>> = {};
  for (const [ref, width] of Object.entries(stored.data.widths)) if (isFieldRef(ref)) widths[ref] = width;
  return { order, hidden, widths };
}

export function shownFields({ order, hidden }: ColumnLayout): FieldRef[] {
  return order.filter((ref) => !hidden.includes(ref));
}

export function columnWidth({ widths }: ColumnLayout, ref: FieldRef): number {
  return widths[ref] ?? (isFieldKey(ref) ? getField(ref).width : pathWidth);
}

/** The share a column takes of the width that is left; one that was given a width keeps it. */
export function columnGrowth({ widths }: ColumnLayout, ref: FieldRef): number | undefined {
  return widths[ref] === undefined && isFieldKey(ref) ? getField(ref).grow : undefined;
}

/** Hiding the last shown column changes nothing. */
export function withShown(layout: ColumnLayout, ref: FieldRef, isShown: boolean): ColumnLayout {
  const hidden = layout.hidden.filter((each) => each !== ref);
  const next = { ...layout, hidden: isShown ? hidden : [...hidden, ref] };
  return shownFields(next).length > 0 ? next : layout;
}

/** Puts `ref` right before `before`, or at the end. */
export function withMoved(layout: ColumnLayout, ref: FieldRef, before: FieldRef | undefined): ColumnLayout {
  const order = layout.order.filter((each) => each !== ref);
  const at = before === undefined ? order.length : order.indexOf(before);
  if (at < 0 || ref === before) return layout;
  return { ...layout, order: order.toSpliced(at, 0, ref) };
}

/** Adds a property of AuditData as a column at the end, or shows it again. */
export function withPath(layout: ColumnLayout, path: string): ColumnLayout {
  const ref: FieldRef = `path:${path}`;
  const order = layout.order.includes(ref) ? layout.order : [...layout.order, ref];
  return withShown({ ...layout, order }, ref, true);
}

export function withoutPath(layout: ColumnLayout, ref: FieldRef): ColumnLayout {
  if (isFieldKey(ref)) return layout;
  const next = {
    ...layout,
    order: layout.order.filter((each) => each !== ref),
    hidden: layout.hidden.filter((each) => each !== ref),
  };
  return shownFields(next).length > 0 ? next : layout;
}

/** The heading of a column: dates always say their zone. */
export function columnLabel(ref: FieldRef, zone: string): string {
  return ref === 'time' ? `${fieldLabel(ref)} (${zone})` : fieldLabel(ref);
}
