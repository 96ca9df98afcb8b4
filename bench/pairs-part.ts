// Groups by two fields, as the screen asks for them: of records as people leave them, and of records whose users and addresses have
// nothing to do with each other, which are nearly as many groups as records.

import { inCompanySessions } from './company-sessions';
import { type Answer, groupsAtOnce, type PairName, pairs } from './in-page/company-questions';
import { median } from './in-page/timing';
import type { BenchOptions } from './options';
import type { Kind } from './side-by-side';
import { type Cell, ratio, table } from './table';
import type { Turns } from './take-turns';

const rounds = 5;

export async function runPairs(options: BenchOptions): Promise<string> {
  const sections: string[] = [];
  for (const records of ['company records', 'records'] as const)
    sections.push(...(await inCompanySessions(options, records, measure)));
  return sections.join('\n\n');
}

interface PairTimes {
  readonly firstMs: number;
  readonly againMs: number;
  readonly furtherMs: number;
  readonly answer: string;
}

async function measure({ inTurns, failed }: Turns<Kind>): Promise<string> {
  const rows: Cell[][] = [];
  const notes: string[] = [];
  for (const pair of Object.keys(pairs) as PairName[]) {
    const ask = (step: string, from: number) =>
      inTurns(`${pair} ${step}`, (page) => page.evaluate(([name, at]) => window.bench.askPair(name, at), [pair, from] as const));
    const first = await ask('first', 0);
    const again: ReadonlyMap<Kind, Answer>[] = [];
    for (let round = 0; round < rounds; round++) again.push(await ask(`round ${round}`, 0));
    const further = await ask('further', groupsAtOnce * 20);
    const timesOf = (kind: Kind): PairTimes | undefined => {
      const answered = first.get(kind);
      return (
        answered && {
          firstMs: answered.ms,
          againMs: median(again.flatMap((answers) => answers.get(kind)?.ms ?? [])),
          furtherMs: further.get(kind)?.ms ?? Number.NaN,
          answer: `${answered.answer}; ${further.get(kind)?.answer}`,
        }
      );
    };
    const [engine, array] = [timesOf('engine'), timesOf('array')];
    if (!engine) return `The engine failed: ${failed.get('engine')?.message}`;
    const row = (what: string, pick: (times: PairTimes) => number): Cell[] => {
      const theirs = array && pick(array);
      return [`${pair}: ${what}`, pick(engine), theirs, ratio(theirs, pick(engine))];
    };
    rows.push(
      row(`the largest ${groupsAtOnce} of ${engine.answer.split(' groups')[0]}, first`, ({ firstMs }) => firstMs),
      row('the same again, of another view', ({ againMs }) => againMs),
      row('further groups of the same view', ({ furtherMs }) => furtherMs),
    );
    if (array && array.answer !== engine.answer) notes.push(`**Different answers**: ${engine.answer} and ${array.answer}.`);
  }
  return [table(['ms', 'engine', 'array', 'ratio'], rows), ...notes].join('\n\n');
}
