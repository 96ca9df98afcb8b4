// What one would write without an engine: parsed records in an array, a Map of groups, an object and a Map of values for each
// measure of each group. Only records of one subject come in, so that nothing is asked of other shapes.

import type { ArraySubject, GraphRecord } from './array-subject';
import { mailboxRecords } from './group-array-mailboxes';
import { portalRecords } from './group-array-messages';
import { answerText, furtherFrom, type GroupContender, type GroupSubject, window } from './group-questions';

interface MapTally {
  count: number;
  first: number;
  last: number;
  readonly values: Map<string, { text: string; time: number }>;
  readonly times: Map<string, number[]>;
}

interface MapGroup {
  readonly key: string;
  count: number;
  first: number;
  last: number;
  readonly tallies: readonly MapTally[];
}

const decoder = new TextDecoder();

export function createArrayGroups(subject: GroupSubject): GroupContender {
  return subject === 'messages' ? createGroups(subject, portalRecords) : createGroups(subject, mailboxRecords);
}

function createGroups<AuditData>(subject: GroupSubject, array: ArraySubject<AuditData>): GroupContender {
  const records: GraphRecord<AuditData>[] = [];
  let groups: MapGroup[] = [];

  return {
    async append(page) {
      const { value }: { value: GraphRecord<AuditData>[] } = JSON.parse(decoder.decode(page));
      records.push(...value);
    },

    async ask(question) {
      const start = performance.now();
      if (question !== 'further') groups = groupRecords(records, array);
      const from = question === 'further' ? furtherFrom[subject] : 0;
      const asked = groups.slice(from, from + window).map(({ key, count, tallies }) => ({
        key,
        count,
        tallies: tallies.map((tally) => ({
          count: tally.count,
          occasions: array.once && tally.times.size > 0 ? occasions(tally, array.once.withinMs) : tally.count,
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

function groupRecords<AuditData>(
  records: readonly GraphRecord<AuditData>[],
  { key: keyOf, reads, once }: ArraySubject<AuditData>,
): MapGroup[] {
  const groups = new Map<string, MapGroup>();
  for (const record of records) {
    const key = keyOf(record);
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
      if (!text) continue;
      add(tally, text, time);
      if (once && i === reads.length - 1) addTo(tally.times, once.of(record), time);
    }
  }
  return [...groups.values()].sort((a, b) => b.last - a.last);
}

function newTally(): MapTally {
  return { count: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY, values: new Map(), times: new Map() };
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

function addTo(times: Map<string, number[]>, key: string, time: number): void {
  const known = times.get(key);
  if (known) known.push(time);
  else times.set(key, [time]);
}

function occasions({ times }: MapTally, withinMs: number): number {
  let count = 0;
  for (const each of times.values()) {
    let since = Number.NEGATIVE_INFINITY;
    for (const time of each.sort((a, b) => a - b)) {
      if (time - since < withinMs) continue;
      since = time;
      count++;
    }
  }
  return count;
}
