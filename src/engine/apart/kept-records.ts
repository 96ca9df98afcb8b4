// Records kept apart: of each its template and the codes of its values, from which its bytes are put together again when
// somebody asks for them. A record that is no JSON, or of one shape too many, is kept whole: as the one value of a template of
// its own.
//
//   templateOf, rowIn   of each record   3, 0   3, 1   7, 0 ...
//   templates[3]        {"id":"·","operation":"·"}       codes   1  5
//                                                                2  5
//   columns             id  1 = 4f..  2 = 9a..    operation  5 = Send
//
// Afterwards nothing is needed of where records came from.

import { type ByteList, Uint32List } from '~/lib/bytes';
import { type Node, Template, templateOf } from './template';
import { ValueColumn } from './value-column';

/** A tenant has some hundreds of shapes; more than this is no longer one log. */
const mostTemplates = 4096;
const mostColumns = 4096;

/** Where a property stands; the same name elsewhere is another column. `envelope`: around AuditData. `cells`: of a row of CSV. */
export type Scope = 'envelope' | 'cells' | 'auditData';

export class KeptRecords {
  readonly #columns: Readonly<Record<Scope, Map<string, ValueColumn>>> = {
    envelope: new Map(),
    cells: new Map(),
    auditData: new Map(),
  };
  readonly #wholes = new ValueColumn(false);
  readonly #templates: Template[] = [];
  readonly #templateOf = new Uint32List();
  readonly #rowIn = new Uint32List();
  readonly #whole: Template;
  readonly #codes = new Uint32Array(1);

  constructor() {
    const none = new Uint8Array(0);
    this.#whole = new Template(
      0,
      [none, none],
      [{ column: this.#wholes, spelling: 'asItIs', isText: false, isAuditData: true }],
      ['', ''],
    );
    this.#templates.push(this.#whole);
  }

  /** Of records. */
  get length(): number {
    return this.#templateOf.length;
  }

  /** The first is that of records that are kept whole. */
  get templates(): readonly Template[] {
    return this.#templates;
  }

  /** Characters that stand next to a value in some record, in lower case. */
  get edges(): ReadonlySet<string> {
    return new Set(this.#templates.flatMap(({ edges }) => [...edges]).map((edge) => edge.toLowerCase()));
  }

  column(scope: Scope, name: string): ValueColumn | undefined {
    return this.#columns[scope].get(name);
  }

  /** The same; a new one if there is none, unless there are too many. */
  columnFor(scope: Scope, name: string): ValueColumn | undefined {
    const columns = this.#columns[scope];
    const known = columns.get(name);
    if (known || columns.size >= mostColumns) return known;
    const column = new ValueColumn(scope !== 'cells');
    columns.set(name, column);
    return column;
  }

  /** The template of records that end at `node`; `undefined` when there are too many. */
  templateAt(node: Node): Template | undefined {
    if (node.template || this.#templates.length >= mostTemplates) return node.template;
    node.template = templateOf(this.#templates.length, node);
    this.#templates.push(node.template);
    return node.template;
  }

  /** The next record; `codes` begin with those of its values. */
  push(template: Template, codes: Uint32Array): void {
    this.#templateOf.push(template.number);
    this.#rowIn.push(template.codes.length);
    template.records.push(this.#rowIn.length - 1);
    template.codes.push(codes);
  }

  pushWhole(bytes: Uint8Array, start: number, end: number): void {
    this.#codes[0] = this.#wholes.codeOf(bytes, start, end);
    this.push(this.#whole, this.#codes);
  }

  template(record: number): Template {
    return this.#templates[this.#templateOf.array[record] ?? 0] ?? this.#whole;
  }

  /** The row of a record in the codes of its template. */
  rowIn(record: number): number {
    return this.#rowIn.array[record] ?? 0;
  }

  /** Puts a record together again. */
  write(record: number, to: ByteList): void {
    this.template(record).write(this.rowIn(record), to);
  }
}
