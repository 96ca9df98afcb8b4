// Columns that somebody gave a name, kept in this browser for each kind of source.

import * as z from 'zod/mini';
import { type Catalogue, isFieldOf } from '~/domain/catalogue/catalogue';
import type { ColumnPreset } from '~/domain/catalogue/column-presets';
import type { FieldRef } from '~/domain/catalogue/fields';

export const longestPresetName = 60;

const storedSchema = z.array(
  z.object({ name: z.string().check(z.minLength(1), z.maxLength(longestPresetName)), columns: z.array(z.string()) }),
);

/** Without the columns that this source cannot have; `undefined` when it is no list of presets. */
export function parseOwnPresets(catalogue: Catalogue, value: unknown): readonly ColumnPreset[] | undefined {
  const { data } = storedSchema.safeParse(value);
  const isKnown = (text: string): text is FieldRef => isFieldOf(catalogue, text);
  return data
    ?.map(({ name, columns }) => ({ name, columns: columns.filter(isKnown) }))
    .filter(({ columns }) => columns.length > 0);
}

/** In the place of one with this name, or with these columns, which is thereby renamed; else at the end. */
export function withPreset(presets: readonly ColumnPreset[], preset: ColumnPreset): readonly ColumnPreset[] {
  const isReplaced = (each: ColumnPreset) => each.name === preset.name || hasColumns(each, preset.columns);
  const at = presets.findIndex(isReplaced);
  const others = presets.filter((each) => !isReplaced(each));
  return at < 0 ? [...others, preset] : others.toSpliced(at, 0, preset);
}

export function hasColumns({ columns }: ColumnPreset, shown: readonly FieldRef[]): boolean {
  return String(columns) === String(shown);
}
