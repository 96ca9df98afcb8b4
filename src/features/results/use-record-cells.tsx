import { useMemo } from 'react';
import type { TimeZone } from '~/lib/time';
import type { RecordCells } from '~/records/listed-records';
import { isSystemActor, outcomeFields } from './outcome';
import { RecordSign, signFields } from './record-sign';
import { cellText, ResultCell } from './result-cell';

/** Cells of records for whoever lists them elsewhere than in the grid. */
export function useRecordCells(zone: TimeZone, finder: RegExp | undefined): RecordCells {
  return useMemo(
    () => ({
      fields: [...outcomeFields, ...signFields],
      renderSign: (row) => <RecordSign recordId={row.values.id} />,
      renderValue: (row, field) => <ResultCell row={row} field={field} zone={zone} finder={finder} />,
      textOf: (row, field) => cellText(row, field, zone),
      isQuiet: isSystemActor,
    }),
    [zone, finder],
  );
}
