// Lists as people paste them: out of a spreadsheet, a mail, a script. Values are parted by commas, semicolons, tabs or
// lines; one in quotes is kept whole, whatever is in it.

/** Each opening quote with the one that closes it. */
const closingQuotes = new Map(Array.from(['""', "''", '“”', '„“', '‘’', '«»'], ([open = '', close = '']) => [open, close]));
const separators = /[,;\t\r\n]/;

/** The values in the order they came, trimmed, without empty ones and without repeats (case is ignored). */
export function parseTextList(text: string): string[] {
  const values: string[] = [];
  let rest = text;
  while (rest !== '') {
    rest = rest.replace(/^[,;\s]+/, '');
    const quoted = readQuoted(rest);
    const next = quoted ?? readPlain(rest);
    values.push(next.value.trim());
    rest = next.rest;
  }
  return withoutRepeats(values.filter((value) => value !== ''));
}

/** Whether the text is more than one value, or ends like a pasted line. */
export function isTextList(text: string): boolean {
  return /[\t\r\n]/.test(text.trim()) || parseTextList(text).length > 1;
}

/** The first of each, by its lower-case spelling. */
export function withoutRepeats(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = value.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

interface Read {
  readonly value: string;
  readonly rest: string;
}

/** Only a quote that opens a value counts, and only when it is closed before a separator: O'Brien keeps his. */
function readQuoted(text: string): Read | undefined {
  const close = closingQuotes.get(text.charAt(0));
  if (close === undefined) return undefined;
  let value = '';
  for (let at = 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character !== close) {
      value += character;
    } else if (text.charAt(at + 1) === close) {
      value += close;
      at++;
    } else {
      const rest = text.slice(at + 1).trimStart();
      return rest === '' || separators.test(text.slice(at + 1, at + 2)) || separators.test(rest.charAt(0))
        ? { value, rest }
        : undefined;
    }
  }
  return undefined;
}

function readPlain(text: string): Read {
  const end = text.search(separators);
  return end < 0 ? { value: text, rest: '' } : { value: text.slice(0, end), rest: text.slice(end + 1) };
}
