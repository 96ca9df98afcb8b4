import { useState } from 'react';
import { type AuditingDraft, emptyDraft } from './auditing-draft';

/** What was put in for one mailbox or another, kept while others are looked at and until it is applied. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, AuditingDraft>>(new Map());
  const write = (key: string, draft: AuditingDraft) => setDrafts((last) => new Map([...last, [key, draft]]));
  return { read: (key: string) => drafts.get(key) ?? emptyDraft, write, drop: (key: string) => write(key, emptyDraft) };
}
