import { expect, test } from 'vitest';
import { type DataColumn, dataCsv, sortRows } from './data-column';

interface Person {
  readonly name: string;
  readonly age: number | undefined;
}

const columns: readonly DataColumn<Person>[] = [
  { id: 'name', label: 'Name', help: '', width: 100, text: ({ name }) => name },
  { id: 'age', label: 'Age, in years', help: '', width: 100, text: ({ age }) => String(age ?? ''), sortBy: ({ age }) => age },
];

test.each([
  [false, ['Ada', 'ada', 'Bo', '']],
  [true, ['Bo', 'Ada', 'ada', '']],
])('text sorts without regard to capitals, nothing comes last, ties keep their order (descending: %s)', (descending, names) => {
  const rows = ['Ada', '', 'Bo', 'ada'].map((name) => ({ name, age: 1 }));
  expect(sortRows(rows, columns, { column: 'name', descending }).map(({ name }) => name)).toEqual(names);
});

test('numbers sort as numbers, and an unknown column sorts nothing', () => {
  const rows = [9, undefined, 10].map((age) => ({ name: '', age }));
  expect(sortRows(rows, columns, { column: 'age', descending: false }).map(({ age }) => age)).toEqual([9, 10, undefined]);
  expect(sortRows(rows, columns, { column: 'height', descending: true })).toBe(rows);
});

test('a file has every row and runs nothing', async () => {
  const rows = Array.from({ length: 4_500 }, (_, at) => ({ name: at === 0 ? '=1+1' : `"${at}", line\nbreak`, age: at }));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await dataCsv(rows, columns)).arrayBuffer());
  expect(text.startsWith('\ufeffName,"Age, in years"\r\n\'=1+1,0\r\n"""1"", line\nbreak",1\r\n')).toBe(true);
  expect(text.split('\r\n')).toHaveLength(4_502);
});
