// The XML file that a search of mailbox audit logs delivers, as a source of records. Recognised by its outermost element and its
// first entry. Each entry is turned into a line of JSON, which is kept as any other record is.

import { entryIds, entryLine, type MailboxAuditEntry, toMailboxAuditEntry } from '~/domain/mailbox-log/mailbox-audit-entry';
import type { RecordOrigin } from '~/engine/columns/origins';
import type { Records } from '~/engine/columns/records';
import { behindBom, decodeText, encodeText } from '~/lib/bytes';
import { notAnAuditLog } from './csv-header';
import type { FileFormat, FileSource } from './file-format';
import { type PiecePlace, readPieces } from './file-pieces';
import { ObjectIntake } from './object-intake';
import type { Intake } from './record-intake';
import { incomplete } from './splitter';
import { XmlEntryReader } from './xml-entry';
import { skipSpace, XmlEvents, XmlMarkup } from './xml-events';

/** Parsing takes a while: less at once than of other files, so that messages are answered in between. */
const bytesAtOnce = 1024 * 1024;

export const mailboxXmlFile: FileFormat = {
  recognise(beginning, isWhole) {
    if (beginning[firstMarkup(beginning)] !== 0x3c) return undefined;
    const layout = readXmlLayout(beginning, isWhole);
    return layout === incomplete ? incomplete : (file, name, records) => mailboxXmlSource(file, name, layout, records);
  },
};

interface XmlLayout {
  /** Of the first markup in the file. */
  readonly offset: number;
}

/**
 * `bytes` are the beginning of a file that begins like XML. `incomplete` when more of it must be known; never when it `isWhole`.
 * Throws `not-an-audit-log`.
 */
function readXmlLayout(bytes: Uint8Array, isWhole: boolean): XmlLayout | typeof incomplete {
  const offset = firstMarkup(bytes);
  const markup = new XmlMarkup(bytes);
  let at = offset;
  for (let after = markup.skip(at); after !== at; after = markup.skip(at)) {
    if (after === incomplete && !isWhole) return incomplete;
    if (after === incomplete) throw notAnAuditLog('This looks like XML, but it holds no element.');
    at = skipSpace(bytes, after, bytes.length);
  }
  const root = /^<([^\s/>]{1,200})[\s/>]/.exec(decodeText(bytes, at, at + 300))?.[1];
  if (root === undefined && !isWhole && bytes.length - at < 300) return incomplete;
  if (root !== 'SearchResults') throw notAnAuditLog(`This looks like XML, but ${unknownRoot(root)}`);
  const names = firstNames(bytes, at);
  if (names) throw notAnAuditLog(`This looks like XML of a search, but ${unknownEvent(names)}`);
  return { offset };
}

function mailboxXmlSource(file: Blob, name: string, { offset }: XmlLayout, records: Records): FileSource {
  const written = { kind: 'objects', auditData: 'AuditData' } as const;
  const origin: RecordOrigin = { source: { kind: 'file', name }, part: 'entry', written };
  const intake = new ObjectIntake(records, written);
  const reader = new XmlEntryReader();
  const add = (entry: MailboxAuditEntry | string, number: number, idOf: ReturnType<typeof entryIds>): Intake => {
    if (typeof entry === 'string') return { refused: entry };
    const line = encodeText(entryLine(entry, idOf(entry)));
    return intake.add(line, 0, line.length, number);
  };
  return {
    recognisedAs: 'Mailbox audit log XML',
    origin,
    read(signal, visitor) {
      const idOf = entryIds();
      const events = new XmlEvents();
      let number = 0;
      records.origins.begin(origin);
      return readPieces(
        file,
        events,
        { offset, line: 1 },
        signal,
        {
          piece: (place) => {
            const taken = add(readEntry(reader, place, events.isUnclosed), ++number, idOf);
            visitor.record(taken, { ...place, line: number });
          },
          slice: (bytesRead) => visitor.slice(bytesRead),
        },
        bytesAtOnce,
      );
    },
  };
}

/** The entry, or why it is none. */
function readEntry(reader: XmlEntryReader, { bytes, start, end }: PiecePlace, isUnclosed: boolean): MailboxAuditEntry | string {
  if (isUnclosed) return 'It is never closed: the file ends in it.';
  const text = decodeText(bytes, start, end);
  if (!text.startsWith('<Event')) return 'It stands between the entries and is none.';
  const properties = reader.read(text);
  if (typeof properties === 'string') return `It is not well-formed XML: ${properties}.`;
  return toMailboxAuditEntry(properties) ?? 'It is not about a mailbox: it names no operation or no mailbox.';
}

/** Names of the properties of the first event that can be read, when none of these is an entry. */
function firstNames(bytes: Uint8Array, at: number): readonly string[] | undefined {
  const events = new XmlEvents();
  const reader = new XmlEntryReader();
  let names: readonly string[] | undefined;
  for (let p = at; p < bytes.length; ) {
    const after = events.read(bytes, p, bytes.length, false);
    if (after === incomplete) break;
    const properties = events.isBlank ? '' : reader.read(decodeText(bytes, p, after));
    if (typeof properties === 'object' && toMailboxAuditEntry(properties)) return undefined;
    if (typeof properties === 'object') names ??= Object.keys(properties);
    p = after;
  }
  return names;
}

function firstMarkup(bytes: Uint8Array): number {
  return skipSpace(bytes, behindBom(bytes), bytes.length);
}

function unknownRoot(root: string | undefined): string {
  if (root === undefined) return 'it holds no element.';
  const shown = root.length > 40 ? `${root.slice(0, 40)}…` : root;
  return `its outermost element is ${shown}: not SearchResults, as in a mailbox audit log.`;
}

function unknownEvent(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `its first event has the properties ${shown.join(', ')}${more}: not an Operation and a mailbox.`;
}
