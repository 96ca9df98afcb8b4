// Columns most tables have.

import { type EpochMs, formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import type { DataColumn } from './data-column';

export function timeColumns<Row>(zone: TimeZone) {
  return (id: string, label: string, help: string, read: (row: Row) => EpochMs | undefined): DataColumn<Row> => ({
    id,
    label: `${label} (${zoneIdentifier(zone)})`,
    help,
    width: 175,
    text: (row) => {
      const time = read(row);
      return time === undefined ? '' : formatTime(time, zone);
    },
    sortBy: read,
  });
}

/** Nothing is written for none: the numbers that matter stand out. */
export function countColumn<Row>(id: string, label: string, help: string, read: (row: Row) => number): DataColumn<Row> {
  return {
    id,
    label,
    help,
    width: 140,
    isNumber: true,
    text: (row) => (read(row) === 0 ? '' : formatNumber(read(row))),
    sortBy: read,
  };
}
