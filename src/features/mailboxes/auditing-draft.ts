// What an administrator has put into the form so far, also where it is no valid setting yet.

import { type AuditingEdit, isEmptyEdit, noEdit } from '~/domain/mailbox-auditing/mailbox-changes';
import { formatNumber } from '~/lib/words';

export interface AuditingDraft {
  readonly edit: AuditingEdit;
  /** Days, as typed; `undefined` until it is touched. */
  readonly ageText: string | undefined;
}

export const emptyDraft: AuditingDraft = { edit: noEdit, ageText: undefined };

export function isEmptyDraft({ edit, ageText }: AuditingDraft): boolean {
  return isEmptyEdit(edit) && ageText === undefined;
}

/** Exchange keeps time spans in seconds, of which 32 bits hold so many days. */
const mostDays = 24_855;

/** `undefined` for what is no number of days. */
function readAge(text: string): number | undefined {
  const days = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return days <= mostDays ? days : undefined;
}

export function ageProblem({ ageText }: AuditingDraft): string | undefined {
  if (ageText === undefined || readAge(ageText) !== undefined) return undefined;
  return `Whole days, from 0 to ${formatNumber(mostDays)}.`;
}

export function ageWarning({ ageText }: AuditingDraft): string | undefined {
  const days = readAge(ageText ?? '');
  if (days === undefined) return undefined;
  if (days === 0) return '0 empties the log the next time the mailbox is processed, and keeps nothing after that.';
  if (days < 90) return 'Less than the usual 90 days: older entries are deleted and cannot be recovered.';
  if (days > 90) return 'Entries are kept in Recoverable Items and count against its quota (30 GB, 100 GB on hold).';
  return undefined;
}

/** What is asked for; `undefined` while something in it is no valid setting. */
export function editOf(draft: AuditingDraft): AuditingEdit | undefined {
  if (ageProblem(draft)) return undefined;
  return { ...draft.edit, ageLimitDays: draft.ageText === undefined ? undefined : readAge(draft.ageText) };
}
