// Takes a JSON object apart while walking over it once: the steps of the object before are tried first, and only where none fits
// is it worked out how this one goes on. What a step says about structure holds wherever it fits, so an object that has been
// walked to its end is JSON.

import { closeBrace, comma, openBrace, quote } from '~/engine/intake/json-structure';
import { broken, skipColon, skipLongString, skipSpace, skipString, skipValue } from '~/engine/json/json-scan';
import { stringText, writeUnescaped } from '~/engine/json/json-text';
import type { KeptRecords } from './kept-records';
import { isSpelledInText } from './spelling';
import type { Place, Step } from './template';
import type { TemplateWalk } from './template-walk';

/** First bytes of values other than texts. */
const beginsBare = new Uint8Array(256);
for (const char of '{[tfn-0123456789') beginsBare[char.charCodeAt(0)] = 1;

export class ObjectWalk {
  readonly #kept: KeptRecords;
  readonly #walk: TemplateWalk;
  readonly #auditData: string | undefined;
  readonly #behind: Place;

  /**
   * `auditData` is the property that holds AuditData, as an object or a text; without it objects are AuditData themselves. `behind`
   * is where the walk stands when an object has ended that stands in something else.
   */
  constructor(kept: KeptRecords, walk: TemplateWalk, auditData: string | undefined, behind: Place = behindText) {
    this.#kept = kept;
    this.#walk = walk;
    this.#auditData = auditData;
    this.#behind = behind;
  }

  /** The end of the object that begins at `from`; `broken` when it is no JSON, or larger than what can be taken apart. */
  over(bytes: Uint8Array, view: DataView, from: number, end: number): number {
    for (let p = from; ; ) {
      const step = this.#step(bytes, view, p, end);
      if (!step) return broken;
      p += step.between.length;
      if (step.kind === 'ends') return p;
      if (step.kind === 'bare') {
        const after = skipValue(bytes, p, end, 1);
        if (after === broken || !this.#walk.parts.add(p, after)) return broken;
        p = after;
        continue;
      }
      const after = skipLongString(view, bytes, p, end);
      if (after === broken) return broken;
      const isApart = step.kind === 'opens' ? this.#overText(bytes, p, after - 1) : this.#walk.parts.add(p, after - 1);
      if (!isApart) return broken;
      p = after - 1;
    }
  }

  /** What stands in a text, if it would be written into one in the same way. */
  #overText(bytes: Uint8Array, from: number, end: number): boolean {
    const { parts } = this.#walk;
    const inside = parts.insideFor(end - from);
    const length = writeUnescaped(bytes, from, end, inside, 0);
    return isSpelledInText(inside, length, bytes, from, end) && this.over(inside, parts.insideView, 0, length) === length;
  }

  /** The step that fits at `p`, known or new. */
  #step(bytes: Uint8Array, view: DataView, p: number, end: number): Step | undefined {
    const { steps } = this.#walk.node;
    for (let i = 0; i < steps.length; i++) {
      const step = steps[i];
      if (step && fits(step, bytes, view, p, end)) return this.#walk.take(i);
    }
    return this.#findStep(bytes, p, end);
  }

  /** Works out how the object goes on behind a value. */
  #findStep(bytes: Uint8Array, from: number, end: number): Step | undefined {
    const walk = this.#walk;
    const { spelling, awaitsQuote } = walk.node.place;
    const isAround = this.#auditData !== undefined && spelling === 'asItIs';
    let { depth, isPastAuditData = false } = walk.node.place;
    let isFirst = depth === 0;
    let begins = isFirst && !isAround ? 0 : -1;
    let ends = -1;
    let p = skipSpace(bytes, awaitsQuote ? from + 1 : from, end);
    if (depth === 0) {
      if (p >= end || bytes[p] !== openBrace) return undefined;
      depth = 1;
      p++;
    }
    for (;;) {
      p = skipSpace(bytes, p, end);
      if (p < end && bytes[p] === closeBrace) {
        p++;
        if (depth === 2 || !isAround) ends = p - from;
        if (depth === 1) return walk.add(bytes, from, p, { kind: 'ends', begins, ends, place: this.#behind });
        p = skipSpace(bytes, p, end);
        depth = 1;
        isFirst = false;
        continue;
      }
      if (!isFirst) {
        if (p >= end || bytes[p] !== comma) return undefined;
        p = skipSpace(bytes, p + 1, end);
      }
      if (p >= end || bytes[p] !== quote) return undefined;
      const nameEnd = skipString(bytes, p + 1, end);
      const value = nameEnd === broken ? broken : skipColon(bytes, nameEnd, end);
      if (value === broken || value >= end) return undefined;
      const name = stringText(bytes, p, nameEnd);
      const isInEnvelope = isAround && depth === 1;
      const isAuditData = isInEnvelope && name === this.#auditData;
      // Of two the last counts, which is for those to say who read the record whole.
      if (isAuditData && isPastAuditData) return undefined;
      if (isAuditData) isPastAuditData = true;
      if (isAuditData && bytes[value] === openBrace) {
        begins = value - from;
        depth = 2;
        isFirst = true;
        p = value + 1;
        continue;
      }
      const isText = bytes[value] === quote;
      const place = { depth, spelling, awaitsQuote: isText, isPastAuditData };
      if (isAuditData && isText && bytes[value + 1] === openBrace)
        return walk.add(bytes, from, value + 1, { kind: 'opens', place: beginningOfText });
      if (!isText && beginsBare[bytes[value] ?? 0] === 0) return undefined;
      const property = this.#kept.propertyFor(isInEnvelope ? 'envelope' : 'auditData', name);
      if (!property) return undefined;
      const kind = isText ? 'text' : 'bare';
      return walk.add(bytes, from, isText ? value + 1 : value, { kind, property, place, isAuditData, begins, ends });
    }
  }
}

const beginningOfText = { depth: 0, spelling: 'inText', awaitsQuote: false } as const;
const behindText = { depth: 1, spelling: 'asItIs', awaitsQuote: true, isPastAuditData: true } as const;

function fits({ between, kind, isAuditData }: Step, bytes: Uint8Array, view: DataView, at: number, end: number): boolean {
  const after = at + between.length;
  if (after > end || !between.isAt(view, at)) return false;
  if (kind === 'ends') return true;
  const next = after < end ? (bytes[after] ?? 0) : 0;
  if (kind === 'opens') return next === openBrace;
  if (isAuditData && next === openBrace) return false;
  return kind === 'text' || beginsBare[next] === 1;
}
