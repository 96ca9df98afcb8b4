// The records of a view as the XML of a mailbox audit log, piece by piece. What is not about a mailbox is left out, and so is
// AuditData that is no JSON: there is no entry to be made of it.

import { toMailboxAuditEntry } from '~/domain/mailbox-log/mailbox-audit-entry';
import { mailboxXmlEvent, mailboxXmlHead, mailboxXmlTail } from '~/domain/mailbox-log/mailbox-audit-xml';
import { readAuditData } from '~/domain/record/audit-data';
import type { RowList } from '~/engine/columns/numbers';
import type { Records } from '~/engine/columns/records';
import { ByteList, decodeText, encodeText } from '~/lib/bytes';
import { writeRecords } from './write-records';

export async function* exportMailboxXml(records: Records, rows: RowList, rest: () => Promise<void>): AsyncGenerator<Uint8Array> {
  yield encodeText(mailboxXmlHead);
  const auditData = new ByteList();
  yield* writeRecords(rows, rest, (row, to) => {
    auditData.length = 0;
    if (!records.writeAuditData(row, 'asItIs', auditData)) return;
    const entry = toMailboxAuditEntry(readAuditData(decodeText(auditData.array, 0, auditData.length)));
    if (entry) to.append(encodeText(mailboxXmlEvent(entry)));
  });
  yield encodeText(mailboxXmlTail);
}
