// The properties of AuditData that a set has: how many records have each, and of which kinds their values are. Templates say the
// first and most of the second; of values that are no texts each different one is looked at once.

import type { KeptRecords } from '~/engine/apart/kept-records';
import type { Slot, Template } from '~/engine/apart/template';
import type { ValueColumn } from '~/engine/apart/value-column';
import type { PropertyFacts, ValueKind } from '~/engine/record-set';

const kinds: readonly ValueKind[] = ['text', 'number', 'boolean', 'object', 'list', 'null'];
const textBit = 1;
/** Records of one template, which take a millisecond or more to look at. */
const longTemplate = 50_000;

/** The most frequent first. `rest` is called every few milliseconds. */
export async function propertyFacts(kept: KeptRecords, rest: () => Promise<void>): Promise<PropertyFacts[]> {
  const facts = new Map<string, { count: number; bits: number }>();
  const known = new Map<ValueColumn, Uint8Array>();
  for (const template of kept.templates) {
    const names = new Set<string>();
    for (const [at, slot] of template.slots.entries()) {
      const { property, isText } = slot;
      if (property?.scope !== 'auditData' || template.codes.length === 0) continue;
      const fact = facts.get(property.name) ?? { count: 0, bits: 0 };
      facts.set(property.name, fact);
      // A name that is written twice is one property.
      if (!names.has(property.name)) fact.count += template.codes.length;
      names.add(property.name);
      fact.bits |= isText ? textBit : kindsIn(template, at, slot, known);
      if (!isText && template.codes.length > longTemplate) await rest();
    }
  }
  return Array.from(facts, ([name, { count, bits }]) => ({ name, count, kinds: kinds.filter((_, i) => (bits >> i) & 1) })).sort(
    (a, b) => b.count - a.count || (a.name < b.name ? -1 : 1),
  );
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
