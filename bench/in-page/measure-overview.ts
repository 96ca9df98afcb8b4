// What a screen asks that shows facets and a histogram beside the rows, and what it costs to look at a property of AuditData that
// nobody looked at before. Asked in rounds, like the usual questions; each round filters for other records.

import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import { keepOnly } from '~/domain/view/filter';
import { type ResultView, wholeSet } from '~/domain/view/result-view';
import type { Contender } from './contender';
import { usedTypes } from './generate-records';
import type { Question } from './measure';
import { median, timed } from './timing';

export const overviewFields: readonly FieldRef[] = [
  'user',
  'operation',
  'item',
  'detail',
  'ip',
  'recordType',
  'workload',
  'result',
];
export const overviewBuckets = 60;
/** As many as there are filters, so that none is answered from the round before. */
export const overviewRounds = 6;

export function overviewQuestions(contender: Contender, records: number): Question[] {
  const whole = () => contender.view(wholeSet);
  const half = (round: number) => contender.view(halfOfThem(round));
  const overview = () => contender.overview(overviewFields, overviewBuckets).then((answer) => ({ answer }));
  return [
    { name: 'overview of all: 8 facets and a histogram', prepare: whole, ask: overview },
    { name: 'filter: half of the record types', ask: (round) => half(round).then((count) => ({ answer: `${count}` })) },
    { name: 'overview of these', prepare: half, ask: overview },
    {
      name: 'the same facets and histogram of these, one by one',
      prepare: half,
      async ask() {
        const facets: string[] = [];
        for (const field of overviewFields) facets.push(await contender.facet(field));
        return { answer: `${facets}; ${await contender.histogram(overviewBuckets)}` };
      },
    },
    {
      name: 'facet of all: item (300,000 values)',
      prepare: whole,
      ask: () => contender.facet('item').then((answer) => ({ answer })),
    },
    { name: 'properties of AuditData', ask: () => contender.properties().then((answer) => ({ answer })) },
    ...newColumn(contender, records, 'path:UserAgent', '3 values'),
    ...newColumn(contender, records, 'path:CorrelationId', 'all different'),
  ];
}

function halfOfThem(round: number): ResultView {
  const types = halfOfTheTypes(round).map((name) => displayText('recordType', name));
  return { ...wholeSet, filters: [keepOnly('recordType', ...types)] };
}

/** Half of the records are of one of the six most frequent types, and half of the others, too, pass. */
export function halfOfTheTypes(round: number): readonly string[] {
  return usedTypes.filter((_, at) => (at + round) % 6 < 3).map(({ name }) => name);
}

/** The first round is the only one in which the column is new. */
function newColumn(contender: Contender, records: number, field: FieldRef, values: string): Question[] {
  const whole = () => contender.view(wholeSet);
  return [
    {
      name: `new column (${values}): a window of 50 rows`,
      prepare: whole,
      async ask() {
        const times: number[] = [];
        for (let i = 0; i < 21; i++)
          times.push((await timed(() => contender.values(field, Math.floor((records * i) / 22), 50))).ms);
        return { answer: (await contender.values(field, 0, 50)).join(), ms: median(times) };
      },
    },
    {
      name: `new column (${values}): facet of all`,
      prepare: whole,
      ask: () => contender.facet(field).then((answer) => ({ answer })),
    },
  ];
}
