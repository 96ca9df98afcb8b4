// AuditData as exports wrap it, undone: quotation marks that were doubled once too often, JSON that was made a JSON text again, a
// list of the one record. What is left is what the service wrote, and every reader of records gets to see that.

import { behindBom } from '~/lib/bytes';
import { broken, skipSpace, skipString, skipValue } from './json-scan';
import { writeUnescaped } from './json-text';

interface OpenCells {
  readonly text: Uint8Array;
  readonly starts: number[];
  readonly ends: number[];
}

const quote = 0x22;
const openBrace = 0x7b;
const openBracket = 0x5b;

/** Works in place: nothing that was wrapped is longer than its wrapping. Leaves alone what it does not know. */
export function unwrapAuditData({ text, starts, ends }: OpenCells, cell: number): void {
  for (let isWrapped = true; isWrapped; ) {
    const first = starts[cell] ?? 0;
    const end = ends[cell] ?? 0;
    const start = skipSpace(text, behindBom(text, first, end), end);
    const inner = start < end ? unwrap(text, start, end) : undefined;
    if (inner) [starts[cell], ends[cell]] = inner;
    else if (start > first && start < end) starts[cell] = start;
    isWrapped = inner !== undefined;
  }
}

/** What stands inside, after it was moved to where it is read; `undefined` when nothing is wrapped. */
function unwrap(text: Uint8Array, start: number, end: number): [start: number, end: number] | undefined {
  switch (text[start]) {
    case openBrace:
      return isDoubled(text, start, end) ? [start, halveQuotes(text, start, end)] : undefined;
    case quote:
      if (isDoubled(text, start + 1, end)) return [start, halveQuotes(text, start + 1, lastQuote(text, start, end), start)];
      return skipString(text, start + 1, end) === end
        ? [start, writeUnescaped(text, start + 1, end - 1, text, start)]
        : undefined;
    case openBracket:
      return onlyEntry(text, start, end);
    default:
      return undefined;
  }
}

/** `{""Id""`, which is no JSON: behind an empty name stands a colon. */
function isDoubled(text: Uint8Array, start: number, end: number): boolean {
  if (text[start] !== openBrace) return false;
  const name = skipSpace(text, start + 1, end);
  if (name + 2 >= end || text[name] !== quote || text[name + 1] !== quote) return false;
  const behind = skipSpace(text, name + 2, end);
  return behind < end && text[behind] !== 0x3a;
}

function halveQuotes(text: Uint8Array, start: number, end: number, to = start): number {
  let written = to;
  for (let p = start; p < end; p++) {
    text[written++] = text[p] ?? 0;
    if (text[p] === quote && text[p + 1] === quote && p + 1 < end) p++;
  }
  return written;
}

function lastQuote(text: Uint8Array, start: number, end: number): number {
  return end - 1 > start && text[end - 1] === quote ? end - 1 : end;
}

function onlyEntry(text: Uint8Array, start: number, end: number): [start: number, end: number] | undefined {
  const entry = skipSpace(text, start + 1, end);
  if (entry >= end || text[entry] !== openBrace) return undefined;
  const after = skipValue(text, entry, end);
  if (after === broken) return [entry, end];
  const closing = skipSpace(text, after, end);
  return closing >= end || text[closing] === 0x5d ? [entry, after] : undefined;
}
