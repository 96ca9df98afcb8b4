// Lists and libraries of SharePoint, their items, columns and content types.

import type { Account, RecordReader } from './explanation';
import { nothing, type Sentence, say, when } from './sentence';

/** `ListItemCreated`: what it is about, and what was done to it. */
const operationParts = /^(list|site)(item|column|contenttype)?(created|updated|modified|deleted|recycled|restored|viewed)$/;

const things = new Map([
  ['list', ''],
  ['listitem', 'an item of'],
  ['listcolumn', 'a column of'],
  ['listcontenttype', 'a content type of'],
  ['sitecolumn', 'a site column'],
  ['sitecontenttype', 'a site content type'],
]);

const verbs = new Map<string, readonly [before: string, after?: string]>([
  ['created', ['created']],
  ['updated', ['changed']],
  ['modified', ['changed']],
  ['deleted', ['deleted']],
  ['recycled', ['moved', ' to the recycle bin']],
  ['restored', ['restored']],
  ['viewed', ['viewed']],
]);

export function explainList(record: RecordReader): Account {
  const list = say`${[isLibrary(record) ? 'the library' : 'the list']}${when(record.text('ListTitle', 'ListName'), (name) => say` ‘${name}’`)}`;
  return {
    deed: say`${deed(record, list)}${when(record.text('SiteUrl'), (site) => say` in ${site}`)}`,
    facts: record.facts([
      ['List', ['ListTitle', 'ListName']],
      ['Item', 'ObjectId'],
      ['Kind of item', 'ItemType'],
      ['Site', ['SiteUrl', 'Site']],
      ['Items in the list', 'ItemCount'],
      ['List address', 'ListUrl'],
      ['Hidden list', 'IsHiddenList'],
      ['Application', ['ApplicationDisplayName', 'ApplicationId']],
      ['Browser or app', 'UserAgent', 'quiet'],
      ['List ID', 'ListId', 'quiet'],
    ]),
  };
}

function deed(record: RecordReader, list: Sentence): Sentence {
  const [, scope = '', part = '', done = ''] = operationParts.exec(record.operation.toLowerCase()) ?? [];
  const thing = things.get(`${scope}${part}`);
  const [before, after] = verbs.get(done) ?? [];
  if (before === undefined || thing === undefined) return record.did(new Map(), list);
  const whole = scope === 'site' ? [thing] : thing === '' ? list : say`${[thing]} ${list}`;
  return say`${[before]} ${whole}${after ? [after] : nothing}`;
}

function isLibrary(record: RecordReader): boolean {
  return /^true$/i.test(record.text('IsDocLib')) || /^(documentlibrary|9)$/i.test(record.text('ItemType', 'ListBaseType'));
}
