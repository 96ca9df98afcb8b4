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

import { columnFields } from '~/domain/catalogue/audit-log-catalogue';
import { ByteList, Uint32List } from '~/lib/bytes';
import { viewOf } from '~/lib/runs';
import { Edges } from './edges';
import type { Parts } from './parts';
import { type Node, type Place, type Property, type Scope, type Step, Template, templateOf } from './template';
import { ValueColumn } from './value-column';

/** A tenant has some hundreds of shapes; more than this is no longer one log. */
const mostTemplates = 4096;
const mostColumns = 4096;
const mostNodes = 100_000;

/** Properties around AuditData that say what one in it says: their values are kept once. */
const repeatedInAuditData = new Map(
  columnFields.flatMap(({ graph, csv, paths }) => {
    const path = paths.find((each) => /^\w+$/.test(each));
    return path === undefined ? [] : [...csv, ...(graph ? [graph] : [])].map((name) => [name, path] as const);
  }),
);

/** How records of a template go on from value to value. */
export interface TemplatePath {
  readonly layout: string;
  readonly place: Place;
  readonly steps: readonly PathStep[];
}

export interface PathStep extends Omit<Step, 'node'> {
  /** Behind it. */
  readonly place: Place;
}

export class KeptRecords {
  readonly #properties: Readonly<Record<Scope, Map<string, Property>>> = {
    envelope: new Map(),
    cells: new Map(),
    auditData: new Map(),
  };
  readonly #wholeTexts = new ValueColumn(false);
  /** In the order in which they were met. */
  readonly allProperties: Property[] = [];
  /** The same; the first is that of records that are kept whole. */
  readonly columns: ValueColumn[] = [this.#wholeTexts];
  readonly #roots = new Map<string, Node>();
  #nodes = 0;
  readonly #templates: Template[] = [];
  /** Where the records of each template end, but for those that are kept whole. */
  readonly #ends: Node[] = [];
  readonly #templateOf = new Uint32List();
  readonly #rowIn = new Uint32List();
  /** Of records that are kept whole; the first of all. */
  readonly whole: Template;
  readonly #wholeCode = new Uint32Array(1);

  constructor() {
    const none = viewOf(new Uint8Array(0));
    this.whole = new Template(
      0,
      [none, none],
      [{ property: undefined, column: this.#wholeTexts, spelling: 'asItIs', isText: false, isAuditData: true }],
      ['', ''],
    );
    this.#templates.push(this.whole);
  }

  /** Of records. */
  get length(): number {
    return this.#templateOf.length;
  }

  get templates(): readonly Template[] {
    return this.#templates;
  }

  /** Of all templates. */
  get edges(): Edges {
    return Edges.of(this.#templates.map(({ edges }) => edges));
  }

  /** Those that some record has there. */
  properties(scope: Scope): Iterable<Property> {
    return this.#properties[scope].values();
  }

  column(scope: Scope, name: string): ValueColumn | undefined {
    return this.#properties[scope].get(name)?.column;
  }

  /** A property that was met, which has a column from now on; `undefined` when there are too many. */
  propertyFor(scope: Scope, name: string): Property | undefined {
    const properties = this.#properties[scope];
    const known = properties.get(name);
    if (known || properties.size >= mostColumns) return known;
    const repeated = scope === 'envelope' ? repeatedInAuditData.get(name) : undefined;
    const column = repeated === undefined ? new ValueColumn(scope !== 'cells') : this.propertyFor('auditData', repeated)?.column;
    if (!column) return undefined;
    if (repeated === undefined) this.columns.push(column);
    const property = { scope, name, column };
    properties.set(name, property);
    this.allProperties.push(property);
    return property;
  }

  /** Where records of a layout begin. */
  rootOf(layout: string, place: Place): Node {
    const root = this.#roots.get(layout) ?? newNode(place);
    this.#roots.set(layout, root);
    return root;
  }

  /** Where a step leads that was not known; `undefined` when there are too many. */
  addNode(place: Place): Node | undefined {
    if (this.#nodes >= mostNodes) return undefined;
    this.#nodes++;
    return newNode(place);
  }

  /** The template of records that end at `node`; `undefined` when there are too many. */
  templateAt(node: Node): Template | undefined {
    if (node.template || this.#templates.length >= mostTemplates) return node.template;
    node.template = templateOf(this.#templates.length, node);
    this.#templates.push(node.template);
    this.#ends.push(node);
    return node.template;
  }

  /** The way to a template, from the root of its layout. */
  pathTo(template: Template): TemplatePath {
    const steps: PathStep[] = [];
    let node = this.#ends[template.number - 1];
    for (; node?.before; node = node.before.node) steps.unshift({ ...node.before.step, place: node.place });
    for (const [layout, root] of this.#roots) if (root === node) return { layout, place: root.place, steps };
    throw new RangeError(`template ${template.number} has no way to it`);
  }

  /** Keeps the next record, whose row of codes is in the template already, or will be. */
  pushRow(template: Template): void {
    this.#templateOf.push(template.number);
    this.#rowIn.push(template.records.length);
    template.records.push(this.#rowIn.length - 1);
  }

  /** Keeps the next record, which has a template. */
  push(parts: Parts): void {
    parts.keepAll();
    this.#push(parts.template ?? this.whole, parts.codes);
  }

  pushWhole(bytes: Uint8Array, start: number, end: number): void {
    this.#wholeCode[0] = this.#wholeTexts.codeOf(viewOf(bytes), start, end);
    this.#push(this.whole, this.#wholeCode);
  }

  #push(template: Template, codes: Uint32Array): void {
    this.pushRow(template);
    template.codes.push(codes);
  }

  template(record: number): Template {
    return this.#templates[this.#templateOf.array[record] ?? 0] ?? this.whole;
  }

  /** The row of a record in the codes of its template. */
  rowIn(record: number): number {
    return this.#rowIn.array[record] ?? 0;
  }

  /** A record as it came. */
  read(record: number): Uint8Array {
    const bytes = new ByteList(2048);
    this.write(record, bytes);
    return bytes.take();
  }

  /** Puts a record together again. */
  write(record: number, to: ByteList): void {
    this.template(record).write(this.rowIn(record), to);
  }
}

function newNode(place: Place): Node {
  return { place, before: undefined, steps: [], template: undefined };
}
