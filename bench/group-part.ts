// Messages put together from portal events: the engine beside parsed objects in an array, each in a browser of its own, in turns.

import { type BrowserSession, openSession } from './browser-session';
import { buildPages, outFolder } from './build-pages';
import { profiled } from './cpu-profile';
import type { GroupAnswer, GroupQuestion } from './in-page/group-questions';
import { median } from './in-page/timing';
import type { BenchOptions } from './main';
import { serve } from './static-server';
import { number, ratio, type Target, table, targetTable } from './table';

const kinds = ['engine', 'array'] as const;
type Kind = (typeof kinds)[number];
const rounds = 5;
const fewest = 100_000;
const limitMs = 200;

interface GroupTimes {
  readonly firstMs: number;
  readonly againMs: number;
  readonly furtherMs: number;
  readonly grownMs: number;
  readonly awaitedMs: number;
  readonly firstWaitMs: number;
  readonly againWaitMs: number;
  readonly answer: string;
}

export async function runGroup(options: BenchOptions): Promise<string> {
  const server = await serve({ folder: await buildPages(options.isProfiled), isIsolated: true });
  const sections: string[] = [];
  for (const events of options.records.filter((records) => records >= fewest)) {
    const times = new Map<Kind, GroupTimes | Error>();
    const sessions = new Map<Kind, BrowserSession>();
    for (const kind of kinds) sessions.set(kind, await openSession({ launch: options.launch, url: server.url }));
    for (const [kind, session] of sessions) {
      process.stderr.write(`${events.toLocaleString('en')} events: ${kind}\n`);
      times.set(kind, await measure(session, kind, events, options.isProfiled).catch(errorOf));
    }
    for (const session of sessions.values()) await session.close();
    sections.push(report(events, times));
  }
  server.close();
  return sections.join('\n\n');
}

async function measure(
  { page, orCrash, ...session }: BrowserSession,
  kind: Kind,
  events: number,
  isProfiled: boolean,
): Promise<GroupTimes> {
  await page.evaluate((wanted) => window.bench.createGroups(wanted), kind);
  const of = events * 1.1;
  const fill = (from: number, to: number) => orCrash(page.evaluate((range) => window.bench.fillGroups(range), { from, to, of }));
  await fill(0, events);
  const ask = (question: GroupQuestion) => {
    const run = () => orCrash(page.evaluate((asked) => window.bench.askGroups(asked), question));
    const file = `${outFolder}/group-${kind}-${events}-${question}`;
    return isProfiled ? profiled({ page, orCrash, ...session }, file, run) : run();
  };
  const first = await ask('first');
  const again: GroupAnswer[] = [];
  const further: GroupAnswer[] = [];
  for (let round = 0; round < rounds; round++) {
    again.push(await ask('again'));
    further.push(await ask('further'));
  }
  await fill(events, of);
  const grown = await ask('again');
  await page.evaluate((wanted) => window.bench.createGroups(wanted), kind);
  await ask('first');
  await fill(0, events);
  const awaited = await ask('again');
  return {
    awaitedMs: awaited.ms,
    firstMs: first.ms,
    againMs: median(again.map(({ ms }) => ms)),
    furtherMs: median(further.map(({ ms }) => ms)),
    firstWaitMs: first.longestWaitMs,
    againWaitMs: median(again.map(({ longestWaitMs }) => longestWaitMs)),
    grownMs: grown.ms,
    answer: [first, further[0], grown, awaited].map((each) => each?.answer).join('; '),
  };
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function report(events: number, times: ReadonlyMap<Kind, GroupTimes | Error>): string {
  const title = `### ${events.toLocaleString('en')} events`;
  const engine = times.get('engine');
  const array = times.get('array');
  if (!engine || engine instanceof Error) return `${title}\n\nThe engine failed: ${engine?.message}`;
  const rival = array instanceof Error ? undefined : array;
  const row = (name: string, pick: (figures: GroupTimes) => number) => {
    const theirs = rival && pick(rival);
    return [name, pick(engine), theirs, ratio(theirs, pick(engine))];
  };
  const sections = [
    title,
    table(
      ['ms', 'engine', 'array', 'ratio'],
      [
        row('all messages, the first time: raw records are read', ({ firstMs }) => firstMs),
        row('all messages, asked for before the events came', ({ awaitedMs }) => awaitedMs),
        row('all messages, once warm', ({ againMs }) => againMs),
        row('100 further messages', ({ furtherMs }) => furtherMs),
        row('all messages, when a tenth more events have come', ({ grownMs }) => grownMs),
        row('longest wait of another question, the first time', ({ firstWaitMs }) => firstWaitMs),
        row('longest wait of another question, once warm', ({ againWaitMs }) => againWaitMs),
      ],
    ),
  ];
  if (events === fewest) {
    sections.push(
      targetTable([
        target('warm', engine.againMs),
        target('asked for before', engine.awaitedMs),
        target('the first time', engine.firstMs),
      ]),
    );
  }
  if (array instanceof Error) sections.push(`The array of objects did not survive: ${array.message}.`);
  if (rival && rival.answer !== engine.answer) sections.push(`**Different answers**: ${engine.answer} and ${rival.answer}.`);
  return sections.join('\n\n');
}

function target(what: string, ms: number): Target {
  return { what: `all messages, ${what}`, wanted: `under ${limitMs} ms`, found: `${number(ms)} ms`, isMet: ms < limitMs };
}
