// What is wrong, or likely to disappoint, in a query before it is sent. Errors stop it, warnings never do. Rules about the values
// of one criterion belong to its entry in the catalogue; here are those about several, and about the whole.

import { dayMs, type EpochMs, hourMs, minuteMs } from '~/lib/time';
import { type AuditQuery, isUnfiltered } from './audit-query';
import { hasSpecialCharacters, partialUsers } from './criterion-checks';
import { type FilterKey, listCriterion, listKeys, searchCriteria, textCriterion, textKeys, timeKeys } from './search-criteria';
import type { CriterionFix, CriterionIssue } from './search-criterion';

export type QueryFix = CriterionFix<AuditQuery>;

export interface QueryIssue extends CriterionIssue<AuditQuery> {
  /** `query`: about the whole of it. */
  readonly field: keyof AuditQuery | 'query';
}

export interface CheckContext {
  readonly now: EpochMs;
  readonly retentionDays: number;
}

/** Errors and warnings, criterion by criterion. */
export function checkQuery(query: AuditQuery, context: CheckContext): readonly QueryIssue[] {
  return [
    ...checkDates(query, context),
    ...textKeys.flatMap((key) => [...checkCriterion(query, key, textCriterion(key))]),
    ...listKeys.flatMap((key) => [...checkCriterion(query, key, listCriterion(key))]),
    ...checkWhole(query),
  ];
}

function* checkDates(query: AuditQuery, { now, retentionDays }: CheckContext): Generator<QueryIssue> {
  const start = Date.parse(query.start);
  const end = Date.parse(query.end);
  for (const field of timeKeys) {
    if (Number.isNaN(Date.parse(query[field]))) yield { field, severity: 'error', message: searchCriteria[field].missing };
  }
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

interface Checked<Value> {
  check?(value: Value): Iterable<CriterionIssue<Value>>;
}

function* checkCriterion<Key extends FilterKey>(
  query: AuditQuery,
  field: Key,
  criterion: Checked<AuditQuery[Key]>,
): Generator<QueryIssue> {
  for (const { fix, ...issue } of criterion.check?.(query[field]) ?? []) {
    const better = fix
      ? { label: fix.label, apply: (old: AuditQuery) => ({ ...old, [field]: fix.apply(old[field]) }) }
      : field === 'users' && keywordInstead(query);
    yield { ...issue, field, ...(better && { fix: better }) };
  }
}

/** The keyword is looked for in the names of users, too, by part and with wildcards: a fix of two criteria, so of no entry. */
function keywordInstead({ users, keyword }: AuditQuery): QueryFix | undefined {
  const [partial, ...others] = partialUsers(users);
  const word = partial?.replace(/^\*+|\*+$/g, '');
  if (word === undefined || others.length > 0 || keyword.trim() !== '' || hasSpecialCharacters(word)) return undefined;
  return {
    label: `Search for the keyword ${word}`,
    apply: (old) => ({ ...old, keyword: word, users: old.users.filter((user) => user !== partial) }),
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

function toMinute(time: EpochMs): string {
  return new Date(Math.floor(time / minuteMs) * minuteMs).toISOString();
}
