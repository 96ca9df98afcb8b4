import { expect, test } from 'vitest';
import { compileRules } from '~/domain/detections/compile-rules';
import { readRules } from '~/domain/detections/read-rules';
import type { RecordSet, RecordView } from '~/engine/record-set';
import { runDetections } from './detection-run';
import { heldWith } from './held-set.fixture';

const rules = `
title: Deleted
name: deleted
level: high
logsource: { product: m365 }
detection: { selection: { Operation: FileDeleted }, condition: selection }
---
title: Never
logsource: { product: m365 }
detection: { selection: { Operation: Never }, condition: selection }
---
title: Many deleted
correlation: { type: event_count, rules: [deleted], group-by: [UserId], timespan: 1h, condition: { gte: 2 }, generate: true }
---
title: Cannot
logsource: { product: m365 }
detection: { selection: { Operation|base64: x }, condition: selection }
---
title: Said
logsource: { product: m365 }
detection: { keywords: [needle], condition: keywords }
`;
const detections = compileRules(readRules('rules.yml', rules).rules);

const timeOf = (minute: number) => Date.UTC(2026, 10, 14) + minute * 60_000;
const recordAt = (minute: number, Operation: string, UserId: string, more: object = {}) => ({
  id: `${minute}`,
  createdDateTime: new Date(timeOf(minute)).toISOString(),
  operation: Operation,
  userPrincipalName: UserId,
  auditData: { Id: `${minute}`, Operation, UserId, ...more },
});
const records = [
  recordAt(30, 'FileDeleted', 'ada'),
  recordAt(0, 'FileDeleted', 'ada'),
  recordAt(200, 'FileDeleted', 'ada'),
  recordAt(10, 'FileDeleted', 'bob', { Secret: 'the needle' }),
  recordAt(20, 'FileAccessed', 'ada'),
];

/** The same set, and the views that are open. */
function watched(set: RecordSet) {
  const open = new Set<RecordView>();
  let most = 0;
  const watching: RecordSet = {
    catalogue: set.catalogue,
    can: set.can,
    state: set.state,
    record: (key, signal) => set.record(key, signal),
    properties: () => set.properties(),
    rejected: () => set.rejected(),
    open(asked, signal) {
      const view = set.open(asked, signal);
      const close = view.close.bind(view);
      view.close = () => {
        open.delete(view);
        close();
      };
      open.add(view);
      most = Math.max(most, open.size);
      return view;
    },
  };
  return { set: watching, open, most: () => most };
}

const never = new AbortController().signal;

test('every rule says how often it was right, and when first and last', async () => {
  const { set, open, most } = watched((await heldWith(records)).set);
  const told: number[] = [];
  const findings = await runDetections(set, detections, never, (done) => told.push(done));
  expect(findings.map(({ detection }) => detection)).toEqual(detections);
  expect(findings).toMatchObject([
    { kind: 'records', count: 4, first: timeOf(0), last: timeOf(200) },
    { kind: 'records', count: 0, first: undefined, last: undefined },
    { kind: 'correlated', count: 1, found: [{ key: ['ada'], from: timeOf(0), to: timeOf(30), count: 2 }] },
    { kind: 'cannot', detection: { reasons: ['Rule “Cannot” needs the modifier base64, which Ledgerline does not have.'] } },
    { kind: 'records', count: 1, first: timeOf(10), last: timeOf(10) },
  ]);
  expect(told).toEqual([1, 2, 3, 4, 5]);
  expect([open.size, most()]).toEqual([0, 1]);
});

test('of many stretches the latest hundred are told', async () => {
  const { set } = await heldWith(
    Array.from({ length: 101 }, (_, at) => [
      recordAt(200 * at, 'FileDeleted', 'ada'),
      recordAt(200 * at + 1, 'FileDeleted', 'ada'),
    ]).flat(),
  );
  const [, , finding] = await runDetections(set, detections, never, () => {});
  if (finding?.kind !== 'correlated') throw new Error('The third rule is a correlation.');
  expect([finding.count, finding.found.length]).toEqual([101, 100]);
  expect(finding.found[0]?.to).toBe(timeOf(20_001));
});

test('a rule that fails hinders no other', async () => {
  const { set, open } = watched((await heldWith(records)).set);
  const error = new Error('Out of memory');
  const failing: RecordSet = {
    ...set,
    open(asked, signal) {
      const view = set.open(asked, signal);
      view.correlate = () => Promise.reject(error);
      return view;
    },
  };
  const findings = await runDetections(failing, detections, never, () => {});
  expect(findings.map(({ kind }) => kind)).toEqual(['records', 'records', 'failed', 'cannot', 'records']);
  expect(findings[2]).toMatchObject({ error });
  expect(open.size).toBe(0);
});

test('nothing is run on after it was cancelled, and no view stays open', async () => {
  const { set, open } = watched((await heldWith(records)).set);
  const controller = new AbortController();
  const told: number[] = [];
  const running = runDetections(set, detections, controller.signal, (done) => {
    told.push(done);
    if (done === 2) controller.abort(new Error('closed'));
  });
  await expect(running).rejects.toThrow('closed');
  expect(told).toEqual([1, 2]);
  expect(open.size).toBe(0);
});
