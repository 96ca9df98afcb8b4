// Writes mailbox audit log entries as the XML file that Exchange mails when a search in the background is done: one element per
// entry, its fields as attributes, items and folders as elements within. Every text XML can hold is read back as it was.
//
//   <SearchResults>
//     <Event Operation="Move" LastAccessed="…" …><SourceItems><Item Id="…" Subject="…"/></SourceItems></Event>
//   </SearchResults>

import type { EntryItem, MailboxAuditEntry } from './mailbox-audit-entry';

export const mailboxXmlHead = '<?xml version="1.0" encoding="utf-8"?>\n<SearchResults>\n';
export const mailboxXmlTail = '</SearchResults>\n';

export function mailboxXmlEvent(entry: MailboxAuditEntry): string {
  const { SourceItems, SourceFolders, ...rest } = entry;
  const children = listElement('SourceItems', 'Item', SourceItems) + listElement('SourceFolders', 'Folder', SourceFolders);
  const start = `<Event${attributes(rest)}`;
  return children === '' ? `${start}/>\n` : `${start}>${children}</Event>\n`;
}

function listElement(name: string, child: string, entries: readonly EntryItem[] | undefined): string {
  if (!entries) return '';
  const children = entries.map((entry) => `<${child}${attributes(entry)}/>`).join('');
  return `<${name}>${children}</${name}>`;
}

/** A name that XML does not have, such as `odata.type@x`, is left out: the documented ones are all plain. */
function attributes(properties: object): string {
  let written = '';
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || !isName(name)) continue;
    written += ` ${name}="${escaped(typeof value === 'object' ? JSON.stringify(value) : String(value))}"`;
  }
  return written;
}

/** Names that begin with `xml` belong to XML itself. */
function isName(name: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(name) && !/^xml/i.test(name);
}

// Line breaks and tabs as they are would be read back as spaces. What XML 1.0 cannot hold, not even as a reference, becomes the
// replacement character: a file that no parser reads would lose more. https://www.w3.org/TR/xml/#charsets
const unsafe = /[&<>"\p{Cs}\ufffe\uffff]|(?![\u007f-\u009f])\p{Cc}/gu;

const references = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#x9;'],
  ['\n', '&#xA;'],
  ['\r', '&#xD;'],
]);

function escaped(text: string): string {
  return text.replace(unsafe, (character) => references.get(character) ?? '\ufffd');
}
