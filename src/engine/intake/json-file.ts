// JSON in any layout, as a source of records; `json-shapes.ts` lists what records look like in it.

import type { RecordOrigin } from '~/engine/columns/origins';
import type { Records } from '~/engine/columns/records';
import type { FileFormat, FileSource } from './file-format';
import { readPieces } from './file-pieces';
import { beginsLikeJson, findJsonLayout, type JsonLayout, readJsonLayout } from './json-layout';
import { JsonRecords } from './json-records';
import { ObjectIntake } from './object-intake';
import { incomplete } from './splitter';

export const jsonFile: FileFormat = {
  recognise(beginning, isWhole) {
    const layout = beginsLikeJson(beginning) ? readJsonLayout(beginning, isWhole) : findJsonLayout(beginning);
    if (layout === undefined || layout === incomplete) return layout;
    return (file, name, records) => jsonSource(file, name, layout, records);
  },
};

function jsonSource(file: Blob, name: string, layout: JsonLayout, records: Records): FileSource {
  const { shape, recognisedAs } = layout;
  const { auditData } = shape;
  const written = { kind: 'objects', auditData } as const;
  const origin: RecordOrigin = { source: { kind: 'file', name }, part: 'line', written };
  const intake = new ObjectIntake(records, written);
  const splitter = new JsonRecords(shape.fits, (bytes, at, end) => intake.endOf(bytes, at, end));
  return {
    recognisedAs,
    origin,
    read(signal, visitor) {
      records.origins.begin(origin);
      return readPieces(file, splitter, layout, signal, {
        piece(place) {
          const { bytes, start, end, line } = place;
          visitor.record(splitter.isUnclosed ? unclosed : intake.add(bytes, start, end, line), place);
        },
        slice: (bytesRead) => visitor.slice(bytesRead),
      });
    },
  };
}

const unclosed = { refused: 'It is never closed: the rest of the file belongs to it.' };
