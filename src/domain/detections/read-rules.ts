// Rules out of the text of a file: documents of YAML, each read by itself, so that a bad one hides no other. YAML can be written
// to exhaust who reads it (aliases of aliases, brackets without end), so what is larger than any rule is not even parsed.

import { type Document, parseDocument, visit } from 'yaml';
import * as z from 'zod/mini';
import { formatNumber } from '~/lib/words';
import type { Rule } from './rule';
import { correlationRuleSchema, detectionRuleSchema } from './rule-schema';

export interface ReadRules {
  readonly rules: readonly Rule[];
  readonly refused: readonly Refused[];
}

export interface ReadRuleFile extends ReadRules {
  /** Files in a zip that were not taken, because they are about other logs. */
  readonly leftOut: number;
}

/** What was not read, and why, in words. */
export interface Refused {
  readonly what: string;
  readonly reason: string;
}

export function refusedFile(name: string, reason: string): ReadRuleFile {
  return { rules: [], refused: [{ what: name, reason }], leftOut: 0 };
}

/** In characters. */
const longestFile = 2_000_000;
export const tooLong = `It is longer than the ${formatNumber(longestFile)} characters that Ledgerline reads of a file.`;
const longestDocument = 100_000;
const mostDocuments = 2_000;
const mostAliases = 20;

/** Never throws. */
export function readRules(fileName: string, text: string): ReadRules {
  const documents = text.split(/^(?=---(?:\s|$))/m);
  const tooMuch =
    text.length > longestFile
      ? tooLong
      : documents.length > mostDocuments
        ? `It has more than the ${formatNumber(mostDocuments)} documents that Ledgerline reads of a file.`
        : undefined;
  if (tooMuch !== undefined) return refusedFile(fileName, tooMuch);
  const rules: Rule[] = [];
  const refused: Refused[] = [];
  let line = 0;
  for (const [i, document] of documents.entries()) {
    const what = documents.length > 1 ? `${fileName}, document ${i + 1}` : fileName;
    const read = readDocument(document, { file: fileName, id: what, linesBefore: line });
    if (typeof read === 'string') refused.push({ what, reason: read });
    else if (read) rules.push(read);
    line += document.split('\n').length - 1;
  }
  return { rules, refused };
}

interface Place {
  readonly file: string;
  /** What a rule without an id is called. */
  readonly id: string;
  readonly linesBefore: number;
}

/** Why it is none, in words; `undefined` where nothing stands. */
function readDocument(text: string, place: Place): Rule | string | undefined {
  if (text.length > longestDocument)
    return `It is longer than the ${formatNumber(longestDocument)} characters that Ledgerline reads of a rule.`;
  try {
    // Keys that come twice are looked for below: the library compares each with each.
    const document = parseDocument(text, { intAsBigInt: true, uniqueKeys: false, logLevel: 'silent' });
    const [error] = document.errors;
    if (error) {
      const [problem = ''] = error.message.split(/ at line \d+|\n/);
      return `It is not YAML: ${problem}, on line ${place.linesBefore + (error.linePos?.[0].line ?? 1)}.`;
    }
    return findBadKey(document) ?? readRule(document.toJS({ maxAliasCount: mostAliases }), place);
  } catch {
    return 'It is YAML that nests or repeats itself too much to be a rule.';
  }
}

function findBadKey(document: Document): string | undefined {
  let bad: string | undefined;
  visit(document, {
    Map(_, { items }) {
      const keys = items.map(({ key }) => String(key));
      const twice = keys.length === new Set(keys).size ? undefined : keys.find((key, i) => keys.indexOf(key) < i);
      if (twice !== undefined) bad = `It has the key ${twice} twice in one place.`;
      else if (keys.includes('__proto__')) bad = 'It has a key __proto__, which no rule needs.';
      return bad === undefined ? undefined : visit.BREAK;
    },
  });
  return bad;
}

const documentSchema = z.record(z.string(), z.unknown());

function readRule(value: unknown, { file, id }: Place): Rule | string | undefined {
  if (value === null || value === undefined) return undefined;
  const document = documentSchema.safeParse(value);
  if (!document.success) return 'It is no rule: a rule is a map of title, logsource, detection and others.';
  const has = (key: string) => Object.hasOwn(document.data, key);
  if (has('correlation')) {
    const read = correlationRuleSchema.safeParse(value);
    return read.success ? { ...read.data, kind: 'correlation', id: read.data.id || id, file } : wordsOf(read.error);
  }
  if (has('detection')) {
    const read = detectionRuleSchema.safeParse(value);
    return read.success ? { ...read.data, kind: 'detection', id: read.data.id || id, file } : wordsOf(read.error);
  }
  if (has('filter')) return 'It is a filter of Sigma, which changes other rules. Put what it leaves out into those rules.';
  if (has('action')) return 'It is a rule collection, an older format of Sigma. Write each of its rules as a rule of its own.';
  return 'It has neither a detection nor a correlation.';
}

function wordsOf({ issues: [issue] }: z.core.$ZodError): string {
  const place = issue?.path.map(String).join(' › ') ?? '';
  return `Its ${place} is missing, or is not of the form that Sigma gives it.`;
}
