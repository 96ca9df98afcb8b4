// The numbers that the columns are made of, a type for each kind, so that a code does not pass for a row nor a rank for a code.
// They are plain numbers to the machine. Arithmetic makes plain numbers of them; where its result is one of a kind again, `as`
// says so there and then. Positions in a view, counts and limits are plain numbers, and so is the row at which something ends,
// unless something else begins with it.
//
//   rows[position] ─► row     codes[row] ─► code     ranks[code] ─► rank     numbers[row] ─► value

import type { Uint32ArrayOf } from '~/lib/bytes';

declare const kind: unique symbol;
type Named<Kind extends string> = number & { readonly [kind]: Kind };

/** Place of a record in the order of arrival. Stays in the engine: outside, a record is named by its key. */
export type RowIndex = Named<'row'>;
/** Entry of a dictionary, in the order in which values came; 0 is "no value". Of which dictionary, the type does not tell. */
export type Code = Named<'code'>;
/** Place of a code among all of its dictionary in sorted order. Codes that are shown alike share one; `noCode` has the highest. */
export type Rank = Named<'rank'>;
/** Place of a group in a grouping. */
export type GroupIndex = Named<'group'>;
/** A value of one field in one grouping; 0 is "no value". What differs only in case is one. */
export type ValueNumber = Named<'value'>;

export const firstRow = 0 as RowIndex;
export const noCode = 0 as Code;
export const firstCode = 1 as Code;
export const firstRank = 0 as Rank;
export const firstGroup = 0 as GroupIndex;
export const noValue = 0 as ValueNumber;

/** Rows by position. A row is a number, too, and so could pass for a position: that the type does not see. */
export type RowList = Uint32ArrayOf<RowIndex>;

// An array is any of these without a cast: its owner says by what it is indexed, and from then on nothing else will do. They are
// interfaces, and not `Readonly` of others, because whatever is no interface passes for one with any further index.

export interface ByRow<Value> {
  readonly [row: RowIndex]: Value;
  readonly length: number;
}

export interface WritableByRow<Value> extends ByRow<Value> {
  [row: RowIndex]: Value;
}

export interface ByCode<Value> {
  readonly [code: Code]: Value;
  readonly length: number;
}

export interface WritableByCode<Value> extends ByCode<Value> {
  [code: Code]: Value;
}

export interface ByGroup<Value> {
  [group: GroupIndex]: Value;
  readonly length: number;
}

/** A column that grows at its end. Longer `array` may be: what lies behind `length` is no row's. */
export interface GrowingByRow<Value> {
  readonly array: ByRow<Value>;
  readonly length: number;
  push(value: Value): void;
  append(values: ArrayLike<Value>): void;
}
