import type { MailRead } from '~/domain/mail-reads/fold-reads';
import type { TimeZone } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import type { DataColumn } from '~/ui/grid/data-column';
import { timeColumns } from '~/ui/grid/data-columns';

/** As they are shown, copied and exported. Subjects have a column where records tell any, which is rare. */
export function readColumns(zone: TimeZone, hasSubjects: boolean): readonly DataColumn<MailRead>[] {
  const time = timeColumns<MailRead>(zone);
  const all = (id: string, label: string, help: string, width: number, texts: (read: MailRead) => readonly string[]) => ({
    id,
    label,
    help,
    width,
    text: (read: MailRead) => texts(read).join(', '),
  });
  const subject = all('subject', 'Subject', 'As the record says it.', 220, ({ subjects }) => subjects);
  return [
    {
      id: 'message',
      label: 'Internet message ID',
      help: 'Which message was opened. Of a folder that was synchronised, every message has to be taken as read.',
      width: 280,
      text: ({ kind, message }) => (kind === 'bind' ? message : 'Everything in the folder'),
    },
    ...(hasSubjects ? [subject] : []),
    {
      id: 'access',
      label: 'Access',
      help: 'Bind: the message was opened. Sync: a client took the whole folder.',
      width: 90,
      text: ({ kind }) => (kind === 'bind' ? 'Bind' : 'Sync'),
    },
    all('folder', 'Folder', 'Where the message was, or which folder was taken.', 140, ({ folders }) => folders),
    { id: 'mailbox', label: 'Mailbox', help: 'Whose mailbox it was.', width: 200, text: ({ mailbox }) => mailbox },
    all('user', 'User', 'Who read it.', 200, ({ user }) => user),
    all('logonType', 'Logon type', 'As the owner, as a delegate or as an administrator.', 110, ({ logonType }) => logonType),
    time('first', 'First', 'The first time.', ({ first }) => first),
    time('last', 'Last', 'The last time.', ({ last }) => last),
    {
      id: 'times',
      label: 'Records',
      help: 'How many records tell of it.',
      width: 90,
      text: ({ times }) => formatNumber(times),
      sortBy: ({ times }) => times,
    },
    all('session', 'Session', 'The session of the sign-in it was read in.', 180, ({ session }) => session),
    all('client', 'Client', 'The program it was read with, as it calls itself.', 200, ({ client }) => client),
    all('ip', 'IP address', 'Where it was read from.', 140, ({ ip }) => ip),
  ];
}
