// Mail that was held back or reported: what was done in quarantine, who may no longer send, and what was handed to Microsoft for a
// second look.

import { enumName } from '~/domain/catalogue/enum-names';
import type { Account, RecordReader } from './explanation';
import { filled, listed, nothing, say, when } from './sentence';

const quarantineDeeds = new Map([
  ['preview', 'previewed'],
  ['delete', 'deleted'],
  ['release', 'released'],
  ['export', 'exported'],
  ['viewheader', 'viewed the headers of'],
  ['releaserequest', 'asked for the release of'],
  ['releaserequestdeny', 'refused the release of'],
  ['releaserequestdenied', 'refused the release of'],
]);

export function explainQuarantine(record: RecordReader): Account {
  const to = record.text('ReleaseTo');
  const type = record.text('RequestType');
  const said = record.operation.toLowerCase().replace(/^quarantine|messages?$/g, '');
  const words = quarantineDeeds.get(said) ?? quarantineDeeds.get((enumName('RequestType', type) ?? type).toLowerCase());
  const message = say`a message in quarantine`;
  return {
    deed: say`${words ? filled(words, message) : record.did(new Map(), message)}${when(to, (text) => say` to ${text}`)}`,
    facts: record.facts([
      ['Recipient', 'ReleaseTo'],
      ['Request', 'RequestType'],
      ['Asked through', 'RequestSource'],
      ['Network message ID', 'NetworkMessageId', 'quiet'],
    ]),
  };
}

const hygieneDeeds = new Map([
  ['listed', 'kept … from sending mail'],
  ['delisted', 'let … send mail again'],
]);

export function explainHygiene(record: RecordReader): Account {
  const event = record.text('Event');
  const whom = record.text('EventValue', 'ObjectId');
  const words = hygieneDeeds.get(event.toLowerCase());
  const someone = whom ? say`${whom}` : say`someone`;
  return {
    deed: words
      ? say`${filled(words, someone)}${when(record.text('Reason'), (text) => say` (${text})`)}`
      : record.did(new Map(), someone),
    facts: record.facts([
      ['Restricted or not', 'Event'],
      ['Account', 'EventValue'],
      ['Reason', 'Reason'],
      ['System information', 'Audit', 'quiet'],
      ['Event ID', 'EventId', 'quiet'],
    ]),
  };
}

/** Operations are the steps a submission goes through. */
const submissionDeeds = new Map([
  ['adminsubmission', 'handed … to Microsoft for a second look'],
  ['adminsubmissionregistered', 'registered … to be handed to Microsoft for a second look'],
  ['adminsubmissiondeliverycheck', 'checked how … was delivered'],
  ['adminsubmissionsubmitting', 'is handing … to Microsoft for a second look'],
  ['adminsubmissionsubmitted', 'handed … to Microsoft for a second look'],
  ['adminsubmissiontriage', 'got a grader’s verdict on'],
  ['adminsubmissiontimeout', 'got no verdict in time on'],
  ['adminsubmissiontablallow', 'allowed … in the tenant’s allow and block list'],
  ['usersubmission', 'reported'],
  ['usersubmissiontriage', 'got a grader’s verdict on'],
  ['customsubmission', 'reported … to the organisation’s own mailbox'],
  ['attacksimusersubmission', 'reported …, which was an attack simulation'],
  ['submissionnotification', 'told whoever reported … what came of it'],
]);

export function explainSubmission(record: RecordReader): Account {
  const subject = record.text('Subject');
  const sender = record.text('P2Sender', 'P1Sender', 'Sender');
  const to = record.texts('Recipients');
  const url = record.text('Url', 'URL');
  const what = url
    ? say`the link ‘${url}’`
    : say`the message${when(subject, (text) => say` ‘${text}’`)}${when(sender, (text) => say` from ${text}`)}${to.length > 0 ? say` to ${listed(to)}` : nothing}`;
  return {
    ...record.withoutSenderAddress(),
    deed: record.did(submissionDeeds, what),
    facts: record.facts([
      ['Subject', 'Subject'],
      ['Sender', ['P2Sender', 'Sender']],
      ['Envelope sender', 'P1Sender'],
      ['Recipient', ['Recipients[0]', 'Recipient']],
      ['Sent from', ['SenderIp', 'SenderIP']],
      ['Reported as', ['SubmissionType', 'ReasonForSubmission', 'ReportType']],
      ['Kind of content', ['SubmissionContentType', 'SubmissionContentSubType']],
      ['Result', ['RescanVerdict', 'RescanResult', 'Verdict']],
      ['Notes', 'SubmissionNotes'],
      ['Submission ID', 'SubmissionId', 'quiet'],
      ['Message ID', 'InternetMessageId', 'quiet'],
      ['Network message ID', 'NetworkMessageId', 'quiet'],
    ]),
  };
}
