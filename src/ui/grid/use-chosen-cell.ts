import { useState } from 'react';
import type { CellPosition } from './grid-keys';

/** The cell somebody went to, `undefined` before. It stays in its column when columns are moved, added or taken away. */
export function useChosenCell(columnIds: readonly string[]) {
  const [chosen, setChosen] = useState<CellPosition>();
  const [idsBefore, setIdsBefore] = useState(columnIds);
  if (idsBefore !== columnIds) {
    setIdsBefore(columnIds);
    const column = columnIds.indexOf(idsBefore[chosen?.column ?? 0] ?? '');
    if (chosen && column >= 0) setChosen({ ...chosen, column });
  }
  return [chosen, setChosen] as const;
}
