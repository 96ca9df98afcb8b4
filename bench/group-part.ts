// Records put together, into messages and into the report of access to mailboxes: the engine beside parsed objects in an array,
// each in a browser of its own, in turns.

import { type BrowserSession, openSession } from './browser-session';
import { buildPages, outFolder } from './build-pages';
import { profiled } from './cpu-profile';
import type { GroupAnswer, GroupQuestion, GroupSubject } from './in-page/group-questions';
import type { PageRequest } from './in-page/page-request';
import { median } from './in-page/timing';
import type { BenchOptions } from './options';
import { serve } from './static-server';
import { number, ratio, type Target, table, targetTable } from './table';

const kinds = ['engine', 'array'] as const;
type Kind = (typeof kinds)[number];
const rounds = 5;
const fewest = 100_000;

interface Part {
  readonly subject: GroupSubject;
  readonly records: PageRequest['kind'];
  readonly title: string;
  readonly whole: string;
  /** What is worked out from so many records is wanted within this time. */
  readonly limit: { readonly records: number; readonly ms: number };
}

const messages: Part = {
  subject: 'messages',
  records: 'portal events',
  title: 'events',
  whole: 'all messages',
  limit: { records: 100_000, ms: 200 },
};
const mailboxes: Part = {
  subject: 'mailboxes',
  records: 'mailbox records',
  title: 'mailbox records, 12 % of them by others than the owner',
  whole: 'the report',
  limit: { records: 1_000_000, ms: 500 },
};
const mailboxesOfOthers: Part = {
  ...mailboxes,
  records: 'mailbox records of others',
  title: 'mailbox records, all of them by others than the owner',
};

export const runGroup = (options: BenchOptions) => run(options, [messages]);
export const runMailbox = (options: BenchOptions) => run(options, [mailboxes, mailboxesOfOthers]);

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

async function run(options: BenchOptions, parts: readonly Part[]): Promise<string> {
  const server = await serve({ folder: await buildPages({ isReadable: options.isProfiled }), isIsolated: true });
  const sections: string[] = [];
  for (const part of parts) {
    for (const records of options.records.filter((records) => records >= fewest)) {
      const times = new Map<Kind, GroupTimes | Error>();
      const sessions = new Map<Kind, BrowserSession>();
      for (const kind of kinds) sessions.set(kind, await openSession({ launch: options.launch, url: server.url }));
      for (const [kind, session] of sessions) {
        process.stderr.write(`${records.toLocaleString('en')} ${part.title}: ${kind}\n`);
        times.set(kind, await measure(session, { ...part, kind, count: records }, options.isProfiled).catch(errorOf));
      }
      for (const session of sessions.values()) await session.close();
      sections.push(report(part, records, times));
    }
  }
  server.close();
  return sections.join('\n\n');
}

async function measure(
  { page, orCrash, ...session }: BrowserSession,
  { subject, records, kind, count }: Part & { readonly kind: Kind; readonly count: number },
  isProfiled: boolean,
): Promise<GroupTimes> {
  const create = () => page.evaluate((wanted) => window.bench.createGroups(wanted), { kind, subject });
  await create();
  const of = count * 1.1;
  const fill = (from: number, to: number) =>
    orCrash(page.evaluate((range) => window.bench.fillGroups(range), { kind: records, from, to, of }));
  await fill(0, count);
  const ask = (question: GroupQuestion) => {
    const run = () => orCrash(page.evaluate((asked) => window.bench.askGroups(asked), question));
    const file = `${outFolder}/group-${subject}-${kind}-${count}-${question}`;
    return isProfiled ? profiled({ page, orCrash, ...session }, file, run) : run();
  };
  const first = await ask('first');
  const again: GroupAnswer[] = [];
  const further: GroupAnswer[] = [];
  for (let round = 0; round < rounds; round++) {
    again.push(await ask('again'));
    further.push(await ask('further'));
  }
  await fill(count, of);
  const grown = await ask('again');
  await create();
  await ask('first');
  await fill(0, count);
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

function report({ title: records, whole, limit }: Part, count: number, times: ReadonlyMap<Kind, GroupTimes | Error>): string {
  const title = `### ${count.toLocaleString('en')} ${records}`;
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
        row(`${whole}, the first time: columns are filled`, ({ firstMs }) => firstMs),
        row(`${whole}, asked for before the records came`, ({ awaitedMs }) => awaitedMs),
        row(`${whole}, once warm`, ({ againMs }) => againMs),
        row('100 further groups', ({ furtherMs }) => furtherMs),
        row(`${whole}, when a tenth more records have come`, ({ grownMs }) => grownMs),
        row('longest wait of another question, the first time', ({ firstWaitMs }) => firstWaitMs),
        row('longest wait of another question, once warm', ({ againWaitMs }) => againWaitMs),
      ],
    ),
  ];
  if (count === limit.records) {
    const target = (what: string, ms: number): Target => ({
      what: `${whole}, ${what}`,
      wanted: `under ${limit.ms} ms`,
      found: `${number(ms)} ms`,
      isMet: ms < limit.ms,
    });
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
