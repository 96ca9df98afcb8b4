import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, encodeText } from '~/lib/bytes';
import { readPieces } from './file-pieces';
import { JsonRecords } from './json-records';

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly isUnclosed: boolean;
}

/** The records of a text that comes in slices of so many bytes. */
async function recordsOf(text: string, bytesAtOnce?: number): Promise<Piece[]> {
  const whole = encodeText(text);
  const splitter = new JsonRecords();
  const found: Piece[] = [];
  const visitor = {
    piece: ({
      bytes,
      start,
      end,
      offset,
      line,
    }: {
      bytes: Uint8Array;
      start: number;
      end: number;
      offset: number;
      line: number;
    }) => {
      const piece = decodeText(bytes, start, end);
      expect(decodeText(whole, offset, offset + end - start)).toBe(piece);
      found.push({ text: piece, line, isUnclosed: splitter.isUnclosed });
    },
    slice: async () => {},
  };
  await readPieces(new Blob([whole]), splitter, { offset: 0, line: 1 }, undefined, visitor, bytesAtOnce);
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const awkward = fc.constantFrom('{', '}', '[{', '"', '\\', '\\"', '\n{', '},\n{', 'ü😀', '"value":[', '\u2028', '');
const text = fc.oneof(
  awkward,
  fc.string({ unit: 'binary', maxLength: 6 }).filter((each) => !/\p{Surrogate}/u.test(each)),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(text, fc.integer(), fc.constantFrom(null, true)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const object = fc.dictionary(text, value, { maxKeys: 4, noNullPrototype: true });
const indent = fc.constantFrom('', ' ', '    ', '\t');
const newline = fc.constantFrom('\n', '\r\n');

/** Without indentation, but over many lines: what brackets alone can tell. */
function flattened(json: string): string {
  return json.replace(/^[ \t]+/gm, '');
}

const layouts = {
  sequence: (values: readonly string[], feed: string) => values.map((each) => `${each}${feed}`).join(''),
  list: (values: readonly string[], feed: string) => `[${feed}${values.join(`,${feed}`)}${feed}]`,
  lists: (values: readonly string[], feed: string) => values.map((each) => `[${each}]${feed}`).join(''),
  page: (values: readonly string[], feed: string) =>
    `{"@odata.context":"value",${feed}"other":{"value":[{}]},"more":[{}], "value" :${feed}[${values.join(',')}],"@odata.nextLink":"]}"}`,
};

test('parts JSON as JSON.parse would, wherever slices end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(object, { maxLength: 5 }),
      fc.constantFrom('sequence', 'list', 'lists', 'page'),
      indent,
      fc.boolean(),
      newline,
      fc.integer({ min: 1, max: 40 }),
      async (objects, layout, space, isFlat, feed, size) => {
        const texts = objects.map((each) => JSON.stringify(each, undefined, space).replaceAll('\n', feed));
        const file = layouts[layout](isFlat ? texts.map(flattened) : texts, feed);
        const found = await recordsOf(file, size);
        expect(found.map((piece) => parsed(piece.text))).toEqual(objects);
        const places = found.map((piece) =>
          file
            .split('\n')
            .slice(piece.line - 1)
            .join('\n')
            .includes(piece.text),
        );
        expect(places).toEqual(objects.map(() => true));
      },
    ),
    { numRuns: 300 },
  );
});

test('hands over whatever else stands in a list', async () => {
  const found = await recordsOf('[null, 12 ,"a,]b",{"a":1},true,\n[{"b":2}]]');
  expect(found.map((piece) => [piece.text.trim(), piece.line])).toEqual([
    ['null', 1],
    ['12', 1],
    ['"a,]b"', 1],
    ['{"a":1}', 1],
    ['true', 1],
    ['{"b":2}', 2],
  ]);
});

