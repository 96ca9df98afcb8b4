import { expect, test } from 'vitest';
import { Turns, type Urgency } from './turns';

async function work(turns: Turns, urgency: Urgency, steps: number, log: string[], name: string, signal?: AbortSignal) {
  for (let step = 1; step <= steps; step++) {
    await turns.next(urgency, signal);
    log.push(`${name}${step}`);
  }
}

test('the most urgent work goes first, and alike work takes turns', async () => {
  const turns = new Turns();
  const log: string[] = [];
  await Promise.all([
    work(turns, 'background', 2, log, 'report'),
    work(turns, 'counts', 2, log, 'facet'),
    work(turns, 'screen', 2, log, 'a'),
    work(turns, 'screen', 2, log, 'b'),
  ]);
  expect(log).toEqual(['a1', 'b1', 'a2', 'b2', 'facet1', 'facet2', 'report1', 'report2']);
});

test('work that becomes urgent comes between the steps of what is not', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const report = work(turns, 'background', 3, log, 'report');
  await turns.next('background');
  await Promise.all([report, work(turns, 'screen', 2, log, 'view')]);
  expect(log).toEqual(['report1', 'view1', 'view2', 'report2', 'report3']);
});

test('messages that are there come before the next step', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    log.push('message');
    port1.close();
  };
  port2.postMessage(undefined);
  await work(turns, 'screen', 1, log, 'step');
  expect(log).toEqual(['message', 'step1']);
});

test('whoever is no longer wanted gets no turn and holds nobody up', async () => {
  const turns = new Turns();
  const log: string[] = [];
  const controller = new AbortController();
  const given = work(turns, 'screen', 5, log, 'old', controller.signal);
  const kept = work(turns, 'screen', 2, log, 'new');
  controller.abort(new Error('closed'));
  await expect(given).rejects.toThrow('closed');
  await kept;
  expect(log).toEqual(['new1', 'new2']);
});
