// Records of every layout, kept apart, beside the raw text that they were.

import { CsvRows } from '~/engine/intake/csv-rows';
import { encodeText } from '~/lib/bytes';
import { KeptRecords } from './kept-records';
import { ObjectParter } from './object-parter';
import { formatOf, type RecordFormat } from './record-format';
import { RowParter } from './row-parter';

const columnNames = ['RecordId', 'UserId', 'AuditData', 'Note'];

export interface Layout {
  readonly format: RecordFormat;
  /** A record of this layout, of the raw text of a Graph record. */
  readonly make: (graphRecord: string) => string;
  readonly keep: (raws: readonly string[]) => KeptRecords;
}

export const layouts: readonly (readonly [name: string, Layout])[] = [
  [
    'objects of Graph',
    {
      format: formatOf({ kind: 'objects', auditData: 'auditData', isOfGraph: true }),
      make: (raw) => raw,
      keep: keepObjects('auditData'),
    },
  ],
  [
    'objects of Graph, walked over in WebAssembly',
    {
      format: formatOf({ kind: 'objects', auditData: 'auditData', isOfGraph: true }),
      make: (raw) => raw,
      keep: keepObjects('auditData', 0),
    },
  ],
  [
    'objects with AuditData in a text',
    {
      format: formatOf({ kind: 'objects', auditData: 'AuditData' }),
      make: (raw) => JSON.stringify({ Id: 'ü"', AuditData: raw, More: [1] }),
      keep: keepObjects('AuditData'),
    },
  ],
  [
    'rows of CSV',
    {
      format: formatOf({ kind: 'rows', names: columnNames, delimiter: 0x2c, lineEnd: 0x0a }),
      make: (raw) => `1,"say ""\\u00e9""","${raw.replaceAll('"', '""')}",a\\nb\r\n`,
      keep: keepRows,
    },
  ],
];

/** The range is the record; all of the bytes unless told. */
export function keepObject(kept: KeptRecords, parter: ObjectParter, bytes: Uint8Array, from = 0, end = bytes.length): void {
  if (parter.part(bytes, from, end) === end) kept.push(parter.parts);
  else kept.pushWhole(bytes, from, end);
}

function keepObjects(auditData: string, knownFrom?: number): Layout['keep'] {
  return (raws) => {
    const kept = new KeptRecords();
    const parter = new ObjectParter(kept, auditData, knownFrom);
    for (const raw of raws) keepObject(kept, parter, encodeText(raw));
    return kept;
  };
}

function keepRows(raws: readonly string[]): KeptRecords {
  const kept = new KeptRecords();
  const parter = new RowParter(kept, columnNames, 2);
  const rows = new CsvRows({ delimiter: 0x2c, lineEnd: 0x0a });
  for (const raw of raws) {
    const bytes = encodeText(raw);
    rows.read(bytes, 0, bytes.length, true);
    if (parter.part(bytes, 0, bytes.length, rows)) kept.push(parter.parts);
    else kept.pushWhole(bytes, 0, bytes.length);
  }
  return kept;
}
