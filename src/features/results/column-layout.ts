// Which columns the grid has, in which order and how wide: made by the administrator and kept in the browser.

import * as z from 'zod/mini';
import { type Catalogue, fieldOf, isFieldOf, isListed, labelOf } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';

export interface ColumnLayout {
  /** All fields of the catalogue, and any paths that were made columns; hidden ones keep their place. */
  readonly order: readonly FieldRef[];
  readonly hidden: readonly FieldRef[];
  /** Pixels; only where changed. */
  readonly widths: Readonly<Partial<Record<FieldRef, number>>>;
}

export function standardLayout({ fields }: Catalogue): ColumnLayout {
  const hidden = fields.filter(({ shown }) => !shown).map(({ key }) => key);
  return { order: fields.map(({ key }) => key), hidden, widths: {} };
}

const storedSchema = z.object({
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  widths: z.record(z.string(), z.number().check(z.gte(60), z.lte(1200))),
});

/** What was stored, with fields that were unknown then at the end; `undefined` when it is not a layout. */
export function parseColumnLayout(catalogue: Catalogue, value: unknown): ColumnLayout | undefined {
  const stored = storedSchema.safeParse(value);
  if (!stored.success) return undefined;
  const isKnown = (text: string): text is FieldRef => isFieldOf(catalogue, text);
  const known = [...new Set(stored.data.order.filter(isKnown))];
  const added = catalogue.fields.filter(({ key }) => !known.includes(key));
  const hidden = [...stored.data.hidden.filter(isKnown), ...added.filter(({ shown }) => !shown).map(({ key }) => key)];
  const order = [...known, ...added.map(({ key }) => key)];
  // A grid without columns could not be told from a broken one.
  if (order.every((ref) => hidden.includes(ref))) return undefined;
  const widths: Partial<Record<FieldRef, number>> = {};
  for (const [ref, width] of Object.entries(stored.data.widths)) if (isKnown(ref)) widths[ref] = width;
  return { order, hidden, widths };
}

export function shownFields({ order, hidden }: ColumnLayout): FieldRef[] {
  return order.filter((ref) => !hidden.includes(ref));
}

/** Exactly these columns in this order, as far as the source can have them; what the catalogue lists beside them is hidden. */
export function withColumns(catalogue: Catalogue, layout: ColumnLayout, columns: readonly FieldRef[]): ColumnLayout {
  const shown = [...new Set(columns)].filter((ref) => isFieldOf(catalogue, ref));
  if (shown.length === 0) return layout;
  const others = layout.order.filter((ref) => isListed(catalogue, ref) && !shown.includes(ref));
  return { ...layout, order: [...shown, ...others], hidden: others };
}

export function columnWidth(catalogue: Catalogue, { widths }: ColumnLayout, ref: FieldRef): number {
  return widths[ref] ?? fieldOf(catalogue, ref).width;
}

/** The share a column takes of the width that is left; one that was given a width keeps it. */
export function columnGrowth(catalogue: Catalogue, { widths }: ColumnLayout, ref: FieldRef): number | undefined {
  return widths[ref] === undefined ? fieldOf(catalogue, ref).grow : undefined;
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

/** Adds a property of AuditData as a column at the end, or shows a column again. */
export function withField(layout: ColumnLayout, ref: FieldRef): ColumnLayout {
  const order = layout.order.includes(ref) ? layout.order : [...layout.order, ref];
  return withShown({ ...layout, order }, ref, true);
}

/** Shows a column of marks right behind the users, where it is in sight; one that is shown stays where it is. */
export function withMarks(layout: ColumnLayout, ref: FieldRef): ColumnLayout {
  if (shownFields(layout).includes(ref)) return layout;
  const others = layout.order.filter((each) => each !== ref);
  return withField(withMoved(layout, ref, others[others.indexOf('user') + 1]), ref);
}

/** Takes a column away. What the catalogue lists keeps its place, hidden; of a property nothing stays. The last column stays. */
export function withoutColumn(catalogue: Catalogue, layout: ColumnLayout, ref: FieldRef): ColumnLayout {
  if (isListed(catalogue, ref)) return withShown(layout, ref, false);
  const next = {
    ...layout,
    order: layout.order.filter((each) => each !== ref),
    hidden: layout.hidden.filter((each) => each !== ref),
  };
  return shownFields(next).length > 0 ? next : layout;
}

/** The heading of a column: dates always say their zone. */
export function columnLabel(catalogue: Catalogue, ref: FieldRef, zone: string): string {
  return ref === 'time' ? `${labelOf(catalogue, ref)} (${zone})` : labelOf(catalogue, ref);
}
