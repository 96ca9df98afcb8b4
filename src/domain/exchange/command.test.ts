import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBrandingRule, revokeMessage } from '~/domain/messages/encryption-commands';
import { type Command, commandLine, commandScript, type ParameterValue } from './command';

/** Characters that end, expand or continue something somewhere in PowerShell. */
const hostile = fc.string({
  unit: fc.constantFrom(
    "'",
    '‘',
    '’',
    '‚',
    '‛',
    '"',
    '$',
    '`',
    '(',
    ')',
    ';',
    '|',
    '-',
    ',',
    '#',
    ' ',
    '\n',
    '\r',
    '\u2028',
    'a',
  ),
});
const text = fc.oneof(fc.string({ unit: 'binary' }), hostile);

/** A line taken apart the way PowerShell does: words end at a space or a comma, unless in a literal. A quote in a literal is doubled. */
function tokens(line: string): { readonly literal: boolean; readonly text: string }[] {
  const isQuote = (character: string | undefined) => character !== undefined && "'‘’‚‛".includes(character);
  const found: { literal: boolean; text: string }[] = [];
  let at = 0;
  while (at < line.length) {
    if (line[at] === ' ') at++;
    else if (line[at] === ',') {
      found.push({ literal: false, text: ',' });
      at++;
    } else if (isQuote(line[at])) {
      let content = '';
      for (at++; ; at++) {
        if (at >= line.length) throw new Error('a literal never ends');
        if (!isQuote(line[at])) content += line[at];
        else if (isQuote(line[at + 1])) content += line[++at];
        else break;
      }
      at++;
      if (at < line.length && line[at] !== ' ' && line[at] !== ',') throw new Error(`a literal ends early at ${at}`);
      found.push({ literal: true, text: content });
    } else {
      const word = /^[^ ,'‘’‚‛]+/.exec(line.slice(at))?.[0] ?? '';
      found.push({ literal: false, text: word });
      at += word.length;
    }
  }
  return found;
}

test('writes switches, numbers, texts and lists', () => {
  const parameters = { Revoke: true, Force: false, Days: 7, Name: "O'Brien", Words: ['a', 'b c'] };
  expect(commandLine({ cmdlet: 'Set-It', parameters })).toBe(
    "Set-It -Revoke $true -Force $false -Days 7 -Name 'O''Brien' -Words 'a', 'b c'",
  );
  expect(commandLine({ cmdlet: 'Get-It', parameters: {} })).toBe('Get-It');
});

test('a hostile value is one literal', () => {
  expect(commandLine(revokeMessage("<a'; Remove-Mailbox ada; '$(calc)>"))).toBe(
    "Set-OMEMessageRevocation -Revoke $true -MessageId '<a''; Remove-Mailbox ada; ''$(calc)>'",
  );
  expect(commandLine(createBrandingRule('Out', '’; calc #'))).toMatch(
    / -ApplyRightsProtectionCustomizationTemplate '’’; calc #'$/,
  );
});

test('a quoted value never ends early, and reads back as it was', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const line = commandLine({ cmdlet: 'Set-It', parameters: { First: first, Second: second } });
      expect(tokens(line)).toEqual([
        { literal: false, text: 'Set-It' },
        { literal: false, text: '-First' },
        { literal: true, text: first },
        { literal: false, text: '-Second' },
        { literal: true, text: second },
      ]);
    }),
  );
});

test('a list stays as long as it is, whatever is in it', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (values) => {
      const literals = tokens(commandLine({ cmdlet: 'Set-It', parameters: { Values: values } })).filter(({ literal }) => literal);
      expect(literals.map((token) => token.text)).toEqual(values);
    }),
  );
});

test('a script is a comment and a line for each step', () => {
  const step = (about: string, value: ParameterValue): { about: string; command: Command } => ({
    about,
    command: { cmdlet: 'Set-It', parameters: { Value: value } },
  });
  expect(commandScript([step('First\r\nRemove-Mailbox ada', 1), step('Second', 'b')])).toBe(
    "# First Remove-Mailbox ada\nSet-It -Value 1\n\n# Second\nSet-It -Value 'b'\n",
  );
});

test('a list that is changed is a hash table, quoted like any other', () => {
  const command: Command = {
    cmdlet: 'Set-Mailbox',
    parameters: { AuditOwner: { add: ['MailboxLogin', "It's"], remove: ['Move'] }, AuditAdmin: { add: ['Copy'] } },
  };
  expect(commandLine(command)).toBe(
    "Set-Mailbox -AuditOwner @{Add='MailboxLogin', 'It''s'; Remove='Move'} -AuditAdmin @{Add='Copy'}",
  );
});

test('nothing in a comment is run', () => {
  fc.assert(
    fc.property(text, (about) => {
      const [comment, line] = commandScript([{ about, command: { cmdlet: 'Get-It', parameters: {} } }]).split(
        /[\n\r\u2028\u2029\u0085]/,
      );
      expect(comment).toMatch(/^#/);
      expect(line).toBe('Get-It');
    }),
  );
});
