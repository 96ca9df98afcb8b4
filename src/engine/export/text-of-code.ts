// What the values of a column are written as in a file: worked out once for each.

import type { DictionaryColumn } from '~/engine/columns/dictionary-column';
import { type Code, noCode, type RowIndex } from '~/engine/columns/numbers';
import { encodeText } from '~/lib/bytes';

const textsKept = 20_000;

export class TextOfCode {
  readonly #column: DictionaryColumn | undefined;
  readonly #spell: (value: string) => string;
  /** By code. */
  #texts: (Uint8Array | undefined)[] = [];
  #known = 0;

  /** `spell` makes of a value what stands in the file; of no value, it is given `''`. */
  constructor(column: DictionaryColumn | undefined, spell: (value: string) => string) {
    this.#column = column;
    this.#spell = spell;
  }

  /** `code` in place of that of the row. */
  of(row: RowIndex, code?: Code): Uint8Array {
    return this.ofCode(code ?? this.#column?.codes[row] ?? noCode);
  }

  ofCode(code: Code): Uint8Array {
    const known = this.#texts[code];
    if (known) return known;
    const text = encodeText(this.#spell(this.#column?.dictionary.text(code) ?? ''));
    if (this.#known++ >= textsKept) {
      this.#texts = [];
      this.#known = 0;
    }
    this.#texts[code] = text;
    return text;
  }
}
