// How long somebody who scrolls waits for rows while the engine does something else for somebody else.

import { newestFirst, wholeSet } from '~/domain/view/result-view';
import type { Contender } from './contender';
import { fill } from './measure';
import { overviewBuckets, overviewFields } from './measure-overview';
import { median, timed } from './timing';

export const occupations = ['nothing', 'overviews', 'an export', 'records arriving'] as const;
export type Occupation = (typeof occupations)[number];

export interface WaitFigures {
  readonly medianMs: number;
  readonly longestMs: number;
  readonly windows: number;
}

const occupiedMs = 2000;
const everyMs = 5;
/** Records that arrive. */
const arriving = 20_000;

/** Of a set of so many `records`; there are more of them when records arrived. */
export async function rowsMeanwhile(contender: Contender, records: number, occupation: Occupation): Promise<WaitFigures> {
  await contender.view({ ...wholeSet, sort: [...newestFirst] });
  let isDone = false;
  const working = occupy(contender, records, occupation).finally(() => {
    isDone = true;
  });
  const times: number[] = [];
  for (let i = 0; !isDone; i++) {
    const from = Math.floor((records * ((i * 8) % 21)) / 22);
    times.push((await timed(() => contender.rows(from, 50))).ms);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  await working;
  return { medianMs: median(times), longestMs: Math.max(...times), windows: times.length };
}

async function occupy(contender: Contender, records: number, occupation: Occupation): Promise<unknown> {
  const of = records + arriving;
  switch (occupation) {
    case 'nothing':
      return new Promise((resolve) => setTimeout(resolve, occupiedMs));
    case 'overviews':
      for (const end = performance.now() + occupiedMs; performance.now() < end; )
        await contender.overview(overviewFields, overviewBuckets);
      return;
    case 'an export':
      return contender.exportCsv();
    case 'records arriving':
      return fill(contender, { kind: 'records', from: records, to: of, of });
  }
}
