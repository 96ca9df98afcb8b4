// What is wrong, or likely to disappoint, in a query before it is sent. Errors stop it, warnings never do.
// The rules are the service's own: https://learn.microsoft.com/purview/audit-search and the complaints of people it surprised.

import { canonicalIp, cidrMatcher } from '~/lib/ip';
import { dayMs, type EpochMs, hourMs, minuteMs } from '~/lib/time';
import { findActivity } from './activities';
import { type AuditQuery, isUnfiltered } from './audit-query';
import { findRecordType } from './record-types';

export interface QueryFix {
  readonly label: string;
  apply(query: AuditQuery): AuditQuery;
}

export interface QueryIssue {
  /** `query`: about the whole of it. */
  readonly field: keyof AuditQuery | 'query';
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix?: QueryFix;
}

export interface CheckContext {
  readonly now: EpochMs;
  readonly retentionDays: number;
}

/** Errors and warnings in the order of the form. */
export function checkQuery(query: AuditQuery, context: CheckContext): readonly QueryIssue[] {
  return [
    ...checkDates(query, context),
    ...checkKeyword(query),
    ...checkAdminUnits(query),
    ...checkOperations(query),
    ...checkRecordTypes(query),
    ...checkUsers(query),
    ...checkObjects(query),
    ...checkIpAddresses(query),
    ...checkWhole(query),
  ];
}

function* checkDates(query: AuditQuery, { now, retentionDays }: CheckContext): Generator<QueryIssue> {
  const start = Date.parse(query.start);
  const end = Date.parse(query.end);
  if (Number.isNaN(start)) yield { field: 'start', severity: 'error', message: 'Enter the date and time to search from.' };
  if (Number.isNaN(end)) yield { field: 'end', severity: 'error', message: 'Enter the date and time to search to.' };
  if (end <= start) yield { field: 'end', severity: 'error', message: 'The end must be after the start.' };
  const oldest = now - retentionDays * dayMs;
  if (start < oldest - hourMs) {
    yield {
      field: 'start',
      severity: 'warning',
      message: `Audit records are kept ${retentionDays} days here. Older ones are found only where a retention policy kept them.`,
      fix: { label: `Start ${retentionDays} days ago`, apply: (old) => ({ ...old, start: toMinute(oldest) }) },
    };
  }
  if (end > now + minuteMs) {
    yield {
      field: 'end',
      severity: 'warning',
      message: 'The end is in the future. A search finds only what is recorded when it runs.',
      fix: { label: 'End now', apply: (old) => ({ ...old, end: toMinute(now) }) },
    };
  }
}

/** The service indexes words; a keyword with other characters in it finds nothing unless they are wildcards. */
const special = /[^\p{L}\p{M}\p{N}\s*]+/gu;

function* checkKeyword({ keyword }: AuditQuery): Generator<QueryIssue> {
  if (keyword.search(special) < 0) return;
  const better = keyword
    .trim()
    .replace(special, '*')
    .replace(/\*{2,}/g, '*');
  yield {
    field: 'keyword',
    severity: 'warning',
    message: 'Special characters in a keyword find nothing. Put * in their place.',
    fix: { label: `Search for ${better}`, apply: (old) => ({ ...old, keyword: better }) },
  };
}

const objectId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function* checkAdminUnits({ adminUnits }: AuditQuery): Generator<QueryIssue> {
  const wrong = adminUnits.filter((id) => !objectId.test(id));
  if (wrong.length === 0) return;
  yield {
    field: 'adminUnits',
    severity: 'warning',
    message: `The service knows admin units by object ID, not by name: ${some(wrong)}.`,
  };
}

function* checkOperations({ operations }: AuditQuery): Generator<QueryIssue> {
  const unfinished = operations.filter((name) => !findActivity(name) && findActivity(`${name}.`));
  if (unfinished.length > 0) {
    yield {
      field: 'operations',
      severity: 'warning',
      message: `Entra ID operations end with a period: ${some(unfinished.map((name) => `${name}.`))}`,
      fix: {
        label: 'Add the period',
        apply: (old) => ({ ...old, operations: old.operations.map((name) => (unfinished.includes(name) ? `${name}.` : name)) }),
      },
    };
  }
  for (const names of renamed) {
    const chosen = names.filter((name) => operations.includes(name));
    const missing = names.filter((name) => !operations.includes(name));
    if (chosen.length === 0 || missing.length === 0) continue;
    yield {
      field: 'operations',
      severity: 'warning',
      message: `${some(chosen)} is also recorded as ${some(missing)}, depending on when and where it happened.`,
      fix: { label: `Add ${some(missing)}`, apply: (old) => ({ ...old, operations: [...old.operations, ...missing] }) },
    };
  }
}

