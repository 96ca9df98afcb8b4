// Reads the frame of a Graph page: where its records begin and end, and the link to the next page. Looks into no record, so
// that one bad record does not cost the page; a page that is cut off or has no `value` list is refused as a whole.

import { EngineError } from '~/domain/errors/errors';
import { broken, skipBalanced, skipColon, skipSpace, skipString, skipValue } from '~/engine/json/json-scan';
import { stringText } from '~/engine/json/json-text';
import { behindBom, Uint32List } from '~/lib/bytes';
import { viewOf } from '~/lib/runs';

export interface Page {
  readonly bytes: Uint8Array;
  /** Start and end of each element of `value`, in turn. */
  readonly slices: Uint32List;
  readonly nextLink: string | undefined;
}

/** Throws `bad-page`. */
export function readPage(bytes: Uint8Array): Page {
  const end = bytes.length;
  let slices: Uint32List | undefined;
  let nextLink: string | undefined;
  let p = skipSpace(bytes, behindBom(bytes), end);
  if (end === 0) throw badPage('The answer is empty.');
  if (bytes[p] !== 0x7b) throw badPage('The answer is not JSON.');
  p = skipSpace(bytes, p + 1, end);
  if (p < end && bytes[p] === 0x7d) throw badPage('The answer has no list of records.');
  for (let more = true; more; ) {
    if (p >= end || bytes[p] !== 0x22) throw cutOff();
    const nameEnd = skipString(bytes, p + 1, end);
    const value = nameEnd === broken ? broken : skipColon(bytes, nameEnd, end);
    if (value === broken) throw cutOff();
    const name = stringText(bytes, p, nameEnd);
    if (name === 'value' && bytes[value] === 0x5b) {
      slices = new Uint32List();
      p = readElements(bytes, value + 1, end, slices);
    } else {
      p = skipValue(bytes, value, end);
      if (p !== broken && name === '@odata.nextLink') nextLink = readLink(bytes, value, p);
    }
    if (p === broken) throw cutOff();
    p = skipSpace(bytes, p, end);
    more = p < end && bytes[p] === 0x2c;
    if (more) p = skipSpace(bytes, p + 1, end);
  }
  if (p >= end || bytes[p] !== 0x7d || skipSpace(bytes, p + 1, end) !== end) throw cutOff();
  if (!slices) throw badPage('The answer has no list of records.');
  return { bytes, slices, nextLink };
}

/** `null` is no link. Anything else that is no address must not be taken for the end of the records. */
function readLink(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (bytes[start] === 0x6e) return undefined;
  const link = bytes[start] === 0x22 ? stringText(bytes, start, end) : '';
  if (link === '') throw badPage('The link to the next page is no address.');
  return link;
}

/** From behind the opening bracket to behind the closing one. */
function readElements(bytes: Uint8Array, at: number, end: number, slices: Uint32List): number {
  const view = viewOf(bytes);
  let p = skipSpace(bytes, at, end);
  if (p < end && bytes[p] === 0x5d) return p + 1;
  while (p < end) {
    const nested = bytes[p] === 0x7b || bytes[p] === 0x5b;
    const after = nested ? skipBalanced(view, bytes, p, end) : skipValue(bytes, p, end);
    if (after === broken) return broken;
    slices.push(p);
    slices.push(after);
    p = skipSpace(bytes, after, end);
    if (p < end && bytes[p] === 0x5d) return p + 1;
    if (p >= end || bytes[p] !== 0x2c) return broken;
    p = skipSpace(bytes, p + 1, end);
  }
  return broken;
}

function cutOff(): EngineError {
  return badPage('The answer is cut off or is not JSON.');
}

function badPage(message: string): EngineError {
  return new EngineError('bad-page', message);
}
