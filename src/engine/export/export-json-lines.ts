// The rows of a view as JSON Lines: each record an object on a line of its own, with the names of Purview's export. AuditData is an
// object in it, put together as it came; only line breaks between its values, which would end the line, become spaces. AuditData
// that is no JSON, because it breaks off, is a text.

import type { RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { broken, skipSpace, skipValue } from '~/engine/json/json-scan';
import { ByteList, decodeText, encodeText } from '~/lib/bytes';
import { recordTypeNumber } from './purview-row';
import { TextOfCode } from './text-of-code';
import { writeRecords } from './write-records';

const lineEnd = encodeText('}\n');
const [lineFeed, carriageReturn, space] = [0x0a, 0x0d, 0x20];

export async function* exportJsonLines(records: Records, rows: RowList, rest: () => Promise<void>): AsyncGenerator<Uint8Array> {
  const { ids, times, columns, recordedUsers } = records;
  const recordType = new TextOfCode(columns.get('recordType'), (value) =>
    member('RecordType', numberOrText(recordTypeNumber(value))),
  );
  const operation = new TextOfCode(columns.get('operation'), (value) => member('Operation', value));
  const user = new TextOfCode(columns.get('user'), (value) => member('UserId', value));
  const auditData = new ByteList();
  yield* writeRecords(rows, rest, (row, to) => {
    const id = JSON.stringify(ids.text(row));
    to.append(encodeText(`{"RecordId":${id}${member('CreationDate', new Date(times.array[row] ?? 0).toISOString())}`));
    to.append(recordType.of(row));
    to.append(operation.of(row));
    to.append(user.of(row, recordedUsers.get(row)));
    auditData.length = 0;
    if (records.writeAuditData(row, 'asItIs', auditData)) writeAuditData(auditData, to);
    to.append(lineEnd);
  });
}

/** Nothing for a value that is not there. */
function member(name: string, value: string | number): string {
  return value === '' ? '' : `,"${name}":${JSON.stringify(value)}`;
}

function numberOrText(text: string): string | number {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

const nameOfAuditData = encodeText(',"AuditData":');

function writeAuditData(auditData: ByteList, to: ByteList): void {
  const { array, length } = auditData;
  to.append(nameOfAuditData);
  const end = skipValue(array, skipSpace(array, 0, length), length);
  if (end === broken || skipSpace(array, end, length) !== length) {
    to.append(encodeText(JSON.stringify(decodeText(array, 0, length))));
    return;
  }
  // Within texts, JSON has no line breaks.
  for (let p = 0; p < length; p++) if (array[p] === lineFeed || array[p] === carriageReturn) array[p] = space;
  to.append(array, 0, length);
}