/** One act under two names: the service renamed it, or its parts never agreed. */
const renamed: readonly (readonly string[])[] = [
  ['FileDeleted', 'FileRecycled'],
  ['FolderDeleted', 'FolderRecycled'],
  ['AuthenticationRequest', 'AuthenticateRequest'],
];

function* checkRecordTypes({ recordTypes }: AuditQuery): Generator<QueryIssue> {
  const unknown = recordTypes.filter((name) => !findRecordType(name));
  if (unknown.length === 0) return;
  yield {
    field: 'recordTypes',
    severity: 'warning',
    message: `Not a record type Ledgerline knows: ${some(unknown)}. The service may refuse it.`,
    fix: {
      label: 'Remove',
      apply: (old) => ({ ...old, recordTypes: old.recordTypes.filter((name) => !unknown.includes(name)) }),
    },
  };
}

/** Users are matched as a whole and without wildcards; accounts of services and object IDs have no `@`. */
function* checkUsers({ users, keyword }: AuditQuery): Generator<QueryIssue> {
  const partial = users.filter((user) => user.includes('*') || isBareWord(user));
  const [first] = partial;
  if (first === undefined) return;
  const word = first.replace(/^\*+|\*+$/g, '');
  yield {
    field: 'users',
    severity: 'warning',
    message: `A user is found only by the whole user principal name, such as ada@contoso.com. Not whole: ${some(partial)}.`,
    // The keyword is looked for in the names of users, too, by part and with wildcards.
    ...(partial.length === 1 &&
      keyword.trim() === '' &&
      word.search(special) < 0 && {
        fix: {
          label: `Search for the keyword ${word}`,
          apply: (old) => ({ ...old, keyword: word, users: old.users.filter((user) => user !== first) }),
        },
      }),
  };
}

function* checkObjects({ objects }: AuditQuery): Generator<QueryIssue> {
  const sites = objects.filter(isBareSite);
  if (sites.length > 0) {
    yield objectFix(
      sites,
      'A site is matched with everything in it only when it ends with /*.',
      'Add /*',
      (url) => `${url.replace(/\/+$/, '')}/*`,
    );
  }
  const files = objects.filter(isBareFile);
  if (files.length > 0) {
    yield objectFix(
      files,
      'A file name is found only when it starts with *, because items are recorded by full address.',
      'Put * first',
      (name) => `*${name}`,
    );
  }
  const words = objects.filter((object) => isBareWord(object) && !isBareFile(object));
  if (words.length > 0) {
    yield objectFix(
      words,
      'A part of an address or a name is found only between two *: items are recorded by full address.',
      words.length === 1 ? `Use *${words[0]}*` : 'Put * on both sides',
      (word) => `*${word}*`,
    );
  }
}

function objectFix(wrong: readonly string[], why: string, label: string, better: (object: string) => string): QueryIssue {
  return {
    field: 'objects',
    severity: 'warning',
    message: `${why} Without it: ${some(wrong)}.`,
    fix: {
      label,
      apply: (old) => ({ ...old, objects: old.objects.map((object) => (wrong.includes(object) ? better(object) : object)) }),
    },
  };
}

/** The address of a site or folder, not of a file. */
function isBareSite(object: string): boolean {
  if (object.includes('*') || !/^https?:\/\//i.test(object)) return false;
  const path = object.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return !/\.[a-z\d]{1,5}$/i.test(path);
}

/** `report.docx`: a name with an extension and no folder. */
function isBareFile(object: string): boolean {
  return !/[*/\\@]/.test(object) && /[^.]\.[a-z][a-z\d]{1,4}$/i.test(object);
}

/** `falcon`: what is neither an address, a wildcard, an object ID, nor a name of several words. */
function isBareWord(text: string): boolean {
  return /^[^\s/\\*@:]+$/.test(text) && !objectId.test(text) && !/^(S-1-|ServicePrincipal_|anonymous$)/i.test(text);
}

function* checkIpAddresses({ ipAddresses }: AuditQuery): Generator<QueryIssue> {
  const wrong = ipAddresses.filter((text) => !canonicalIp(text) && !cidrMatcher(text));
  if (wrong.length === 0) return;
  yield {
    field: 'ipAddresses',
    severity: 'error',
    message: `Not an IP address or range: ${some(wrong)}. Write 203.0.113.7, 2001:db8::1 or 203.0.113.0/24.`,
    fix: { label: 'Remove', apply: (old) => ({ ...old, ipAddresses: old.ipAddresses.filter((text) => !wrong.includes(text)) }) },
  };
}

function* checkWhole(query: AuditQuery): Generator<QueryIssue> {
  if (!isUnfiltered(query)) return;
  yield {
    field: 'query',
    severity: 'warning',
    message: 'Without any filter this reads every record of the period. It is slow, and only one such search runs at a time.',
  };
}

function some(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

function toMinute(time: EpochMs): string {
  return new Date(Math.floor(time / minuteMs) * minuteMs).toISOString();
}
