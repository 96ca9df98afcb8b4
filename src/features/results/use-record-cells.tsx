import { useMemo } from 'react';
import type { TimeZone } from '~/lib/time';
import type { RecordCells } from '~/records/listed-records';
import { isSystemActor, outcomeFields } from './outcome';
import { cellText, ResultCell } from './result-cell';

/** Cells of records for whoever lists them elsewhere than in the grid. */
export function useRecordCells(zone: TimeZone, finder: RegExp | undefined): RecordCells {
  return useMemo(
    () => ({
      fields: outcomeFields,
      renderValue: (row, field) => <ResultCell row={row} field={field} zone={zone} finder={finder} />,
      textOf: (row, field) => cellText(row, field, zone),
      isQuiet: isSystemActor,
    }),
    [zone, finder],
  );
}
