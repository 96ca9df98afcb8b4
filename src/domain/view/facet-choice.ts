// Which facets a person sees, in which order, and which of them are open: kept in the browser, for each kind of source.

import * as z from 'zod/mini';
import { type Catalogue, type Field, type FieldKind, fieldOf, isFieldOf, isOffered } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';

export interface FacetChoice {
  /** Properties that were made facets; they stand above the others. */
  readonly pinned: readonly FieldRef[];
  readonly open: readonly FieldRef[];
}

const storedSchema = z.object({ pinned: z.array(z.string()), open: z.array(z.string()) });

/** Values of these are rarely the same twice, or are no values to choose from. */
const withoutFacets: ReadonlySet<FieldKind> = new Set<FieldKind>(['time', 'json']);
const openAtFirst = 5;

export function canBeFacet(catalogue: Catalogue, ref: FieldRef): boolean {
  return ref !== 'id' && !withoutFacets.has(fieldOf(catalogue, ref).kind);
}

/** The pinned ones that are offered, and after them whatever the catalogue lists. */
export function facetFields(catalogue: Catalogue, { pinned }: FacetChoice): FieldRef[] {
  const first = pinned.filter((field) => isOffered(catalogue, field));
  return [...first, ...usualFacets(catalogue).filter((field) => !pinned.includes(field))];
}

/** What `useStored` is told of it: everyone who shows or changes the choice keeps it under the same name. */
export function storedFacets(
  catalogue: Catalogue,
): readonly [key: string, parse: (value: unknown) => FacetChoice | undefined, fallback: FacetChoice] {
  const fallback = { pinned: [], open: usualFacets(catalogue).slice(0, openAtFirst) };
  return [`facets.${catalogue.key}`, (value) => parseFacetChoice(catalogue, value), fallback];
}

export function withOpen(choice: FacetChoice, field: FieldRef, isOpen: boolean): FacetChoice {
  const open = without(choice.open, field);
  return { ...choice, open: isOpen ? [...open, field] : open };
}

/** What is pinned stands above the others, and is open. */
export function withPinned(choice: FacetChoice, field: FieldRef, isPinned: boolean): FacetChoice {
  const pinned = without(choice.pinned, field);
  return isPinned ? withOpen({ ...choice, pinned: [field, ...pinned] }, field, true) : { ...choice, pinned };
}

/** Who, what, from where, of which kind, and how it ended. */
const telling: readonly FieldRef[] = ['user', 'operation', 'ip', 'path:LogonType', 'recordType', 'result'];

/** The telling ones first, then what is a column, then the others. */
function usualFacets(catalogue: Catalogue): FieldRef[] {
  const place = ({ key, shown }: Field) => (telling.includes(key) ? telling.indexOf(key) : telling.length + Number(!shown));
  const sorted = [...catalogue.fields].sort((a, b) => place(a) - place(b));
  return sorted.map(({ key }) => key).filter((key) => canBeFacet(catalogue, key));
}

function parseFacetChoice(catalogue: Catalogue, value: unknown): FacetChoice | undefined {
  const { data } = storedSchema.safeParse(value);
  if (!data) return undefined;
  const isKnown = (text: string): text is FieldRef => isFieldOf(catalogue, text);
  return { pinned: data.pinned.filter(isKnown), open: data.open.filter(isKnown) };
}

function without(fields: readonly FieldRef[], field: FieldRef): FieldRef[] {
  return fields.filter((each) => each !== field);
}