/** Whether damaged lines around it can be one record with it, such as `{"a":`, `{}`, `}`: nobody can tell that they were three. */
function standsInHalves(lines: readonly string[], at: number): boolean {
  const before = lines.slice(0, at).findLast((line) => line !== '') ?? '';
  const after = lines.slice(at + 1).find((line) => line !== '') ?? '';
  return /[:,[]$/.test(before) && /^[}\],]/.test(after);
}

test('a damaged line costs no other line', async () => {
  const damaged = fc.oneof(
    fc.tuple(object, fc.nat()).map(([each, at]) => JSON.stringify(each).slice(0, at % JSON.stringify(each).length)),
    fc.tuple(object, fc.nat()).map(([each, at]) => JSON.stringify(each).slice(at % JSON.stringify(each).length)),
    fc.constantFrom('{"a":[1,', '{"a":', '[', ']', '}', '{', '"', '{"a":"\\', 'hello {', '{"a":[{"b":1},'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 3, arbitrary: object }, { weight: 1, arbitrary: damaged }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      async (lines, size) => {
        const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
        const file = texts.join('\n');
        const found = await recordsOf(file, size);
        for (const [i, line] of lines.entries()) {
          if (typeof line === 'string' || standsInHalves(texts, i)) continue;
          const there = found.filter((piece) => piece.line === i + 1).map((piece) => piece.text);
          expect([file, there]).toEqual([file, [JSON.stringify(line)]]);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a damaged record in a list that is printed over many lines costs no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(object, { minLength: 1, maxLength: 5 }),
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 40 }),
      async (objects, which, where, size) => {
        const damagedAt = which % objects.length;
        const texts = objects.map((each) => `  ${JSON.stringify(each, undefined, 2).replaceAll('\n', '\n  ')}`);
        const chars = [...(texts[damagedAt] ?? '').matchAll(/\S/gu)];
        const gone = chars[where % chars.length];
        const at = gone?.index ?? 0;
        const shorter = `${texts[damagedAt]?.slice(0, at)}${texts[damagedAt]?.slice(at + (gone?.[0].length ?? 0))}`;
        const file = `[\n${texts.with(damagedAt, shorter).join(',\n')}\n]`;
        const found = (await recordsOf(file, size)).map((piece) => piece.text);
        for (const [i, each] of texts.entries())
          if (i !== damagedAt) expect([file, found]).toEqual([file, expect.arrayContaining([each.trim()])]);
      },
    ),
    { numRuns: 300 },
  );
});

test('says that the last record is cut off', async () => {
  expect(await recordsOf('[{"a":1},\n{"b":"x', 3)).toEqual([
    { text: '{"a":1}', line: 1, isUnclosed: false },
    { text: '{"b":"x', line: 2, isUnclosed: true },
  ]);
});

test('takes nesting beyond all measure for damage', async () => {
  const deep = '['.repeat(100_000);
  expect((await recordsOf(`{"a":${deep}\n{"b":1}`)).map((piece) => piece.text.length)).toEqual([100_005, 7]);
});

test('does not read on to the end of the file to find out that a record is damaged', () => {
  for (const damaged of [
    '{"a":"x',
    '{"a":"x\\',
    '{"a":"',
    '{"a":"x\\"',
    '{"a":[1}',
    '{"a":1',
    '{"a":1,',
    '{"a":{"b":2}',
    '{"a":[{"b":1],',
  ]) {
    const bytes = encodeText(`${damaged}\n{`);
    expect([damaged, new JsonRecords().read(bytes, 0, bytes.length, false)]).toEqual([damaged, damaged.replace(/,$/, '').length]);
  }
});

test('objects within a damaged record that is printed over many lines are not taken for records', async () => {
  const damaged = '{\n    "a": "x,\n    "b": [\n      {\n        "c": 1\n      }\n    ]\n  }';
  const found = await recordsOf(`[\n  ${damaged},\n  {\n    "d": 1\n  }\n]`);
  expect(found.map((piece) => piece.text)).toEqual([damaged, '{\n    "d": 1\n  }']);
});
