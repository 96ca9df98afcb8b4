// What one would write without an engine: parsed records in an array, a Map of groups, an object and a Map of values for each
// measure of each group. Only records of the portal come in, so that nothing is asked of other shapes.

import { outsideHours } from '~/lib/business-hours';
import { answerText, type GroupContender, hours, window } from './group-questions';

interface PortalRecord {
  readonly createdDateTime: string;
  readonly operation: string;
  readonly auditData: {
    readonly MessageId?: string;
    readonly Item?: { readonly InternetMessageId?: string; readonly Subject?: string };
    readonly Parameters?: readonly NameValue[];
    readonly OperationProperties?: readonly NameValue[];
    readonly Sender?: string;
    readonly Recipient?: string;
    readonly AttachmentName?: string;
    readonly AuthenticationMethod?: string;
    readonly AuthenticationStatus?: number;
    readonly OperationStatus?: number;
  };
}

interface NameValue {
  readonly Name: string;
  readonly Value: string;
}

interface MapTally {
  count: number;
  first: number;
  last: number;
  readonly values: Map<string, { text: string; time: number }>;
}

interface MapGroup {
  readonly key: string;
  count: number;
  first: number;
  last: number;
  readonly tallies: readonly MapTally[];
}

type Read = (record: PortalRecord, time: number) => string | undefined;

const isOutside = outsideHours(...hours) ?? (() => false);
const named = (list: readonly NameValue[] | undefined, name: string) => list?.find(({ Name }) => Name === name)?.Value;
const isOpening = ({ operation, auditData }: PortalRecord) => operation === 'MessageAccess' && auditData.OperationStatus !== 1;
const step = (wanted: string, read: (data: PortalRecord['auditData']) => string | undefined): Read => {
  return ({ operation, auditData }) => (operation === wanted && auditData.OperationStatus !== 1 ? read(auditData) : undefined);
};

/** In the order of the measures that are asked of the engine. */
const reads: readonly Read[] = [
  ({ auditData }) => named(auditData.OperationProperties, 'MailSubject') || auditData.Item?.Subject,
  ({ auditData }) => auditData.Sender,
  ({ auditData }) => auditData.Recipient,
  (record) => (isOpening(record) ? record.auditData.Recipient : undefined),
  step('AttachmentReview', ({ AttachmentName }) => AttachmentName),
  step('AttachmentDownload', ({ AttachmentName }) => AttachmentName),
  step('MessageForward', ({ Recipient }) => Recipient),
  ({ operation, auditData }) =>
    (operation === 'AuthenticationRequest' || operation === 'AuthenticateRequest') && auditData.AuthenticationStatus === 1
      ? auditData.Recipient
      : undefined,
  ({ auditData }) => auditData.AuthenticationMethod,
  (record, time) => (isOpening(record) && isOutside(time) ? record.auditData.Recipient : undefined),
];

const decoder = new TextDecoder();

export function createArrayGroups(): GroupContender {
  const records: PortalRecord[] = [];
  let groups: MapGroup[] = [];

  return {
    async append(page) {
      const { value }: { value: PortalRecord[] } = JSON.parse(decoder.decode(page));
      records.push(...value);
    },

    async ask(question) {
      const start = performance.now();
      if (question !== 'further') groups = groupRecords(records);
      const from = question === 'further' ? 5000 : 0;
      const asked = groups.slice(from, from + window).map(({ key, count, tallies }) => ({
        key,
        count,
        tallies: tallies.map((tally) => ({
          count: tally.count,
          distinct: tally.values.size,
          values: [...tally.values.values()].sort((a, b) => a.time - b.time).slice(0, 100),
        })),
      }));
      const ms = performance.now() - start;
      return { ms, longestWaitMs: ms, answer: answerText(groups.length, asked) };
    },

    dispose() {
      records.length = 0;
    },
  };
}

function groupRecords(records: readonly PortalRecord[]): MapGroup[] {
  const groups = new Map<string, MapGroup>();
  for (const record of records) {
    const { auditData } = record;
    const key = auditData.MessageId || auditData.Item?.InternetMessageId || named(auditData.Parameters, 'MessageId');
    if (!key) continue;
    const time = Date.parse(record.createdDateTime);
    const folded = key.toLowerCase();
    let group = groups.get(folded);
    if (!group) {
      group = { key, count: 0, first: time, last: time, tallies: reads.map(() => newTally()) };
      groups.set(folded, group);
    }
    group.count++;
    group.first = Math.min(group.first, time);
    group.last = Math.max(group.last, time);
    for (const [i, tally] of group.tallies.entries()) {
      const text = reads[i]?.(record, time);
      if (text) add(tally, text, time);
    }
  }
  return [...groups.values()].sort((a, b) => b.last - a.last);
}

function newTally(): MapTally {
  return { count: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY, values: new Map() };
}

function add(tally: MapTally, text: string, time: number): void {
  tally.count++;
  tally.first = Math.min(tally.first, time);
  tally.last = Math.max(tally.last, time);
  const folded = text.toLowerCase();
  const known = tally.values.get(folded);
  if (!known) tally.values.set(folded, { text, time });
  else if (time < known.time) {
    known.time = time;
    known.text = text;
  }
}
