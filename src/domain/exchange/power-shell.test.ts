import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuditQuery, emptyQuery } from '~/domain/query/audit-query';
import { powerShellComment, quotePowerShell, toPowerShell } from './power-shell';

const week: AuditQuery = emptyQuery('2026-11-14T09:31:00.000Z', '2026-11-21T09:31:00.000Z');

/** Reads a literal the way PowerShell's tokenizer does: a quote followed by another is that second one, alone it ends the text. */
function unquote(literal: string): string {
  const isQuote = (character: string | undefined) => character !== undefined && "'‘’‚‛".includes(character);
  const characters = [...literal];
  if (characters[0] !== "'") throw new Error('not a literal');
  let text = '';
  for (let at = 1; at < characters.length; at++) {
    if (!isQuote(characters[at])) text += characters[at];
    else if (isQuote(characters[at + 1])) text += characters[++at];
    else if (at === characters.length - 1) return text;
    else throw new Error(`ends early at ${at}`);
  }
  throw new Error('never ends');
}

test('doubles every quote PowerShell knows', () => {
  expect(quotePowerShell("O'Brien ‘a’ ‚b‛")).toBe("'O''Brien ‘‘a’’ ‚‚b‛‛'");
});

test('expands nothing and runs nothing', () => {
  expect(quotePowerShell('$(Remove-Item x) `n "$a"; calc')).toBe('\'$(Remove-Item x) `n "$a"; calc\'');
});

test('reads back as the text that was quoted', () => {
  const hostile = fc.string({
    unit: fc.constantFrom("'", '‘', '’', '‚', '‛', '"', '$', '`', '\n', '\r', ';', 'a', ' ', '\u0000', '😀'),
  });
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), hostile), (text) => unquote(quotePowerShell(text)) === text));
});

test('keeps a comment on one line', () => {
  expect(powerShellComment('week 47\r\nRemove-Item x\u2028y')).toBe('# week 47 Remove-Item x y');
});

test('asks for a period alone when nothing else is asked', () => {
  expect(toPowerShell(week)).toMatchInlineSnapshot(`
    "# Audit log search
    # Run Connect-ExchangeOnline first. Needs the Audit Logs or View-Only Audit Logs role.
    # Returns 50,000 records at most per session; split the period when there are more.

    $parameters = @{
      StartDate = '2026-11-14 09:31:00Z'
      EndDate = '2026-11-21 09:31:00Z'
    }
    $records = & {
      $sessionId = 'Ledgerline ' + [guid]::NewGuid()
      do {
        $page = @(Search-UnifiedAuditLog @parameters -SessionId $sessionId -SessionCommand ReturnLargeSet -ResultSize 5000)
        $page
      } while ($page.Count -gt 0)
    }
    # The service repeats records and returns them in no order.
    $records | Sort-Object -Property Identity -Unique | Sort-Object -Property CreationDate -Descending |
      Export-Csv -Path 'audit-records.csv' -NoTypeInformation -Encoding UTF8
    "
  `);
});

test('carries every filter the cmdlet has and names those it has not', () => {
  const script = toPowerShell({
    ...week,
    name: 'Case 12',
    keyword: 'invoice',
    operations: ['Update user.', "it's"],
    recordTypes: ['omePortal'],
    users: ['anna@contoso.com', 'bo@contoso.com'],
    objects: ['https://contoso.sharepoint.com/*'],
    ipAddresses: ['203.0.113.7'],
    workloads: ['AzureActiveDirectory'],
    adminUnits: ['unit-1'],
  });
  expect(script).toContain("FreeText = 'invoice'");
  expect(script).toContain("RecordType = 'OMEPortal'");
  expect(script).toContain("Operations = 'Update user.', 'it''s'");
  expect(script).toContain("UserIds = 'anna@contoso.com', 'bo@contoso.com'");
  expect(script).toContain("ObjectIds = 'https://contoso.sharepoint.com/*'");
  expect(script).toContain("IPAddresses = '203.0.113.7'");
  expect(script).toContain('# Left out: Search-UnifiedAuditLog has no parameter for workloads (Entra ID).');
  expect(script).toContain('# Left out: Search-UnifiedAuditLog has no parameter for admin units (unit-1).');
  expect(script).not.toContain('Formatted');
});

test('loops over several record types', () => {
  const script = toPowerShell({ ...week, recordTypes: ['OMEPortal', '2'] });
  expect(script).toContain("$recordTypes = 'OMEPortal', 'ExchangeItem'");
  expect(script).toContain('foreach ($recordType in $recordTypes)');
  expect(script).toContain('-RecordType $recordType');
  expect(script).not.toContain('RecordType =');
});

test('never lets a value out of its quotes', () => {
  const hostile = "x'; Remove-Item / -Recurse; '‘’\n# y";
  const script = toPowerShell({
    ...week,
    name: hostile,
    keyword: hostile,
    users: [hostile],
    workloads: [hostile],
    adminUnits: [hostile],
  });
  const withoutLiterals = script.replace(/'(?:[^'‘’‚‛]|['‘’‚‛]{2})*'/g, "''");
  const code = withoutLiterals.split('\n').filter((line) => !line.startsWith('#'));
  expect(code.join('\n')).not.toContain('Remove-Item');
});
