// Cmdlets run by administrators, by users through Outlook on the web, or by the service itself.

import type { Account, RecordReader } from './explanation';
import { nothing, type Sentence, say } from './sentence';

/** Switches that say how a cmdlet ran, not what it changed. */
const unimportant = new Set([
  'identity',
  'force',
  'confirm',
  'alwaysdeleteoutlookrulesblob',
  'domaincontroller',
  'erroraction',
  'whatif',
  'organization',
]);

export function explainCmdlet(record: RecordReader): Account {
  const parameters = record
    .nameValues('Parameters')
    .filter(({ name, value }) => value !== '' && !unimportant.has(name.toLowerCase()));
  const target = shortName(record.text('Parameters[Identity]', 'ModifiedObjectResolvedName', 'ObjectId'));
  const on = target ? say` on ‘${target}’` : nothing;
  return {
    deed: say`ran ${record.operation}${on}${withParameters(parameters)}`,
    facts: [
      ...record.fact('Cmdlet', 'Operation'),
      ...record.fact('On', ['ModifiedObjectResolvedName', 'ObjectId', 'Parameters[Identity]'], shortName),
      ...parameters
        .slice(0, 12)
        .flatMap(({ name }) => (/^[^\]"]+$/.test(name) && !/^\d+$/.test(name) ? record.fact(name, `Parameters[${name}]`) : [])),
      ...record.fact(
        'By outside or datacenter staff',
        'ExternalAccess',
        (text) => (text.toLowerCase() === 'true' ? 'Yes' : text.toLowerCase() === 'false' ? 'No' : text),
        'quiet',
      ),
    ],
  };
}

function withParameters(parameters: readonly { readonly name: string; readonly value: string }[]): Sentence {
  const shown = parameters.slice(0, 4);
  if (shown.length === 0) return nothing;
  const pairs = shown.flatMap(({ name, value }, i) => say`${i === 0 ? nothing : [', ']}${name} = ‘${shortened(value)}’`);
  const more = parameters.length - shown.length;
  return say` with ${pairs}${more > 0 ? [` and ${more} more`] : nothing}`;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Exchange's object paths end in the name; what stands before it is the forest. */
function shortName(text: string): string {
  return text.includes('/Microsoft Exchange Hosted Organizations/') ? text.slice(text.lastIndexOf('/') + 1) || text : text;
}
