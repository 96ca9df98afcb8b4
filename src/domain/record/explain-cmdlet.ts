// Cmdlets run by administrators, by users through Outlook on the web, by the service itself, or by Microsoft's staff, who have to ask
// for it.

import type { Account, RecordReader } from './explanation';
import { nothing, type Sentence, say, when } from './sentence';

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
  const target = shortName(record.text('Parameters[Identity]', 'ModifiedObjectResolvedName', 'ObjectId', 'ObjectName'));
  const on = target ? say` on ‘${target}’` : nothing;
  return {
    deed: say`ran ${record.operation}${on}${withParameters(parameters)}`,
    facts: [
      ...record.fact('Cmdlet', 'Operation'),
      ...record.fact('On', ['ModifiedObjectResolvedName', 'ObjectId', 'Parameters[Identity]', 'ObjectName'], shortName),
      ...parameters
        .slice(0, 12)
        .flatMap(({ name }) => (/^[^\]"]+$/.test(name) && !/^\d+$/.test(name) ? record.fact(name, `Parameters[${name}]`) : [])),
      ...record.fact(
        'By outside or datacenter staff',
        'ExternalAccess',
        (text) => (text.toLowerCase() === 'true' ? 'Yes' : text.toLowerCase() === 'false' ? 'No' : text),
        'quiet',
      ),
      ...record.fact('Run through', 'ClientApplication', undefined, 'quiet'),
    ],
  };
}

/** Of Microsoft's datacenter staff: a role that was given to them for a while, and what they ran in it. */
export function explainStaffCmdlet(record: RecordReader): Account {
  const ran = explainCmdlet(record);
  const role = when(record.text('ElevationRole'), (text) => say`, in the role ‘${text}’`);
  const approver = when(record.text('ElevationApprover'), (text) => say`, which ${text} approved`);
  return {
    deed: say`${ran.deed}${role}${approver}`,
    facts: [
      ...record.facts([
        ['Role', 'ElevationRole'],
        ['Approved by', 'ElevationApprover'],
        ['Approved', 'ElevationApprovedTime'],
        ['In the role since', 'ElevationTime'],
        ['Duration', 'ElevationDuration'],
        ['Tenant', 'EffectiveOrganization'],
        ['More', 'GenericInfo'],
      ]),
      ...ran.facts,
      ...record.fact('Request', 'ElevationRequestId', undefined, 'quiet'),
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
