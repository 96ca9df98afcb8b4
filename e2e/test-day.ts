// Which instant tests take for now, so that what lands does not depend on the day it lands on. `LEDGERLINE_DAY=2028-02-29 npm run
// unit` begins on another day, `today` on that of the machine; an instant such as `2027-01-01T00:00:01Z` will do, too. From there
// the clock runs on as usual.

/** A Wednesday in the middle of a month, while people work. */
const usualDay = '2026-12-16';
const usualTime = 'T10:30:00Z';

/** What to add to the machine's clock, in milliseconds. */
export function clockOffset(day = ''): number {
  if (day === 'today') return 0;
  const wanted = day === '' ? usualDay : day;
  const now = Date.parse(wanted.includes('T') ? wanted : wanted + usualTime);
  if (Number.isNaN(now)) throw new Error(`LEDGERLINE_DAY must be a day, an instant or "today", not "${day}".`);
  return now - Date.now();
}

/** Moves the clock of this realm. Runs in pages as well, so it knows nothing from outside. */
export function moveClock(offsetMs: number): void {
  const now = Date.now;
  Date.now = () => now() + offsetMs;
  globalThis.Date = new Proxy(Date, {
    construct: (real, given, target) => Reflect.construct(real, given.length === 0 ? [real.now()] : given, target),
    apply: (real) => new real(real.now()).toString(),
  });
}
