import { expect, test } from 'vitest';
import { type DataColumn, dataCsv, sortKey } from './data-column';

interface Person {
  readonly name: string;
  readonly age: number | undefined;
}

const columns: readonly DataColumn<Person>[] = [
  { id: 'name', label: 'Name', help: '', width: 100, text: ({ name }) => name },
  { id: 'age', label: 'Age, in years', help: '', width: 100, text: ({ age }) => String(age ?? ''), sortBy: ({ age }) => age },
];
const [name, age] = columns as [DataColumn<Person>, DataColumn<Person>];

test('text sorts without regard to capitals, numbers as numbers, and what is not there has no key', () => {
  expect(sortKey(name, { name: 'Ada', age: 1 })).toBe('ada');
  expect(sortKey(name, { name: '', age: 1 })).toBeUndefined();
  expect(sortKey(age, { name: 'Ada', age: 36 })).toBe(36);
  expect(sortKey(age, { name: 'Ada', age: undefined })).toBeUndefined();
});

test('a file has every row and runs nothing', async () => {
  const rows = Array.from({ length: 4_500 }, (_, at) => ({ name: at === 0 ? '=1+1' : `"${at}", line\nbreak`, age: at }));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await dataCsv(rows, columns)).arrayBuffer());
  expect(text.startsWith('\ufeffName,"Age, in years"\r\n\'=1+1,0\r\n"""1"", line\nbreak",1\r\n')).toBe(true);
  expect(text.split('\r\n')).toHaveLength(4_502);
});
