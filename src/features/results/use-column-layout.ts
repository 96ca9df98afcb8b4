import { useEffect, useEffectEvent } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import { useStored } from '~/ui/use-stored';
import { type ColumnLayout, parseColumnLayout, shownFields, standardLayout, withColumns } from './column-layout';

/**
 * The columns that the address says, else those that were chosen in this browser, which the address then says, too, unless they are
 * the standard ones. What is changed is kept for next time.
 */
export function useColumnLayout(
  catalogue: Catalogue,
  columns: readonly FieldRef[] | undefined,
  onColumns: (columns: readonly FieldRef[] | undefined) => void,
): [layout: ColumnLayout, change: (layout: ColumnLayout) => void] {
  const standard = standardLayout(catalogue);
  const [stored, setStored] = useStored(catalogue.key, (value) => parseColumnLayout(catalogue, value), standard);
  const layout = columns ? withColumns(catalogue, stored, columns) : stored;
  const say = (shown: readonly FieldRef[]) => onColumns(String(shown) === String(shownFields(standard)) ? undefined : shown);
  const sayStored = useEffectEvent(() => {
    const shown = shownFields(stored);
    if (!columns && String(shown) !== String(shownFields(standard))) onColumns(shown);
  });
  useEffect(() => sayStored(), []);
  const change = (next: ColumnLayout) => {
    setStored(next);
    say(shownFields(next));
  };
  return [layout, change];
}
