// What we use of packages that are fetched when the part `rivals` is run, and are not there when types are checked.

declare module '~rivals/apache-arrow/Arrow.dom.mjs' {
  export class Utf8 {}
  export class Int32 {}
  export class TimestampMillisecond {}
  export class Dictionary {
    constructor(values: Utf8, codes: Int32);
  }
  /** Opaque here. */
  interface Data {
    readonly nullCount: number;
  }
  export interface Vector {
    toArray(): ArrayLike<number | bigint>;
  }
  export function makeData(parts: {
    type: Dictionary | TimestampMillisecond;
    length: number;
    nullCount: 0;
    data: Int32Array | BigInt64Array;
    dictionary?: Vector;
  }): Data;
  export function makeVector(data: Data): Vector;
  export function vectorFromArray(values: readonly string[], type: Utf8): Vector;
  export class Table {
    constructor(columns: Readonly<Record<string, Vector>>);
    readonly numRows: number;
    getChild(name: string): Vector | null;
  }
  export function tableToIPC(table: Table, kind: 'stream'): Uint8Array<ArrayBuffer>;
  export function tableFromIPC(bytes: ArrayBuffer): Table;
}

declare module '~rivals/@perspective-dev/client/dist/esm/perspective.js' {
  interface ViewConfig {
    readonly group_by: readonly string[];
    readonly group_rollup_mode: 'flat';
    readonly columns: readonly string[];
    readonly aggregates: Readonly<Record<string, 'count' | 'min' | 'max'>>;
    readonly expressions?: Readonly<Record<string, string>>;
    readonly filter?: readonly (readonly [column: string, operator: 'in', values: readonly string[]])[];
    readonly sort?: readonly (readonly [column: string, direction: 'desc'])[];
  }
  interface ViewWindow {
    readonly start_row?: number;
    readonly end_row?: number;
  }
  export interface View {
    to_columns(window?: ViewWindow): Promise<Readonly<Record<string, readonly number[]>>>;
    to_arrow(): Promise<ArrayBuffer>;
    delete(): Promise<void>;
  }
  export interface Table {
    view(config: ViewConfig): Promise<View>;
  }
  interface Client {
    table(arrow: ArrayBuffer): Promise<Table>;
  }
  export function init_client(wasm: Promise<Response>): void;
  export function init_server(wasm: Promise<Response>): void;
  export function worker(): Promise<Client>;
}

declare module '~rivals/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs' {
  interface Result {
    getChild(name: string): { toArray(): ArrayLike<number>; toJSON(): readonly (string | number)[] } | null;
  }
  export interface Statement {
    query(...values: readonly string[]): Promise<Result>;
  }
  interface Connection {
    query(sql: string): Promise<Result>;
    prepare(sql: string): Promise<Statement>;
    insertArrowFromIPCStream(stream: Uint8Array, options: { name: string }): Promise<void>;
  }
  export class VoidLogger {}
  export class AsyncDuckDB {
    constructor(logger: VoidLogger, worker: Worker);
    instantiate(module: string): Promise<unknown>;
    connect(): Promise<Connection>;
  }
}
