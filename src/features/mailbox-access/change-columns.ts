import type { AccessChange, Party } from '~/domain/mailbox-access/access-change';
import { isRenamed } from '~/domain/mailbox-access/access-names';
import { accessKindNames, effectLabel } from '~/domain/mailbox-access/access-words';
import { formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';
import type { DataColumn } from '~/ui/grid/data-column';

export function changeColumns(zone: TimeZone): readonly DataColumn<AccessChange>[] {
  return [
    {
      id: 'time',
      label: `Date (${zoneIdentifier(zone)})`,
      help: 'When it was changed.',
      width: 170,
      text: ({ time }) => formatTime(time, zone),
      sortBy: ({ time }) => time,
    },
    {
      id: 'mailbox',
      label: 'Mailbox',
      help: 'Whose mailbox it is about.',
      width: 230,
      text: ({ mailbox }) => mailbox?.name ?? 'All mailboxes',
    },
    {
      id: 'kind',
      label: 'Access',
      help: 'What kind of access, or what about the auditing.',
      width: 165,
      text: ({ kind }) => accessKindNames[kind],
    },
    { id: 'change', label: 'Change', help: 'What became of it, and whether that failed.', width: 170, text: effectLabel },
    {
      id: 'who',
      label: 'Who',
      help: 'Who got it or lost it.',
      width: 230,
      text: ({ people }) => people.map(({ name }) => name).join('; '),
    },
    { id: 'rights', label: 'Rights', help: 'As the record writes them.', width: 190, text: ({ rights }) => rights.join('; ') },
    { id: 'folder', label: 'Folder', help: 'Of rights on one folder.', width: 120, text: ({ folder }) => folder },
    { id: 'by', label: 'By whom', help: 'Who made the change.', width: 230, text: ({ by }) => by },
    {
      id: 'operation',
      label: 'Operation',
      help: 'The cmdlet or the action in the mailbox.',
      width: 220,
      text: ({ operation }) => operation,
    },
    {
      id: 'written',
      label: 'Written as',
      help: 'Names of mailbox and people as the record writes them, where that is something else.',
      width: 220,
      text: ({ mailbox, people }) => writtenNames(mailbox ? [mailbox, ...people] : people),
    },
  ];
}

function writtenNames(parties: readonly Party[]): string {
  return parties
    .filter(isRenamed)
    .map(({ written }) => written)
    .join('; ');
}
