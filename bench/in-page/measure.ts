// Runs the same questions against one contender. Order: every question once right after filling (the first time, when orders
// of texts may not be worked out yet), then rounds over all of them, so that no question is asked twice in a row and nothing
// is answered from the view that already stands. Contenders take turns round by round, so that a busy moment of the machine
// meets both.

import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { type Filter, keepOnly } from '~/domain/view/filter';
import { type ResultView, wholeSet } from '~/domain/view/result-view';
import type { Contender, Figure, FillFigures } from './contender';
import { columnWord, commonWord, rareWord, recordParts } from './generate-records';
import type { PageRequest } from './page-request';
import { createPageSource } from './page-source';
import { median, timed, watchMainThread } from './timing';

export const recordsPerPage = 1000;
/** A question that takes longer than this is asked once more after the first time and no more. */
const slowMs = 2500;

export interface FillRequest {
  readonly kind: PageRequest['kind'];
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** `from` to `to` of a set of `of` records. */
export async function fill(contender: Pick<Contender, 'append'>, { kind, from, to, of }: FillRequest): Promise<FillFigures> {
  const source = createPageSource();
  let ms = 0;
  let bytes = 0;
  await source.page({ kind, from: 0, count: 1, of });
  const probe = watchMainThread();
  for (let at = from; at < to; at += recordsPerPage) {
    const page = await source.page({ kind, from: at, count: recordsPerPage, of });
    bytes += page.length;
    ms += (await timed(() => contender.append(page))).ms;
    if (at % 100_000 === 0) console.log(`  ${at.toLocaleString('en')} of ${to.toLocaleString('en')} records`);
  }
  const blocked = probe.stop();
  source.close();
  return { ms, bytes, ...blocked };
}

export interface Question {
  readonly name: string;
  /** Milliseconds are taken around this unless it says its own. */
  ask(round: number): Promise<{ answer: string; ms?: number }>;
  /** Not timed. */
  prepare?(round: number): Promise<unknown>;
}

export interface Measurement {
  /** Round 0 is the first time. */
  ask(round: number): Promise<void>;
  figures(): Figure[];
}

export function usualQuestions(contender: Contender, records: number): Question[] {
  return [...sorts(contender), ...filters(contender, records), ...readings(contender, records), ...searches(contender)];
}

export function startMeasurement(questions: readonly Question[]): Measurement {
  const runs = questions.map((question) => ({ question, times: [] as number[], answer: '' }));
  return {
    async ask(round) {
      for (const run of runs) {
        const { question, times } = run;
        if (times.length > 1 && (times[0] ?? 0) > slowMs) continue;
        await question.prepare?.(round);
        const { ms: elapsed, value } = await timed(() => question.ask(round));
        if (round === 0) run.answer = value.answer;
        times.push(value.ms ?? elapsed);
      }
    },
    figures: () =>
      runs.map(({ question, times: [firstMs = Number.NaN, ...warm], answer }) => ({
        name: question.name,
        firstMs,
        warmMs: median(warm),
        warmRuns: warm.length,
        answer,
      })),
  };
}

function sorts(contender: Contender): Question[] {
  const keys: readonly (readonly [string, readonly FieldRef[]])[] = [
    ['sort by date', ['time']],
    ['sort by activity (300 values)', ['operation']],
    ['sort by user (3,000 values)', ['user']],
    ['sort by IP address (40,000 values)', ['ip']],
    ['sort by item (300,000 values)', ['item']],
    ['sort by record id (all different)', ['id']],
    ['sort by user, then date', ['user', 'time']],
  ];
  // Up and down in turn, so that no round can use the order of the one before. The answer is that of the first round.
  const view = (fields: readonly FieldRef[], round: number): ResultView => ({
    ...wholeSet,
    sort: fields.map((field) => ({ field, descending: round % 2 === 1 })),
  });
  return keys.flatMap(([name, fields]) => {
    const plain: Question = {
      name,
      ask: (round) =>
        contender
          .view(view(fields, round))
          .then(String)
          .then((answer) => ({ answer })),
    };
    const { preparedSort } = contender;
    if (!preparedSort) return [plain];
    return [
      plain,
      { name: `${name}, prepared`, ask: (round) => preparedSort(view(fields, round)).then((count) => ({ answer: `${count}` })) },
    ];
  });
}

function filters(contender: Contender, records: number): Question[] {
  const { operation, typeName, user } = recordParts(Math.floor(records / 2), records);
  const is = (field: FieldRef, value: string): Filter => keepOnly(field, displayText(field, value));
  const activity = is('operation', operation);
  const byType = [is('recordType', typeName), is('workload', 'SharePoint')];
  const sets: readonly (readonly [string, ResultView])[] = [
    ['filter: one activity', { ...wholeSet, filters: [activity] }],
    ['filter: record type and workload', { ...wholeSet, filters: byType }],
    ['filter: one user, newest first', { text: '', filters: [is('user', user)], sort: [{ field: 'time', descending: true }] }],
  ];
  return sets.map(([name, view]) => ({ name, ask: () => contender.view(view).then((count) => ({ answer: `${count}` })) }));
}

function readings(contender: Contender, records: number): Question[] {
  const whole = () => contender.view(wholeSet);
  const newestFirst = () => contender.view({ ...wholeSet, sort: [{ field: 'time', descending: true }] });
  const facets = (['operation', 'user', 'ip'] as const).map(
    (field): Question => ({
      name: `facet: ${field}`,
      prepare: whole,
      ask: () => contender.facet(field).then((answer) => ({ answer })),
    }),
  );
  return [
    ...facets,
    { name: 'histogram, 60 slices', prepare: whole, ask: () => contender.histogram(60).then((answer) => ({ answer })) },
    {
      name: 'window of 50 rows',
      prepare: newestFirst,
      async ask(round) {
        const times: number[] = [];
        for (let i = 0; i < 21; i++) {
          const from = Math.floor((records * ((i * 8 + round) % 21)) / 22);
          times.push((await timed(() => contender.rows(from, 50))).ms);
        }
        return { answer: (await contender.rows(0, 1)).join(), ms: median(times) };
      },
    },
    {
      name: 'one whole record',
      async ask(round) {
        const times: number[] = [];
        for (let i = 0; i < 21; i++)
          times.push((await timed(() => contender.recordLength(Math.floor((records * i) / 22) + round))).ms);
        return { answer: `${await contender.recordLength(0)}`, ms: median(times) };
      },
    },
  ];
}

function searches(contender: Contender): Question[] {
  const words = [
    ['a word that is in a column', columnWord],
    ['a common word only in AuditData', commonWord],
    ['a rare word only in AuditData', rareWord],
  ] as const;
  return words.flatMap(([kind, text]): Question[] => {
    const view: ResultView = { text, filters: [], sort: [{ field: 'time', descending: true }] };
    let wholeMs = 0;
    return [
      {
        name: `text search, first 50: ${kind}`,
        async ask() {
          const { firstMs, found, ...rest } = await contender.search(view, 50);
          wholeMs = rest.wholeMs;
          return { answer: `${found}`, ms: firstMs };
        },
      },
      // The same run as the question before: a search is not made twice to be timed twice.
      { name: `text search, all: ${kind}`, ask: async () => ({ answer: '', ms: wholeMs }) },
    ];
  });
}

export async function measureExport(contender: Contender): Promise<{ ms: number; bytes: number }> {
  await contender.view({ ...wholeSet, sort: [{ field: 'time', descending: true }] });
  const { ms, value } = await timed(() => contender.exportCsv());
  return { ms, bytes: value };
}
