// The properties of AuditData that a set has: how many records have each, and of which kinds their values are. Templates say the
// first and most of the second; of values that are no texts each different one is looked at once.

import type { KeptRecords } from '~/engine/apart/kept-records';
import type { Slot, Template } from '~/engine/apart/template';
import type { ValueColumn } from '~/engine/apart/value-column';
import type { PropertyFacts, ValueKind } from '~/engine/record-set';
import { propertyStep } from '~/lib/json-path';
import { addNestedPaths } from '~/lib/nested-paths';

const kinds: readonly ValueKind[] = ['text', 'number', 'boolean', 'object', 'list', 'null'];
const textBit = 1;
/** Records of one template, which take a millisecond or more to look at. */
const longTemplate = 50_000;

/** The most frequent first. `rest` is called every few milliseconds. */
export async function propertyFacts(kept: KeptRecords, rest: () => Promise<void>): Promise<PropertyFacts[]> {
  const facts = new Map<string, { count: number; bits: number; slot: Slot }>();
  const known = new Map<ValueColumn, Uint8Array>();
  for (const template of kept.templates) {
    const names = new Set<string>();
    for (const [at, slot] of template.slots.entries()) {
      const { property, isText } = slot;
      if (property?.scope !== 'auditData' || template.codes.length === 0) continue;
      const fact = facts.get(property.name) ?? { count: 0, bits: 0, slot };
      facts.set(property.name, fact);
      // A name that is written twice is one property.
      if (!names.has(property.name)) fact.count += template.codes.length;
      names.add(property.name);
      fact.bits |= isText ? textBit : kindsIn(template, at, slot, known);
      if (!isText && template.codes.length > longTemplate) await rest();
    }
  }
  const all: PropertyFacts[] = [];
  for (const [name, { count, bits, slot }] of facts) {
    all.push({ name, count, kinds: kinds.filter((_, i) => (bits >> i) & 1), ...valuesIn(slot, name) });
    await rest();
  }
  return all.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

const mostExamples = 3;
const longestExample = 200;
/** Values that are looked into, and what is told of what stands in them. */
const mostLookedInto = 100;
const mostNested = 200;

/** Of a property around AuditData with the same values, too. */
function valuesIn({ column, isText }: Slot, name: string): Pick<PropertyFacts, 'examples' | 'nested'> {
  const examples = new Set<string>();
  const nested = new Map<string, string>();
  for (let code = 1; code < Math.min(column.size, mostLookedInto); code++) {
    const text = isText ? column.searchText(code) : column.writtenText(code);
    if (examples.size < mostExamples) examples.add(text.slice(0, longestExample));
    addNestedPaths(text, propertyStep(name), nested, mostNested);
  }
  return { examples: [...examples], nested: Array.from(nested, ([path, example]) => ({ path, example })) };
}

function kindsIn({ codes }: Template, at: number, { column }: Slot, known: Map<ValueColumn, Uint8Array>): number {
  const before = known.get(column);
  // Records may have come meanwhile.
  const bitOf = before && before.length >= column.size ? before : new Uint8Array(column.size);
  known.set(column, bitOf);
  let bits = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes.code(row, at);
    bitOf[code] ||= bitOfValue(column, code);
    bits |= bitOf[code] ?? 0;
  }
  return bits;
}

function bitOfValue(column: ValueColumn, code: number): number {
  return 1 << kinds.indexOf(kindBeginning(column.chunk(code)[column.start(code)] ?? 0));
}

function kindBeginning(byte: number): ValueKind {
  if (byte === 0x7b) return 'object';
  if (byte === 0x5b) return 'list';
  if (byte === 0x74 || byte === 0x66) return 'boolean';
  return byte === 0x6e ? 'null' : 'number';
}
