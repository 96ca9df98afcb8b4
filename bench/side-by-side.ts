// The engine and an array of parsed objects, each in a browser of its own, for each number of records that was asked for.

import { type BrowserSession, openSession } from './browser-session';
import { buildPages } from './build-pages';
import { typicalMs } from './compare-figures';
import type { Figure } from './in-page/contender';
import type { BenchOptions } from './options';
import { serve } from './static-server';
import { ratio, table } from './table';

export const kinds = ['engine', 'array'] as const;
export type Kind = (typeof kinds)[number];
export type Sessions = Map<Kind, BrowserSession>;

/** What `measure` says of each number of `noun`. It may close a session and take it out. */
export async function sideBySide(
  options: BenchOptions,
  noun: string,
  measure: (sessions: Sessions, records: number) => Promise<readonly string[]>,
): Promise<string[]> {
  const server = await serve({ folder: await buildPages({ isReadable: options.isProfiled }), isIsolated: true });
  const sections: string[] = [];
  for (const records of options.records) {
    process.stderr.write(`${records.toLocaleString('en')} ${noun}\n`);
    const sessions: Sessions = new Map();
    for (const kind of kinds) sessions.set(kind, await openSession({ launch: options.launch, url: server.url }));
    sections.push(`### ${records.toLocaleString('en')} ${noun}`, ...(await measure(sessions, records)));
    for (const session of sessions.values()) await session.close();
  }
  server.close();
  return sections;
}

/** The engine's figures, the first and the others under these names, beside those of the array. */
export function figureTable(
  engine: readonly Figure[],
  array: readonly Figure[],
  [first, others]: readonly [first: string, others: string],
): string {
  const theirs = new Map(array.map((figure) => [figure.name, typicalMs(figure)]));
  const rows = engine.map(({ name, firstMs, warmMs }) => [
    name,
    firstMs,
    warmMs,
    theirs.get(name),
    ratio(theirs.get(name), firstMs),
    ratio(theirs.get(name), warmMs),
  ]);
  return table(['ms', first, others, 'array', 'ratio, first', 'ratio'], rows);
}
