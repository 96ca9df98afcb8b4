// The engine and an array of parsed objects, each in a browser of its own, filled with the same records.

import { type BrowserSession, openSession } from './browser-session';
import { buildPages } from './build-pages';
import type { PageRequest } from './in-page/page-request';
import type { BenchOptions } from './options';
import { serve } from './static-server';
import { type Turns, takeTurns } from './take-turns';

export const kinds = ['engine', 'array'] as const;
export type Kind = (typeof kinds)[number];

/** What `measure` says of each number of records that was asked for. */
export async function inCompanySessions(
  options: BenchOptions,
  kindOfRecords: PageRequest['kind'],
  measure: (turns: Turns<Kind>, records: number) => Promise<string>,
): Promise<string[]> {
  const server = await serve({ folder: await buildPages({ isReadable: options.isProfiled }), isIsolated: true });
  const sections: string[] = [];
  for (const records of options.records) {
    process.stderr.write(`${records.toLocaleString('en')} ${kindOfRecords}\n`);
    const sessions = new Map<Kind, BrowserSession>();
    for (const kind of kinds) sessions.set(kind, await openSession({ launch: options.launch, url: server.url }));
    // Filling is nothing that is measured here.
    const filling = takeTurns(sessions, records, { isProfiled: false });
    await filling.inTurns('create', (page, kind) => page.evaluate((wanted) => window.bench.createCompany(wanted), kind));
    await filling.inTurns('fill', (page) =>
      page.evaluate((request) => window.bench.fillCompany(request), {
        kind: kindOfRecords,
        from: 0,
        to: records,
        of: records,
      }),
    );
    for (const [kind, error] of filling.failed) {
      process.stderr.write(`${kind}: ${error.message}\n`);
      await sessions.get(kind)?.close();
      sessions.delete(kind);
    }
    sections.push(
      `### ${records.toLocaleString('en')} ${kindOfRecords}`,
      await measure(takeTurns(sessions, records, options), records),
    );
    for (const session of sessions.values()) await session.close();
  }
  server.close();
  return sections;
}
