// Which facets a person sees, in which order, and which of them are open: kept in the browser, for each kind of source.

import * as z from 'zod/mini';
import { type Catalogue, type FieldKind, isFieldOf } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import { useStored } from '~/ui/use-stored';

export interface FacetChoice {
  /** Properties that were made facets; they stand above the others. */
  readonly pinned: readonly FieldRef[];
  readonly open: readonly FieldRef[];
}

const storedSchema = z.object({ pinned: z.array(z.string()), open: z.array(z.string()) });

/** Values of these are rarely the same twice, or are no values to choose from. */
const withoutFacets: ReadonlySet<FieldKind> = new Set<FieldKind>(['time', 'json']);
const openAtFirst = 5;

export function facetFields({ fields }: Catalogue): FieldRef[] {
  const shownFirst = [...fields].sort((a, b) => Number(b.shown) - Number(a.shown));
  return shownFirst.flatMap(({ key, kind }) => (key === 'id' || withoutFacets.has(kind) ? [] : [key]));
}

export function parseFacetChoice(catalogue: Catalogue, value: unknown): FacetChoice | undefined {
  const { data } = storedSchema.safeParse(value);
  if (!data) return undefined;
  const isKnown = (text: string): text is FieldRef => isFieldOf(catalogue, text);
  return { pinned: data.pinned.filter(isKnown), open: data.open.filter(isKnown) };
}

export function useFacets(catalogue: Catalogue) {
  const usual = facetFields(catalogue);
  const [choice, setChoice] = useStored(`facets.${catalogue.key}`, (value) => parseFacetChoice(catalogue, value), {
    pinned: [],
    open: usual.slice(0, openAtFirst),
  });
  const without = (fields: readonly FieldRef[], field: FieldRef) => fields.filter((each) => each !== field);
  return {
    ...choice,
    fields: [...choice.pinned, ...usual.filter((field) => !choice.pinned.includes(field))],
    setOpen: (field: FieldRef, isOpen: boolean) =>
      setChoice({ ...choice, open: isOpen ? [...without(choice.open, field), field] : without(choice.open, field) }),
    setPinned: (field: FieldRef, isPinned: boolean) =>
      setChoice({
        pinned: isPinned ? [field, ...without(choice.pinned, field)] : without(choice.pinned, field),
        open: isPinned ? [...without(choice.open, field), field] : choice.open,
      }),
  };
}
