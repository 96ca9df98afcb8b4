import { parseQueryText, type QueryContext } from '~/domain/view/query-text/parse-query-text';

/** What is searched for while it is typed: the words that stand alone, and beside what cannot be read yet those that can. */
export function liveTextOf(typed: string, context: QueryContext): string {
  const read = parseQueryText(typed, context);
  if ('text' in read) return read.text;
  let rest = typed;
  for (const { from, to } of read.problems.toReversed()) rest = `${rest.slice(0, from)} ${rest.slice(to)}`;
  const others = parseQueryText(rest, context);
  return 'text' in others ? others.text : '';
}

/** A box of one line would drop the breaks of lines that values may have: in it they are the signs for them. */
export function shownInLine(text: string): string {
  return text.replaceAll('\n', '␤').replaceAll('\r', '␍');
}

export function typedInLine(shown: string): string {
  return shown.replaceAll('␤', '\n').replaceAll('␍', '\r');
}
