// What Defender for Office 365 found: in mail, behind links that were clicked, in files; and what it looked into by itself.
// Addresses in these records are the sender's or the clicking user's.

import { enumName } from '~/domain/catalogue/enum-names';
import { textAt } from './audit-data';
import type { Account, Fact, RecordReader } from './explanation';
import { listed, nothing, type Sentence, say, when } from './sentence';

export function explainThreatMail(record: RecordReader): Account {
  const sender = record.text('P2Sender', 'P1Sender');
  const to = record.texts('Recipients');
  const verdict = record.text('Verdict');
  const how = record.text('DetectionMethod');
  const where = record.text('LatestDeliveryLocation', 'Latest Delivery location');
  const named = when(record.text('Subject'), (text) => say` ‘${text}’`);
  const message = say`the message${named}${when(sender, (text) => say` from ${text}`)}${to.length > 0 ? say` to ${listed(to)}` : nothing}`;
  return {
    ...record.withoutSenderAddress(),
    deed: say`found ${message}${verdict ? say` to be ${verdict.toLowerCase()}` : say` to be a threat`}${when(how, (text) => say` (${text})`)}${when(where, (text) => say`; it is now in ${text}`)}`,
    facts: [
      ...record.facts([
        ['Subject', 'Subject'],
        ['Sender', 'P2Sender'],
        ['Envelope sender', 'P1Sender'],
      ]),
      ...(to.length > 0 ? [{ label: 'Recipients', value: to.slice(0, 10).join(', ') }] : []),
      ...record.facts([
        ['Sent from', 'SenderIp'],
        ['Direction', 'Directionality'],
        ['Verdict', 'Verdict', 'failure'],
        ['Threats', 'ThreatsAndDetectionTech[0]'],
        ['Phish confidence', ['PhishConfidenceLevel', 'Phish Confidence Level']],
        ['Detected by', 'DetectionMethod'],
        ['Detected', 'DetectionType'],
        ['Policy', 'Policy'],
        ['Policy says', 'PolicyAction'],
        ['What was done', ['DeliveryAction', 'Delivery Action']],
        ['Delivered to', ['OriginalDeliveryLocation', 'Original Delivery location']],
        ['Now in', ['LatestDeliveryLocation', 'Latest Delivery location']],
      ]),
      ...attachments(record),
      ...pairs(record, 'AuthDetails', 'Sender checks'),
      ...record.facts([
        ['Message time', 'MessageTime', 'quiet'],
        ['Message ID', 'InternetMessageId', 'quiet'],
        ['Network message ID', 'NetworkMessageId', 'quiet'],
      ]),
    ],
  };
}

function attachments(record: RecordReader): readonly Fact[] {
  return record
    .list('AttachmentData')
    .slice(0, 8)
    .flatMap((each, i): readonly Fact[] => {
      const path = `AttachmentData[${i}].FileVerdict`;
      const verdict = textAt(each, 'FileVerdict');
      const words = [enumName(path, verdict) ?? verdict, textAt(each, 'MalwareFamily')].filter((text) => text !== '');
      return record.fact('Attachment', `AttachmentData[${i}].FileName`, (name) =>
        words.length > 0 ? `${name} (${words.join(', ')})` : name,
      );
    });
}

function pairs(record: RecordReader, path: string, label: string): readonly Fact[] {
  const told = record.nameValues(path).map(({ name, value }) => `${name}: ${value}`);
  return told.length > 0 ? [{ label, value: told.slice(0, 8).join(', ') }] : [];
}

const clicks = new Map([
  ['blockpage', '; Safe Links blocked it'],
  ['blocked', '; Safe Links blocked it'],
  ['blockpageoverride', '; Safe Links warned, and they went there all the same'],
  ['pendingdetonationpage', '; Safe Links was still looking into it'],
  ['pendingdetonationpageoverride', '; Safe Links was still looking into it, and they went there all the same'],
  ['allowed', '; Safe Links let it through'],
]);

export function explainClick(record: RecordReader): Account {
  const action = record.text('URLClickAction', 'UrlClickAction');
  const outcome = enumName('URLClickAction', action) ?? action;
  const words = clicks.get(outcome.toLowerCase());
  const ip = record.text('UserIp');
  return {
    ...(ip ? { from: ip } : {}),
    deed: say`clicked the link${when(record.text('URL', 'Url'), (text) => say` ‘${text}’`)}${when(record.text('AppName'), (text) => say` in ${text}`)}${words ? [words] : when(outcome, (text) => say` (${text})`)}`,
    facts: record.facts([
      ['Link', ['URL', 'Url']],
      ['Clicked in', 'AppName'],
      ['What Safe Links did', ['URLClickAction', 'UrlClickAction']],
      ['Clicked at', 'TimeOfClick'],
      ['Address of the user', 'UserIp'],
      ['Message or source', 'SourceId', 'quiet'],
    ]),
  };
}

export function explainThreatFile(record: RecordReader): Account {
  const name = record.text('FileData.FileName');
  const family = record.text('FileData.MalwareFamily');
  const workload = record.text('SourceWorkload');
  const place = enumName('SourceWorkload', workload) ?? workload;
  const by = record.text('LastModifiedBy');
  return {
    deed: say`found ${family ? say`the malware ‘${family}’` : say`a threat`} in ${file(name)}${when(place, (text) => say` in ${text}`)}${when(by, (text) => say`, last changed by ${text}`)}`,
    facts: record.facts([
      ['File', 'FileData.FileName'],
      ['Path', 'FileData.FilePath'],
      ['Service', 'SourceWorkload'],
      ['Verdict', 'FileData.FileVerdict', 'failure'],
      ['Malware', 'FileData.MalwareFamily', 'failure'],
      ['Detected by', 'DetectionMethod'],
      ['Last changed by', 'LastModifiedBy'],
      ['Last changed', 'LastModifiedDate'],
      ['Size in bytes', 'FileData.FileSize'],
      ['SHA-256', 'FileData.SHA256', 'quiet'],
    ]),
  };
}

function file(name: string): Sentence {
  return name ? say`the file ‘${name}’` : say`a file`;
}

export function explainInvestigation(record: RecordReader): Account {
  const name = record.text('InvestigationName', 'Name', 'InvestigationId');
  const status = record.text('Status');
  const actions = record.list('Actions').length;
  return {
    deed: say`investigated${name ? say` ‘${name}’` : say` something by itself`}${when(status, (text) => say`; status: ${text}`)}`,
    facts: [
      ...record.facts([
        ['Investigation', ['InvestigationName', 'Name']],
        ['Kind of investigation', 'InvestigationType'],
        ['Status', 'Status'],
        ['Started', 'StartTimeUtc'],
        ['Ended', 'EndTimeUtc'],
        ['Last updated', 'LastUpdateTimeUtc'],
      ]),
      ...(actions > 0 ? [{ label: 'Actions recommended', value: String(actions) }] : []),
      ...record.facts([
        ['Investigation ID', 'InvestigationId', 'quiet'],
        ['In the portal', ['DeepLinkUrl', 'DeeplinkURL'], 'quiet'],
      ]),
    ],
  };
}
