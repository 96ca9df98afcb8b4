import type { EngineRun } from './engine-runs';
import { number, ratio, table } from './table';

export interface Against {
  readonly commit: string;
  readonly records: number;
  readonly now: EngineRun | Error;
  readonly before: EngineRun | Error;
}

/** Above 1x the engine of these sources is the faster one. */
export function againstReport({ commit, records, now, before }: Against): string {
  const title = `### ${records.toLocaleString('en')} records, against ${commit}`;
  if (now instanceof Error || before instanceof Error) return `${title}\n\n${failure('now', now)}${failure('before', before)}`;
  const old = new Map(before.figures.map((figure) => [figure.name, figure]));
  const rows = now.figures.flatMap(({ name, firstMs, warmMs, answer }) => {
    const earlier = old.get(name);
    if (!earlier) return [];
    const otherAnswer = earlier.answer === answer ? '' : `${earlier.answer} then, ${answer} now`;
    return [
      [
        name,
        number(earlier.firstMs),
        number(firstMs),
        ratio(earlier.firstMs, firstMs),
        number(earlier.warmMs),
        number(warmMs),
        ratio(earlier.warmMs, warmMs),
        otherAnswer,
      ],
    ];
  });
  const whole = (name: string, old: number, present: number) => [
    name,
    '',
    '',
    '',
    number(old),
    number(present),
    ratio(old, present),
    '',
  ];
  return `${title}\n\n${table(
    ['ms', 'first, then', 'first, now', 'ratio', 'then', 'now', 'ratio', 'other answer'],
    [
      ...rows,
      whole('take in pages', before.fill.ms, now.fill.ms),
      whole('export as Purview CSV', before.exported.ms, now.exported.ms),
      whole('tab, peak while filling, MB', before.fillPeak.rendererMb, now.fillPeak.rendererMb),
    ],
  )}`;
}

function failure(name: string, run: EngineRun | Error): string {
  return run instanceof Error ? `${name}: ${run.message}\n` : '';
}
