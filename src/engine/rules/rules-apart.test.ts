import { expect, onTestFinished, test, vi } from 'vitest';
import { contentWithFiles } from '~/domain/detections/rule-book-content';
import { type RulePort, type RulesAsked, type RulesTold, readRulesApart } from './rules-apart';

const fileOf = (name: string) =>
  new File(
    [`title: ${name}\nlogsource: {product: m365}\ndetection: {selection: {Operation: ${name}}, condition: selection}\n`],
    `${name}.yml`,
  );

/** Reads as the worker does, but stops for ever at files of some names, or dies of them. */
function workersThat(fate: { readonly stopAt?: string; readonly dieOf?: string }) {
  const ended: RulePort[] = [];
  const start = (): RulePort => {
    const port = new EventTarget();
    const tell = (data: RulesTold) => port.dispatchEvent(new MessageEvent('message', { data }));
    const worker: RulePort = {
      addEventListener: (type: string, listener: (event: MessageEvent<RulesTold>) => void) =>
        port.addEventListener(type, (event) => listener(event as MessageEvent<RulesTold>)),
      async postMessage({ own, files }: RulesAsked) {
        const bad = files.findIndex(({ name }) => name === fate.stopAt || name === fate.dieOf);
        if (bad < 0) tell({ content: await contentWithFiles(own, files, (toRead) => tell({ toRead })) });
        for (let at = 0; at <= bad; at++) tell({ toRead: files.length - at });
        if (bad >= 0 && files[bad]?.name === fate.dieOf) port.dispatchEvent(new Event('error'));
      },
      terminate: () => void ended.push(worker),
    };
    return worker;
  };
  return { start, ended };
}

const never = new AbortController().signal;
const summary = ({ own }: Awaited<ReturnType<typeof readRulesApart>>) =>
  own.map(({ name, rules, refused }) => [name, rules.length, ...refused.map(({ reason }) => reason)]);

test('files are read by a worker, which is ended then', async () => {
  const { start, ended } = workersThat({});
  const told: number[] = [];
  const files = [fileOf('a'), fileOf('b')];
  const content = await readRulesApart({ own: [], files }, (toRead) => told.push(toRead), never, start);
  expect(summary(content)).toEqual([
    ['a.yml', 1],
    ['b.yml', 1],
  ]);
  expect(content.detections.slice(-2).map(({ rule }) => rule.title)).toEqual(['a', 'b']);
  expect([told, ended.length]).toEqual([[2, 1, 0], 1]);
});

test('a file that holds the worker up is refused by its name, and the others are read', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { start, ended } = workersThat({ stopAt: 'b.yml' });
  const reading = readRulesApart({ own: [], files: ['a', 'b', 'c'].map(fileOf) }, () => {}, never, start);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(ended).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  const content = await reading;
  expect(ended).toHaveLength(2);
  expect(summary(content)).toEqual([
    ['b.yml', 0, 'It takes longer to read than the 10 seconds that Ledgerline gives to a file of rules.'],
    ['a.yml', 1],
    ['c.yml', 1],
  ]);
});

test('a file that ends the worker is refused by its name, also when it is the only one', async () => {
  const { start, ended } = workersThat({ dieOf: 'a.yml' });
  const content = await readRulesApart({ own: [], files: [fileOf('a')] }, () => {}, never, start);
  expect(ended).toHaveLength(1);
  expect(summary(content)).toEqual([
    ['a.yml', 0, 'What reads rules ended over it. It may need more memory than the browser gives.'],
  ]);
  expect(content.detections.length).toBeGreaterThan(10);
});

test('reading that is aborted ends the worker', async () => {
  const { start, ended } = workersThat({ stopAt: 'a.yml' });
  const controller = new AbortController();
  const reading = readRulesApart({ own: [], files: [fileOf('a')] }, () => {}, controller.signal, start);
  controller.abort(new Error('removed'));
  await expect(reading).rejects.toThrow('removed');
  expect(ended).toHaveLength(1);
  await expect(readRulesApart({ own: [], files: [fileOf('a')] }, () => {}, controller.signal, start)).rejects.toThrow('removed');
  expect(ended).toHaveLength(1);
});
