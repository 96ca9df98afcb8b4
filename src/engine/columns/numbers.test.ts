// What does not compile is told to `npm run types`: a line that is expected to fail and does not is an error there.

import { expect, expectTypeOf, test } from 'vitest';
import { Uint32ArrayOf } from '~/lib/bytes';
import { ByteDictionary } from './byte-dictionary';
import { DictionaryColumn } from './dictionary-column';
import {
  type ByGroup,
  type Code,
  firstCode,
  firstGroup,
  firstRank,
  firstRow,
  type GroupIndex,
  noCode,
  type Rank,
  type RowIndex,
  type RowList,
  type WritableByCode,
  type WritableByRow,
} from './numbers';
import { Orders } from './orders';
import { PairIndex } from './pair-index';
import { Ranks } from './ranks';
import { Records } from './records';

const position = 0;

test('a column is asked by row and its ranks by code, and nothing else will do', () => {
  const records = new Records();
  const { codes, dictionary, ranks, folded } = new DictionaryColumn();
  const rankOf = ranks.all();
  expectTypeOf(codes[firstRow]).toEqualTypeOf<Code | undefined>();
  expectTypeOf(rankOf[firstCode]).toEqualTypeOf<Rank | undefined>();
  expectTypeOf(folded.array[firstCode]).toEqualTypeOf<Code | undefined>();
  // @ts-expect-error
  codes[noCode];
  // @ts-expect-error
  codes[position];
  // @ts-expect-error
  codes[firstRank];
  // @ts-expect-error
  rankOf[firstRow];
  // @ts-expect-error
  rankOf[firstRank];
  // @ts-expect-error
  folded.array[firstRow];
  // @ts-expect-error
  records.times.array[firstCode];
  // @ts-expect-error
  records.fullness.array[position];
  // @ts-expect-error
  dictionary.text(firstRow);
  // @ts-expect-error
  records.ids.text(firstCode);
  // @ts-expect-error
  records.origins.of(position);
  // @ts-expect-error
  codes[firstRow] = noCode;
});

test('what is counted by code or by group takes no row', () => {
  const counts: WritableByCode<number> = new Uint32Array(2);
  const groups: ByGroup<number> = new Uint32Array(2);
  const groupOf: WritableByRow<GroupIndex> = new Uint32ArrayOf<GroupIndex>(2);
  groupOf[firstRow] = firstGroup;
  counts[firstCode] = 1;
  expect(counts[firstCode]).toBe(1);
  // @ts-expect-error
  counts[firstRow] = 1;
  // @ts-expect-error
  groups[firstRow] = 1;
  groups[groupOf[firstRow] ?? firstGroup] = 1;
  // @ts-expect-error
  groupOf[firstRow] = firstRow;
  // @ts-expect-error
  groupOf[firstGroup] = firstGroup;
  // @ts-expect-error
  const byRow: WritableByRow<number> = counts;
  expect(byRow).toBe(counts);
});

test('a list of rows holds rows', () => {
  const rows: RowList = new Uint32ArrayOf<RowIndex>(2);
  const codes = new Uint32ArrayOf<Code>(2);
  const ranks = new Uint32ArrayOf<Rank>(2);
  expect(rows).toBeInstanceOf(Uint32Array);
  expectTypeOf([...rows]).toEqualTypeOf<RowIndex[]>();
  expectTypeOf(rows.subarray(1)).toEqualTypeOf<RowList>();
  expectTypeOf(rows.slice()).toEqualTypeOf<RowList>();
  // @ts-expect-error
  rows[position] = firstRank;
  // @ts-expect-error
  rows[position] = position;
  // @ts-expect-error
  rows.set(ranks);
  // @ts-expect-error
  rows.indexOf(firstCode);
  // @ts-expect-error
  const other: RowList = codes;
  expect(other).toBe(codes);
  // @ts-expect-error
  new Orders().keep({ field: 'time', descending: true }, ranks, 2);
});

test('numbers of different kinds are not compared, given or taken for each other', () => {
  const [row, code, rank]: [RowIndex, Code, Rank] = [firstRow, noCode, firstRank];
  // @ts-expect-error
  expect(row === code).toBe(true);
  // @ts-expect-error
  expect(code === rank).toBe(true);
  // @ts-expect-error
  const made: RowIndex = row + 1;
  expect(made).toBe(1);
  const pairs = new PairIndex<GroupIndex, Code>();
  expect(pairs.numberOf(firstGroup, noCode)).toBe(0);
  // @ts-expect-error
  pairs.numberOf(noCode, firstGroup);
  expectTypeOf(new ByteDictionary().codeOfText('')).toEqualTypeOf<Code>();
  // @ts-expect-error
  expectTypeOf(new Ranks(new ByteDictionary()).all()).toExtend<WritableByRow<Rank>>();
});
