// Who was in whose mailbox, counted from records one by one and without the product: what its report is held against.

import type { CsvFile } from './csv-file';
import { utcText } from './message-facts';

interface AuditData {
  readonly Operation?: string;
  readonly UserId?: string;
  readonly LogonType?: number;
  readonly ExternalAccess?: boolean;
  readonly MailboxOwnerUPN?: string;
  readonly Item?: { readonly ParentFolder?: { readonly Path?: string } };
}

export interface MailboxVisit {
  /** Epoch milliseconds. */
  readonly time: number;
  readonly mailbox: string;
  readonly person: string;
  readonly action: string;
  readonly folder: string;
  readonly as: 'administrator' | 'delegate' | 'external';
}

/** What others than the owner did, from a CSV file as Purview exports it; the earliest first. */
export function visitsOf({ rows }: CsvFile): readonly MailboxVisit[] {
  const visits: MailboxVisit[] = [];
  for (const row of rows) {
    const record: AuditData = JSON.parse(row['AuditData'] || '{}');
    const { LogonType, MailboxOwnerUPN } = record;
    if (!LogonType || !MailboxOwnerUPN) continue;
    visits.push({
      time: Date.parse(row['CreationDate'] ?? ''),
      mailbox: MailboxOwnerUPN.toLowerCase(),
      person: record.UserId?.toLowerCase() ?? '',
      action: record.Operation ?? '',
      folder: record.Item?.ParentFolder?.Path ?? '',
      as: record.ExternalAccess ? 'external' : LogonType === 2 ? 'delegate' : 'administrator',
    });
  }
  return visits.toSorted((a, b) => a.time - b.time);
}

/** Without what repeats within 24 hours that a delegate opened a folder. */
export function withoutRepeats(visits: readonly MailboxVisit[]): readonly MailboxVisit[] {
  const counted = new Map<string, number>();
  return visits.filter(({ time, mailbox, person, action, folder, as }) => {
    if (action !== 'FolderBind' || as !== 'delegate') return true;
    const key = JSON.stringify([mailbox, person, folder]);
    if (time < (counted.get(key) ?? Number.NEGATIVE_INFINITY) + 24 * 3_600_000) return false;
    counted.set(key, time);
    return true;
  });
}

/** One row for each mailbox, in the words of the report. */
export function countVisits(visits: readonly MailboxVisit[]): readonly Readonly<Record<string, string>>[] {
  const mailboxes = [...new Set(visits.map(({ mailbox }) => mailbox))];
  return mailboxes.map((mailbox) => {
    const all = visits.filter((visit) => visit.mailbox === mailbox);
    const counted = withoutRepeats(all);
    const by = (role: MailboxVisit['as']) => number(counted.filter(({ as }) => as === role).length);
    const people = [...new Set(all.map(({ person }) => person))].toSorted();
    return {
      Mailbox: mailbox,
      Accesses: number(counted.length),
      People: number(people.length),
      Who: people.join(', '),
      Actions: [...new Set(all.map(({ action }) => action))].toSorted().join(', '),
      'By administrators': by('administrator'),
      'By delegates': by('delegate'),
      'By external users': by('external'),
      'First (UTC)': utcText(all.at(0)?.time),
      'Last (UTC)': utcText(all.at(-1)?.time),
      Records: number(all.length),
    };
  });
}

/** Nothing is left empty. */
function number(count: number): string {
  return count === 0 ? '' : String(count);
}
