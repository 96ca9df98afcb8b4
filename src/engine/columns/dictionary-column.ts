// One field of every record: a code per record, and a dictionary of the values. A field whose values come in several
// spellings (IP addresses with ports, record types as numbers) is normalised once per spelling, not once per record.
//
//   codes   [ 3, 3, 0, 7, ... ]   one per record, 0 = no value        dictionary   3 -> 'alice@contoso.com'

import { hasEscape, valueText, writeUnescaped } from '~/engine/json/json-text';
import { decodeText, Uint32List } from '~/lib/bytes';
import { ByteDictionary } from './byte-dictionary';
import { FoldedCodes } from './folded-codes';
import { type ByRow, type Code, type GrowingByRow, noCode } from './numbers';
import { Ranks } from './ranks';

let unescaped = new Uint8Array(1024);

const spellingsKept = 1 << 16;

export interface ColumnRules {
  /** The value as it is stored. */
  readonly normalise?: (text: string) => string;
  /** Tells at a glance that bytes need no normalising; may say false of some that do not. */
  readonly isNormal?: (bytes: Uint8Array, start: number, end: number) => boolean;
  /** The stored value as it is shown, where that differs. */
  readonly display?: (value: string) => string;
  /** Whether a stored value says no more than that there is one: it counts where nothing else says more. */
  readonly isVague?: (value: string) => boolean;
}

export class DictionaryColumn {
  readonly dictionary: ByteDictionary;
  readonly ranks: Ranks;
  readonly folded: FoldedCodes;
  readonly #codes: GrowingByRow<Code> = new Uint32List<Code>();
  readonly #normalise: ColumnRules['normalise'];
  readonly #isNormal: ColumnRules['isNormal'];
  readonly #isVague: ColumnRules['isVague'];
  /** By code, as far as anyone asked. */
  readonly #vague: boolean[] = [];
  #spellings = new ByteDictionary();
  #codeBySpelling = new Uint32List<Code>();

  constructor(rules: ColumnRules = {}) {
    this.dictionary = new ByteDictionary(rules.display);
    this.ranks = new Ranks(this.dictionary);
    this.folded = new FoldedCodes(this.dictionary);
    this.#normalise = rules.normalise;
    this.#isNormal = rules.isNormal;
    this.#isVague = rules.isVague;
  }

  get codes(): ByRow<Code> {
    return this.#codes.array;
  }

  get length(): number {
    return this.#codes.length;
  }

  isVague(code: Code): boolean {
    if (!this.#isVague) return false;
    this.#vague[code] ??= this.#isVague(this.dictionary.text(code));
    return this.#vague[code];
  }

  /** The next record's value, by its code. */
  push(code: Code): void {
    this.#codes.push(code);
  }

  /** Those of the records that come next. */
  append(codes: ArrayLike<Code>): void {
    this.#codes.append(codes);
  }

  /** The code of a JSON value; 0 when it is null, empty or an empty list. */
  codeOfJson(bytes: Uint8Array, start: number, end: number): Code {
    switch (bytes[start]) {
      case 0x22:
        if (hasEscape(bytes, start, end)) return this.codeOfEscaped(bytes, start + 1, end - 1);
        return this.codeOf(bytes, start + 1, end - 1);
      case 0x7b:
      case 0x5b:
      case 0x6e:
        return this.codeOfText(valueText(bytes, start, end));
      default:
        return this.codeOf(bytes, start, end);
    }
  }

  /** The code of what stands between the quotation marks of a JSON text, with escapes. */
  codeOfEscaped(bytes: Uint8Array, start: number, end: number): Code {
    if (unescaped.length < end - start) unescaped = new Uint8Array((end - start) * 2);
    const length = writeUnescaped(bytes, start, end, unescaped, 0);
    return this.codeOf(unescaped, 0, length);
  }

  /** The code of a value that stands there as it is. */
  codeOf(bytes: Uint8Array, start: number, end: number): Code {
    if (!this.#normalise || this.#isNormal?.(bytes, start, end)) return this.dictionary.codeOf(bytes, start, end);
    if (start >= end) return noCode;
    if (this.#spellings.size > spellingsKept) {
      this.#spellings = new ByteDictionary();
      this.#codeBySpelling = new Uint32List<Code>();
    }
    const spelling = this.#spellings.codeOf(bytes, start, end);
    if (spelling > this.#codeBySpelling.length) {
      this.#codeBySpelling.push(this.dictionary.codeOfText(this.#normalise(decodeText(bytes, start, end))));
    }
    return this.#codeBySpelling.array[spelling - 1] ?? noCode;
  }

  codeOfText(text: string): Code {
    if (text === '') return noCode;
    return this.dictionary.codeOfText(this.#normalise ? this.#normalise(text) : text);
  }
}
