// The engine and an array of parsed objects, filled with the records of a company, or with records as the other parts have them.

import type { PageRequest } from './in-page/page-request';
import type { BenchOptions } from './options';
import { type Kind, sideBySide } from './side-by-side';
import { type Turns, takeTurns } from './take-turns';

/** What `measure` says of each number of records that was asked for. */
export function inCompanySessions(
  options: BenchOptions,
  kindOfRecords: PageRequest['kind'],
  measure: (turns: Turns<Kind>, records: number) => Promise<string>,
): Promise<string[]> {
  return sideBySide(options, kindOfRecords, async (sessions, records) => {
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
    return [await measure(takeTurns(sessions, records, options), records)];
  });
}
