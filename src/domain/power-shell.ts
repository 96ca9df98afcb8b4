// Text for PowerShell that is safe to paste whatever is in it, and an audit query as a script for Search-UnifiedAuditLog:
// https://learn.microsoft.com/powershell/module/exchange/search-unifiedauditlog
// Values stand in single quotes only, where PowerShell expands nothing. It refuses nothing: any text can be quoted.

import type { AuditQuery } from './audit-query';
import { recordTypeName } from './record-types';
import { workloadName } from './workloads';

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

/** Reads in pages of 5,000 until nothing comes back, once per record type, because the cmdlet takes one. */
export function toPowerShell(query: AuditQuery): string {
  const types = query.recordTypes.map(recordTypeName);
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
    ...parameters(query, perType ? [] : types).map(([name, value]) => `  ${name} = ${value}`),
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

function comments({ name, workloads, adminUnits }: AuditQuery): string[] {
  return [
    powerShellComment(name || 'Audit log search'),
    '# Run Connect-ExchangeOnline first. Needs the Audit Logs or View-Only Audit Logs role.',
    '# Returns 50,000 records at most per session; split the period when there are more.',
    ...(workloads.length > 0
      ? [
          powerShellComment(
            `Left out: Search-UnifiedAuditLog has no parameter for workloads (${workloads.map(workloadName).join(', ')}).`,
          ),
        ]
      : []),
    ...(adminUnits.length > 0
      ? [powerShellComment(`Left out: Search-UnifiedAuditLog has no parameter for admin units (${adminUnits.join(', ')}).`)]
      : []),
  ];
}

function parameters(query: AuditQuery, types: readonly string[]): (readonly [name: string, value: string])[] {
  const lists = {
    RecordType: types,
    Operations: query.operations,
    UserIds: query.users,
    ObjectIds: query.objects,
    IPAddresses: query.ipAddresses,
  };
  return [
    ['StartDate', quotePowerShell(toExDateTime(query.start))],
    ['EndDate', quotePowerShell(toExDateTime(query.end))],
    ...(query.keyword ? [['FreeText', quotePowerShell(query.keyword)] as const] : []),
    ...Object.entries(lists).flatMap(([name, values]) =>
      values.length > 0 ? [[name, quotePowerShellList(values)] as const] : [],
    ),
  ];
}

/** With a Z, or the cmdlet guesses: `2026-11-14 09:31:00Z`. */
export function toExDateTime(instant: string): string {
  return instant
    .replace('T', ' ')
    .replace(/(:\d\d)(:\d\d)?(\.\d+)?Z$/, (_, minutes: string, seconds = ':00') => `${minutes}${seconds}Z`);
}
