// What the explainers of each family of records are given, and what they give back.

import { withEnumName } from '~/domain/catalogue/enum-names';
import type { FieldRef } from '~/domain/catalogue/fields';
import { type Envelope, filterTarget } from '~/domain/view/filter-target';
import { listAt, nameValuesAt, textAt, textOf, valueAt, writtenText } from './audit-data';
import { filled, type Sentence, say } from './sentence';

export interface Fact {
  readonly label: string;
  /** For people: numbers decoded, `Delegated (2)`. */
  readonly value: string;
  /** What to filter by, with `filterValue`. Absent where the value stands nowhere in the record as such. */
  readonly ref?: FieldRef;
  readonly filterValue?: string;
  readonly tone?: 'failure' | 'quiet';
}

/** A row about the first of the paths that has a text. */
export type FactRow = readonly [label: string, paths: string | readonly string[], tone?: Fact['tone']];

export interface Account {
  /** Who acted, where that is not UserId. */
  readonly actor?: string;
  /** The address it was done from, where that is not the record's; `''` where the record's is somebody else's. */
  readonly from?: string;
  /** Reads on from the actor: `opened the encrypted message …`. No full stop. */
  readonly deed: Sentence;
  /** Whether the act itself failed, where ResultStatus does not say so. */
  readonly failed?: boolean;
  /** Why it failed, in words. */
  readonly reason?: string;
  readonly facts: readonly Fact[];
}

/** One record, as the explainers read it. */
export class RecordReader {
  readonly data: unknown;
  readonly operation: string;
  /** The friendly name, or the operation. */
  readonly activity: string;
  readonly #envelope: Envelope;

  constructor(data: unknown, envelope: Envelope, operation: string, activity: string) {
    this.data = data;
    this.#envelope = envelope;
    this.operation = operation;
    this.activity = activity;
  }

  /** The first of the paths that has a text. */
  text(...paths: readonly string[]): string {
    return paths.map((path) => textAt(this.data, path)).find((text) => text !== '') ?? '';
  }

  list(path: string): readonly unknown[] {
    return listAt(this.data, path);
  }

  /** The texts of a list, such as its recipients; what is no text is left out. */
  texts(path: string): readonly string[] {
    return this.list(path)
      .map(textOf)
      .filter((text) => text !== '');
  }

  nameValues(path: string) {
    return nameValuesAt(this.data, path);
  }

  /** A fact about the first of the paths that has a text; none when no path has. To be spread into a list. */
  fact(label: string, paths: string | readonly string[], show?: (text: string) => string, tone?: Fact['tone']): readonly Fact[] {
    for (const path of typeof paths === 'string' ? [paths] : paths) {
      const found = valueAt(this.data, path);
      const text = textOf(found);
      if (text === '') continue;
      const target = filterTarget(path, writtenText(found), this.data, this.#envelope);
      const value = show ? show(text) : withEnumName(path, text);
      return [{ label, value, ref: target.field, filterValue: target.value, ...(tone ? { tone } : {}) }];
    }
    return [];
  }

  /** For records about mail, whose address is that of the sending server unless they have another: `Account.from`. */
  withoutSenderAddress(): Pick<Account, 'from'> {
    return this.text('ClientIP', 'ClientIPAddress', 'ActorIpAddress') === '' ? { from: '' } : {};
  }

  /** A fact for each row of which the record has something. To be spread into a list. */
  facts(rows: readonly FactRow[]): readonly Fact[] {
    return rows.flatMap(([label, paths, tone]) => this.fact(label, paths, undefined, tone));
  }

  /** What was done to the thing, by a table of operations in lower case and words for `filled`; else `did ‘…’ to` it. */
  did(verbs: ReadonlyMap<string, string>, thing: Sentence): Sentence {
    const words = verbs.get(this.operation.toLowerCase());
    if (words !== undefined) return filled(words, thing);
    const deed = this.activity === '' ? say`did something` : say`did ‘${this.activity}’`;
    return thing.length === 0 ? deed : say`${deed} to ${thing}`;
  }
}
