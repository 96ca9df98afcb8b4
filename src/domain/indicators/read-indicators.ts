// Indicators of compromise as people pass them on: one a line, or with commas or spaces between, with comments behind `#`, and often
// made harmless so that nobody clicks on them (`hxxp://evil[.]com`). Whatever is written is an indicator or is refused with a reason.

import { type Indicator, indicatorOf } from './indicator';

export interface ReadIndicators {
  /** Each once, in the order in which they came. */
  readonly indicators: readonly Indicator[];
  readonly refused: readonly RefusedIndicator[];
  /** How many stood there again. */
  readonly repeated: number;
}

export interface RefusedIndicator {
  /** As it was written. */
  readonly written: string;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

/** What is behind them is not even read, so that no list holds up the page. */
const most = 5_000;
const tooMany = `Only ${most.toLocaleString('en-US')} can be looked for at once.`;

export function readIndicators(text: string): ReadIndicators {
  const byIdentity = new Map<string, Indicator>();
  const refused: RefusedIndicator[] = [];
  let repeated = 0;
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    for (const written of piecesOf(line)) {
      const read = byIdentity.size < most ? indicatorOf(withoutArmour(written), written) : tooMany;
      if (typeof read === 'string') {
        refused.push({ written, line: at + 1, reason: read });
        continue;
      }
      const identity = `${read.kind} ${read.value.toLowerCase()}`;
      if (byIdentity.has(identity)) repeated++;
      else byIdentity.set(identity, read);
    }
  }
  return { indicators: [...byIdentity.values()], refused, repeated };
}

/** A comment begins a line or stands behind a space: addresses of the web have a `#` of their own. */
const comment = /(^|\s)#.*$/;
const piece = /"((?:[^"]|"")*)"|[^\s,;"]+|"/g;
const address = String.raw`[\d.:a-f[\]()]*[\d:a-f][\])]?`;
const spacedRange = new RegExp(`(^|[\\s,;"])(${address})\\s+[-–]\\s+(?=[\\d:a-f[(])`, 'gi');

/** What stands between quotation marks is one piece. */
function piecesOf(line: string): string[] {
  const withoutComment = line.replace(/^\uFEFF/, '').replace(comment, '');
  const joined = withoutComment.replace(spacedRange, '$1$2-');
  return Array.from(joined.matchAll(piece), ([all, quoted]) => (quoted ?? all).replaceAll('""', '"').trim()).filter(
    (each) => each !== '',
  );
}

/** As it was before somebody made it harmless. */
function withoutArmour(written: string): string {
  return written
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/^<(.*)>$/, '$1')
    .replace(/\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\\\./gi, '.')
    .replace(/\[:\/\/\]/g, '://')
    .replace(/\[:\]|\(:\)/g, ':')
    .replace(/\[\/\]/g, '/')
    .replace(/\[@\]|\(@\)|\[at\]|\(at\)/gi, '@')
    .replace(/^h(xx|XX|\*\*)p/i, 'http')
    .replace(/^fxp(s?:\/\/)/i, 'ftp$1')
    .replace(/^mailto:/i, '');
}
