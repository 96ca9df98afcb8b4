// JSON in any layout, as a source of records; `json-shapes.ts` lists what records look like in it.

import type { Records } from '~/engine/columns/records';
import { auditDataFormat, jsonFormat } from '~/engine/raw/record-format';
import type { FileFormat, FileSource } from './file-format';
import { type PiecePlace, readPieces } from './file-pieces';
import { JsonCells } from './json-cells';
import { beginsLikeJson, findJsonLayout, type JsonLayout, readJsonLayout } from './json-layout';
import { JsonRecords } from './json-records';
import { type Intake, RecordIntake } from './record-intake';
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
  const splitter = new JsonRecords(shape.fits);
  const cells = auditData === undefined ? undefined : new JsonCells(auditData);
  const intake = new RecordIntake(records, cells ?? 'auditData');
  const format = auditData === undefined ? auditDataFormat(name) : jsonFormat(auditData, name);
  const add = ({ bytes, start, end, offset, line }: PiecePlace, address: number): Intake => {
    if (splitter.isUnclosed) return { refused: 'It is never closed: the rest of the file belongs to it.' };
    if (cells) return intake.addObjectInCells(cells, bytes, start, end, address + offset, line);
    return intake.addObject(bytes, start, end, address + offset, line);
  };
  return {
    recognisedAs,
    format,
    read(signal, visitor) {
      const address = records.raw.addFile(file, format);
      return readPieces(file, splitter, layout, signal, {
        piece: (place) => visitor.record(add(place, address), place),
        slice: (bytesRead) => visitor.slice(bytesRead),
      });
    },
  };
}
