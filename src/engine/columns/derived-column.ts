// Columns of fields that follow from what another column says: worked out once for each different value, in pieces, since there can
// be hundreds of thousands of them. The text search does not look at them: nothing of this stands in a record.
//
// What follows from an address book is worked out anew once other books are open. Until that is done the column says what the books
// before said, so that whoever works with it has one that is whole.

import { derivations, derivedFields } from '~/domain/catalogue/derived-fields';
import { displayText } from '~/domain/catalogue/display';
import { type DerivedKey, type FieldRef, isDerivedKey, isSeenKey } from '~/domain/catalogue/fields';
import { resting } from '~/engine/questions/resting';
import { DictionaryColumn } from './dictionary-column';
import { type Code, noCode, type RowIndex } from './numbers';
import type { Records } from './records';
import { seenColumn } from './seen-column';

/** Worked out, or given to rows, without a look at the clock: about a millisecond. */
const stepValues = 128;
const stepRows = 1 << 16;

/** `undefined` for the time and the id, and for what nobody has filled. What `fillColumns` fills is as far as it filled it. */
export function columnOf(records: Records, ref: FieldRef): DictionaryColumn | undefined {
  if (isSeenKey(ref)) return seenColumn(records, ref).column;
  if (!isDerivedKey(ref)) return records.columns.get(ref);
  const derived = whole.get(records)?.get(ref);
  // Records that came since.
  while (derived && !derived.step()) {}
  return derived?.column;
}

/** Fills those of these fields that follow from others. `pause` is called every few milliseconds. */
export async function fillDerivedColumns(records: Records, refs: Iterable<FieldRef>, pause: () => Promise<void>): Promise<void> {
  for (const key of new Set(refs)) if (isDerivedKey(key)) await fill(records, key, pause);
}

/** What follows for single rows, which takes no column. */
export async function derivedTexts(
  records: Records,
  refs: readonly FieldRef[],
): Promise<(field: DerivedKey, row: RowIndex) => string> {
  const known = new Map<DerivedKey, (value: string) => string>();
  for (const key of refs) if (isDerivedKey(key)) known.set(key, await deriveOf(records, key));
  return (field, row) => {
    const source = records.columns.get(derivations[field].from);
    return known.get(field)?.(source?.dictionary.text(source.codes[row] ?? noCode) ?? '') ?? '';
  };
}

async function deriveOf({ books }: Records, key: DerivedKey): Promise<(value: string) => string> {
  const { needs, derive } = derivations[key];
  const lookUp = await books.lookUp(needs);
  return (value) => (value === '' ? '' : derive(value, lookUp));
}

const whole = new WeakMap<Records, Map<DerivedKey, Derived>>();
const coming = new WeakMap<Records, Map<DerivedKey, Derived>>();

async function fill(records: Records, key: DerivedKey, pause: () => Promise<void>): Promise<void> {
  const rest = resting(pause);
  const editionNow = () => records.books.edition(derivations[key].needs);
  for (;;) {
    const edition = editionNow();
    const derive = await deriveOf(records, key);
    // Whoever asks meanwhile goes on with the same one.
    const known = [whole, coming].map((each) => each.get(records)?.get(key)).find((each) => each?.edition === edition);
    const derived = known ?? new Derived(records, key, edition, derive);
    put(coming, records, key, derived);
    while (!derived.step()) await rest();
    // Other books were opened meanwhile.
    if (editionNow() !== edition) continue;
    const before = whole.get(records)?.get(key);
    put(whole, records, key, derived);
    if (before && before !== derived) records.forgetWhatFollowed();
    return;
  }
}

function put(all: WeakMap<Records, Map<DerivedKey, Derived>>, records: Records, key: DerivedKey, derived: Derived): void {
  const known = all.get(records) ?? new Map<DerivedKey, Derived>();
  all.set(records, known.set(key, derived));
}

class Derived {
  readonly column: DictionaryColumn;
  readonly edition: string;
  readonly #source: DictionaryColumn | undefined;
  readonly #derive: (value: string) => string;
  /** By the code of the value that it follows from. */
  readonly #codes: Code[] = [noCode];

  constructor(records: Records, key: DerivedKey, edition: string, derive: (value: string) => string) {
    const hasWords = derivedFields.some((field) => field.key === key && field.kind === 'country');
    this.column = new DictionaryColumn(hasWords ? { display: (value) => displayText(key, value) } : {});
    this.edition = edition;
    this.#source = records.columns.get(derivations[key].from);
    this.#derive = derive;
  }

  /** Goes on by some values, or many times as many rows; whether all there are is known now. */
  step(): boolean {
    if (!this.#source) return true;
    const { dictionary, codes } = this.#source;
    const known = this.#codes;
    const lastCode = Math.min(dictionary.size, known.length + stepValues);
    for (let code = known.length as Code; code < lastCode; code++)
      known.push(this.column.codeOfText(this.#derive(dictionary.text(code))));
    if (lastCode < dictionary.size) return false;
    const lastRow = Math.min(this.#source.length, this.column.length + stepRows);
    for (let row = this.column.length as RowIndex; row < lastRow; row++) this.column.push(known[codes[row] ?? noCode] ?? noCode);
    return lastRow === this.#source.length;
  }
}
