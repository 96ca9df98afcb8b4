// JSON text made readable without parsing it into values: numbers keep every digit, names that occur twice occur twice, and
// escapes stay as they were written. Text that is no JSON is answered with the place where it breaks.

export type FormattedJson =
  | { readonly kind: 'formatted'; readonly text: string }
  /** Line and column count from 1, in the text as it came. */
  | { readonly kind: 'broken'; readonly offset: number; readonly line: number; readonly column: number };

const token = /[ \t\r\n]*(?:([{}[\]:,])|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const space = /[ \t\r\n]*/y;

export function formatJson(text: string): FormattedJson {
  const out: string[] = [];
  /** What closes each open bracket, innermost last. */
  const closers: string[] = [];
  let expected: 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma' | 'end' = 'value';
  let at = 0;
  const newLine = () => out.push('\n', '  '.repeat(Math.min(closers.length, 100)));
  while (expected !== 'end') {
    const from = skip(text, at);
    token.lastIndex = from;
    const isString = text[from] === '"';
    const stringEnd = isString ? endOfString(text, from) : undefined;
    const match = isString ? undefined : token.exec(text);
    if (stringEnd?.isBroken) return broken(text, stringEnd.at);
    if (!match && !stringEnd) return broken(text, from);
    const [, mark, word] = match ?? [];
    const string = stringEnd && text.slice(from, stringEnd.at);
    at = stringEnd?.at ?? token.lastIndex;
    if (mark === '{' || mark === '[') {
      if (expected !== 'value' && expected !== 'value or ]') return broken(text, from);
      if (expected === 'value or ]') newLine();
      out.push(mark);
      closers.push(mark === '{' ? '}' : ']');
      expected = mark === '{' ? 'name or }' : 'value or ]';
    } else if (mark === '}' || mark === ']') {
      const empty = expected === (mark === '}' ? 'name or }' : 'value or ]');
      if ((!empty && expected !== 'comma') || closers.at(-1) !== mark) return broken(text, from);
      closers.pop();
      if (!empty) newLine();
      out.push(mark);
      expected = closers.length > 0 ? 'comma' : 'end';
    } else if (mark === ':') {
      if (expected !== 'colon') return broken(text, from);
      out.push(': ');
      expected = 'value';
    } else if (mark === ',') {
      if (expected !== 'comma') return broken(text, from);
      out.push(',');
      newLine();
      expected = closers.at(-1) === '}' ? 'name' : 'value';
    } else if (string !== undefined && (expected === 'name' || expected === 'name or }')) {
      if (expected === 'name or }') newLine();
      out.push(string);
      expected = 'colon';
    } else {
      if (expected !== 'value' && expected !== 'value or ]') return broken(text, from);
      if (expected === 'value or ]') newLine();
      out.push(string ?? word ?? '');
      expected = closers.length > 0 ? 'comma' : 'end';
    }
  }
  const end = skip(text, at);
  return end < text.length ? broken(text, end) : { kind: 'formatted', text: out.join('') };
}

/** Behind the closing quote, or where the string breaks. A loop: a pattern would need a stack as long as the string. */
export function endOfString(text: string, from: number): { readonly at: number; readonly isBroken: boolean } {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { at: at + 1, isBroken: false };
    if (code === 0x5c) {
      escapeSequence.lastIndex = at;
      if (!escapeSequence.test(text)) return { at, isBroken: true };
      at = escapeSequence.lastIndex;
    } else if (code < 0x20) return { at, isBroken: true };
    else at++;
  }
  return { at, isBroken: true };
}

function skip(text: string, at: number): number {
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}

function broken(text: string, offset: number): FormattedJson {
  const before = text.slice(0, offset).split('\n');
  return { kind: 'broken', offset, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
