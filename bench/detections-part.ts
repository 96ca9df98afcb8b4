// Every rule that is shipped, run over a whole set one after the other, as the page runs them: the engine beside functions over
// parsed objects in an array.

import { inCompanySessions } from './company-sessions';
import type { RuleAnswer } from './in-page/company-questions';
import { median } from './in-page/timing';
import type { BenchOptions } from './options';
import type { Kind } from './side-by-side';
import { number, ratio, table, targetTable } from './table';
import type { Turns } from './take-turns';

const rounds = 3;
const limit = { records: 1_000_000, ms: 2000 };

export async function runDetections(options: BenchOptions): Promise<string> {
  return (await inCompanySessions(options, 'company records', measure)).join('\n\n');
}

async function measure({ inTurns, failed }: Turns<Kind>, records: number): Promise<string> {
  const ask = (step: string) => inTurns(`rules ${step}`, (page) => page.evaluate(() => window.bench.askFindings()));
  const first = await ask('first');
  const again: ReadonlyMap<Kind, readonly RuleAnswer[]>[] = [];
  for (let round = 0; round < rounds; round++) again.push(await ask(`round ${round}`));
  const engine = first.get('engine');
  const array = first.get('array');
  if (!engine) return `The engine failed: ${failed.get('engine')?.message}`;
  const warmOf = (kind: Kind, at: number) => median(again.flatMap((answers) => answers.get(kind)?.[at]?.ms ?? []));
  const warm = engine.map((_, at) => warmOf('engine', at));
  const theirs = array?.map((_, at) => warmOf('array', at));
  const rows = engine.map(({ rule, answer, ms }, at) => [
    rule,
    Number(answer.split(' ', 1)[0]).toLocaleString('en'),
    ms,
    warm[at],
    theirs?.[at],
    ratio(theirs?.[at], ms),
  ]);
  const firstMs = sum(engine.map(({ ms }) => ms));
  const theirMs = theirs && sum(theirs);
  rows.push(['all of them', '', firstMs, sum(warm), theirMs, ratio(theirMs, firstMs)]);
  return [
    table(['ms', 'found', 'engine, first', 'engine', 'array', 'ratio, first'], rows),
    ...(records === limit.records
      ? [
          targetTable([
            {
              what: 'all shipped rules over the whole set, the first time',
              wanted: `under ${limit.ms} ms`,
              found: `${number(firstMs)} ms`,
              isMet: firstMs < limit.ms,
            },
          ]),
        ]
      : []),
    ...disagreements(engine, array ?? []),
  ].join('\n\n');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

function disagreements(engine: readonly RuleAnswer[], array: readonly RuleAnswer[]): string[] {
  const unequal = engine.filter(({ answer }, at) => array[at] && array[at].answer !== answer);
  return unequal.map(
    ({ rule, answer }) => `**Different answers** to ${rule}: ${answer} and ${array.find((each) => each.rule === rule)?.answer}.`,
  );
}
