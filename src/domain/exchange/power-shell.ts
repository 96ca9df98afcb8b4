// Text for PowerShell that is safe to paste whatever is in it, and an audit query as a script for Search-UnifiedAuditLog:
// https://learn.microsoft.com/powershell/module/exchange/search-unifiedauditlog
// Values stand in single quotes only, where PowerShell expands nothing. It refuses nothing: any text can be quoted.

import { type AuditQuery, valuesOf } from '~/domain/query/audit-query';
import { type FilterKey, filterCriterion, filterKeys, searchCriteria, timeKeys } from '~/domain/query/search-criteria';
import type { FilterCriterion } from '~/domain/query/search-criterion';

/** PowerShell takes typographic quotes for `'` too; any of them ends a literal unless it is doubled. */
const singleQuotes = /['‘’‚‛]/g;

export function quotePowerShell(text: string): string {
  return `'${text.replace(singleQuotes, '$&$&')}'`;
}

export function quotePowerShellList(values: readonly string[]): string {
  return values.map(quotePowerShell).join(', ');
}

/** One line, however many the text has: what follows a line break would be run. */
export function powerShellComment(text: string): string {
  return `# ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()}`;
}

/**
 * Reads in pages of 5,000 until nothing comes back, once per record type, because the cmdlet takes one: that shapes the script,
 * so it stands here and not in the entry of the record types.
 */
export function toPowerShell(query: AuditQuery): string {
  const types = spelledOf(query, 'recordTypes');
  const perType = types.length > 1;
  const indent = perType ? '  ' : '';
  const read = [
    "$sessionId = 'Ledgerline ' + [guid]::NewGuid()",
    'do {',
    `  $page = @(Search-UnifiedAuditLog @parameters${perType ? ' -RecordType $recordType' : ''} -SessionId $sessionId -SessionCommand ReturnLargeSet -ResultSize 5000)`,
    '  $page',
    '} while ($page.Count -gt 0)',
  ];
  return [
    ...comments(query),
    '',
    '$parameters = @{',
    ...parameters(query, perType ? filterKeys.filter((key) => key !== 'recordTypes') : filterKeys).map(
      ([name, value]) => `  ${name} = ${value}`,
    ),
    '}',
    ...(perType
      ? [`$recordTypes = ${quotePowerShellList(types)}`, '$records = foreach ($recordType in $recordTypes) {']
      : ['$records = & {']),
    ...read.map((line) => `  ${line}`),
    '}',
    '# The service repeats records and returns them in no order.',
    '$records | Sort-Object -Property Identity -Unique | Sort-Object -Property CreationDate -Descending |',
    `${indent || '  '}Export-Csv -Path 'audit-records.csv' -NoTypeInformation -Encoding UTF8`,
    '',
  ].join('\n');
}

function comments(query: AuditQuery): string[] {
  return [
    powerShellComment(query.name || 'Audit log search'),
    '# Run Connect-ExchangeOnline first. Needs the Audit Logs or View-Only Audit Logs role.',
    '# Returns 50,000 records at most per session; split the period when there are more.',
    ...filterKeys.flatMap((key) => leftOut(filterCriterion(key), valuesOf(query, key))),
  ];
}

function leftOut(criterion: FilterCriterion, values: readonly string[]): string[] {
  if (criterion.powerShell !== undefined || values.length === 0) return [];
  const { label } = criterion;
  const nameOf = criterion.kind === 'list' ? criterion.said.nameOf : undefined;
  const names = values.map((value) => nameOf?.(value) ?? value).join(', ');
  return [powerShellComment(`Left out: Search-UnifiedAuditLog has no parameter for ${label.toLowerCase()} (${names}).`)];
}

function parameters(query: AuditQuery, filters: readonly FilterKey[]): (readonly [name: string, value: string])[] {
  return [
    ...timeKeys.map((key) => [searchCriteria[key].powerShell, quotePowerShell(toExDateTime(query[key]))] as const),
    ...filters.flatMap((key) => {
      const { powerShell } = filterCriterion(key);
      const values = spelledOf(query, key);
      return powerShell !== undefined && values.length > 0 ? [[powerShell, quotePowerShellList(values)] as const] : [];
    }),
  ];
}

function spelledOf(query: AuditQuery, key: FilterKey): readonly string[] {
  const criterion = filterCriterion(key);
  const values = valuesOf(query, key);
  return criterion.kind === 'list' && criterion.normal ? values.map(criterion.normal) : values;
}

/** With a Z, or the cmdlet guesses: `2026-11-14 09:31:00Z`. */
export function toExDateTime(instant: string): string {
  return instant
    .replace('T', ' ')
    .replace(/(:\d\d)(:\d\d)?(\.\d+)?Z$/, (_, minutes: string, seconds = ':00') => `${minutes}${seconds}Z`);
}
