// Records as columns in Arrow's format, each different text once: what engines of others are filled with.

import {
  Dictionary,
  Int32,
  makeData,
  makeVector,
  Table,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from '~rivals/apache-arrow/Arrow.dom.mjs';
import type { GraphRecord } from './array-contender';

const fields = {
  user: (record) => record.userPrincipalName,
  operation: (record) => record.operation,
  item: (record) => record.objectId,
  detail: ({ auditData }) => auditData.ExtendedProperties.find(({ Name }) => Name === 'ResultStatusDetail')?.Value ?? '',
  ip: (record) => record.clientIp,
  recordType: (record) => record.auditLogRecordType,
  workload: (record) => record.service,
  result: ({ auditData }) => auditData.ResultStatus,
} satisfies Readonly<Record<string, (record: GraphRecord) => string>>;

export const textColumns = Object.keys(fields);

interface TextColumn {
  readonly name: string;
  read(record: GraphRecord): string;
  readonly codes: number[];
  readonly codeOf: Map<string, number>;
}

export interface RecordColumns {
  append(page: Uint8Array): void;
  /** A stream of Arrow IPC with `textColumns` and `time`. Forgets the records. */
  toArrow(): Uint8Array<ArrayBuffer>;
}

export function createRecordColumns(): RecordColumns {
  const decoder = new TextDecoder();
  const times: bigint[] = [];
  const columns = Object.entries(fields).map(([name, read]): TextColumn => ({ name, read, codes: [], codeOf: new Map() }));

  return {
    append(page) {
      const { value }: { value: GraphRecord[] } = JSON.parse(decoder.decode(page));
      for (const record of value) {
        times.push(BigInt(Date.parse(record.createdDateTime)));
        for (const column of columns) add(column, column.read(record));
      }
    },

    toArrow() {
      const time = {
        type: new TimestampMillisecond(),
        length: times.length,
        nullCount: 0,
        data: BigInt64Array.from(times),
      } as const;
      const texts = columns.map((column) => [column.name, textVector(column)] as const);
      const table = new Table({ ...Object.fromEntries(texts), time: makeVector(makeData(time)) });
      times.length = 0;
      columns.length = 0;
      return tableToIPC(table, 'stream');
    },
  };
}

function add({ codes, codeOf }: TextColumn, text: string): void {
  let code = codeOf.get(text);
  if (code === undefined) {
    code = codeOf.size;
    codeOf.set(text, code);
  }
  codes.push(code);
}

function textVector({ codes, codeOf }: TextColumn): Vector {
  return makeVector(
    makeData({
      type: new Dictionary(new Utf8(), new Int32()),
      length: codes.length,
      nullCount: 0,
      data: Int32Array.from(codes),
      dictionary: vectorFromArray([...codeOf.keys()], new Utf8()),
    }),
  );
}
