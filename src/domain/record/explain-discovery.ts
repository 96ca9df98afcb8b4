// eDiscovery: cases, holds, searches and review sets, by their older and their newer properties; and searches of the audit log.

import { textAt } from './audit-data';
import { explainCmdlet } from './explain-cmdlet';
import type { Account, Fact, RecordReader } from './explanation';
import { counted, nothing, say, when } from './sentence';

const search = 'the content search';
const deeds = new Map([
  ['searchcreated', `created ${search}`],
  ['searchupdated', `changed ${search}`],
  ['searchstarted', `started ${search}`],
  ['searchstopped', `stopped ${search}`],
  ['searchremoved', `deleted ${search}`],
  ['searchpreviewed', `previewed what was found by ${search}`],
  ['searchresultspurged', `purged what was found by ${search}`],
  ['searchexported', `started to export what was found by ${search}`],
  ['searchexportdownloaded', `downloaded what was found by ${search}`],
  ['searchreport', `started a report of ${search}`],
  ['searchreportremoved', `removed a report of ${search}`],
  ['removedsearchexported', `removed an export of ${search}`],
  ['removedsearchpreviewed', `removed a preview of ${search}`],
  ['removedsearchresultspurged', `removed a purge of ${search}`],
  ['searchpermissioncreated', 'created the search permissions filter'],
  ['searchpermissionupdated', 'changed the search permissions filter'],
  ['searchpermissionremoved', 'deleted the search permissions filter'],
  ['previewitemlisted', 'listed a preview of an item that was found by the content search'],
  ['previewitemrendered', 'viewed an item that was found by the content search'],
  ['previewitemdownloaded', 'downloaded an item that was found by the content search'],
  ['caseadded', 'created the eDiscovery case'],
  ['caseupdated', 'changed the eDiscovery case'],
  ['caseremoved', 'deleted the eDiscovery case'],
  ['casememberadded', 'added a member to the eDiscovery case'],
  ['casememberremoved', 'removed a member from the eDiscovery case'],
  ['casememberupdated', 'changed the members of the eDiscovery case'],
  ['caseadminadded', 'made … an eDiscovery administrator'],
  ['caseadminremoved', 'made … no longer an eDiscovery administrator'],
  ['holdcreated', 'created the hold'],
  ['holdupdated', 'changed the hold'],
  ['holdremoved', 'removed the hold'],
  ['createworkingset', 'created the review set'],
  ['createworkingsetsearch', 'created the search of a review set'],
  ['deleteworkingsetsearch', 'deleted the search of a review set'],
  ['previewworkingsetsearch', 'previewed the search of a review set'],
  ['updateworkingsetsearch', 'changed the search of a review set'],
  ['addquerytoworkingset', 'added data to the review set'],
  ['addnonoffice365datatoworkingset', 'added data from outside of Microsoft 365 to the review set'],
  ['addworkingsetquerytoworkingset', 'added data of another review set to'],
  ['annotatedocument', 'annotated the document'],
  ['viewdocument', 'viewed the document'],
  ['downloaddocument', 'downloaded the document'],
  ['tagfiles', 'tagged the document'],
  ['exportjob', 'exported documents of the review set'],
  ['createtag', 'created the tag'],
  ['deletetag', 'deleted the tag'],
  ['updatecasesettings', 'changed the settings of the eDiscovery case'],
]);

export function explainDiscovery(record: RecordReader): Account {
  if (/^[a-z]+-\w+$/i.test(record.operation)) return explainCmdlet(record);
  const name = record.text('Object1Name', 'ObjectId', 'ExportName', 'CaseName', 'Case');
  const inCase = when(record.text('CaseName', 'Case'), (text) => (text === name ? nothing : say` in the case ‘${text}’`));
  return {
    deed: say`${record.did(
      deeds,
      when(name, (text) => say`‘${text}’`),
    )}${inCase}`,
    facts: [
      ...record.facts([
        ['Case', ['CaseName', 'Case']],
        ['Object', ['Object1Name', 'ObjectId']],
        ['Kind of object', ['Object1Type', 'ObjectType']],
        ['Second object', 'Object2Name'],
        ['Query', ['QueryText', 'Query', 'Parameters[ContentMatchQuery]']],
        ['Mailboxes', ['ExchangeLocations', 'Parameters[ExchangeLocation]']],
        ['Sites', ['SharepointLocations', 'SharePointLocations', 'Parameters[SharePointLocation]']],
        ['Public folders', 'PublicFolderLocations'],
        ['Exclusions', 'Exclusions'],
        ['Export', 'ExportName'],
        ['Cancelled by the user', 'UserCancelled'],
        ['Started', 'StartTime'],
        ['Ended', ['EndTime', 'EndDate']],
        ['Application', 'ClientApplication', 'quiet'],
        ['Cmdlet', 'Cmdlet', 'quiet'],
        ['Request', 'ClientRequestId', 'quiet'],
      ]),
      ...namesOf(record, 'DataSources', 'Data sources'),
      ...namesOf(record, 'ItemNames', 'Items'),
    ],
  };
}

function namesOf(record: RecordReader, path: string, label: string): readonly Fact[] {
  const names = record.texts(path);
  return names.length > 0 ? [{ label, value: names.slice(0, 8).join(', ') }] : [];
}

const auditSearches = new Map([
  ['auditsearchcreated', 'started a search of the audit log'],
  ['auditsearchcompleted', 'got the results of a search of the audit log'],
  ['auditsearchcancelled', 'cancelled a search of the audit log'],
  ['auditsearchdeleted', 'deleted a search of the audit log'],
  ['auditsearchexportjobcreated', 'started to export a search of the audit log'],
  ['auditsearchexportcompleted', 'exported a search of the audit log'],
  ['auditsearchexportresultsdownloaded', 'downloaded the results of a search of the audit log'],
]);

export function explainAuditSearch(record: RecordReader): Account {
  const count = textAt(record.data, 'ResultsCount');
  const found = /^\d{1,9}$/.test(count) ? say`, which found ${counted(Number(count), 'record')}` : nothing;
  return {
    deed: say`${record.did(auditSearches, nothing)}${found}`,
    facts: record.facts([
      ['Filters', 'SearchFilters'],
      ['Records found', 'ResultsCount'],
      ['Outcome', 'CompletionStatus'],
      ['Searched through', 'SearchSource'],
      ['Search', 'SearchJobId', 'quiet'],
    ]),
  };
}
