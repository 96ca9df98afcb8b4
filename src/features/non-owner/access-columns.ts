import { actionText, logonTypeText, type MailboxAccess } from '~/domain/mailbox-access/non-owner-access';
import type { TimeZone } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import type { DataColumn } from '~/ui/grid/data-column';
import { countColumn, timeColumns } from '~/ui/grid/data-columns';

export function accessColumns(zone: TimeZone): readonly DataColumn<MailboxAccess>[] {
  const time = timeColumns<MailboxAccess>(zone);
  return [
    { id: 'mailbox', label: 'Mailbox', help: 'Whose mailbox it is.', width: 260, text: ({ mailbox }) => mailbox },
    {
      ...countColumn<MailboxAccess>(
        'accesses',
        'Accesses',
        'How often somebody else did something in it. Openings of one folder by one delegate within 24 hours count once.',
        ({ accesses }) => accesses,
      ),
      width: 115,
    },
    {
      ...countColumn<MailboxAccess>('people', 'People', 'How many others were in it.', ({ personCount }) => personCount),
      width: 95,
    },
    {
      id: 'who',
      label: 'Who',
      help: 'Others who were in it, the earliest first.',
      width: 240,
      text: ({ people, personCount }) => some(people, personCount),
    },
    {
      id: 'actions',
      label: 'Actions',
      help: 'What they did: the activity and, in brackets, the action.',
      width: 300,
      text: ({ actions }) => actions.map(actionText).join(', '),
    },
    byColumn('administrators', 'By administrators', 'By eDiscovery or the MAPI editor.', (row) => row.byAdministrators),
    byColumn('delegates', 'By delegates', 'By people with permissions, administrators among them.', (row) => row.byDelegates),
    byColumn('external', 'By external users', 'By administrators of Microsoft’s datacenters.', (row) => row.byExternal),
    byColumn('others', 'By others', 'With a logon type of neither administrators nor delegates.', (row) => row.byOthers),
    time('first', 'First', 'The earliest of these accesses.', ({ first }) => first),
    time('last', 'Last', 'The latest of these accesses.', ({ last }) => last),
    {
      id: 'otherLogonTypes',
      label: 'Other logon types',
      help: 'Logon types of neither administrators nor delegates, as they are recorded.',
      width: 180,
      text: ({ otherLogonTypes }) => otherLogonTypes.map(logonTypeText).join(', '),
    },
    countColumn('records', 'Records', 'Every record, repeated openings of a folder too.', ({ records }) => records),
  ];
}

function byColumn(id: string, label: string, help: string, read: (row: MailboxAccess) => number): DataColumn<MailboxAccess> {
  return { ...countColumn(id, label, help, read), width: 165 };
}

/** Names of which only the first may be known. */
export function some(names: readonly string[], count: number): string {
  const others = count - names.length;
  return others > 0 ? `${names.join(', ')} and ${formatNumber(others)} more` : names.join(', ');
}
