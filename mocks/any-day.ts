// Whoever opens the portal finds what README.md and mocks/README.md promise, whatever day it is. The days on which promises are
// held, one test for each promise. They hold from the first second of a day: what is looked for has happened before it began.

import fc from 'fast-check';
import { expect } from 'vitest';
import { dayMs, type EpochMs } from '~/lib/time';
import type { PlannedEvent, Tenant } from './tenant/model';
import { recordAt, type TenantRecord } from './tenant/record-at';
import { createTenant } from './tenant/tenant';

export interface Day {
  readonly name: string;
  /** Midnight, when it begins. */
  readonly start: EpochMs;
  readonly messages: Tenant['messages'];
  /** What is planned, of all days before. */
  readonly planned: readonly PlannedEvent[];
  /** Of the last six days: what is planned or done by the people of the stories, and every eighth of the others. */
  readonly week: readonly TenantRecord[];
}

const storyPeople = ['priya.raman', 'tomasz.wrona', 'elena.marchetti', 'maria.jensen', 'alejandro.bianchi', 'adele.vance'];

/** `look` reads what else is wanted of a tenant up to an index: tenants are not kept. Takes seconds. */
export function createDays<T>(look: (tenant: Tenant, until: number) => T): (Day & T)[] {
  return [...new Set(midnights())].map((start) => {
    const tenant = createTenant({ seed: 'contoso', records: 100_000, now: start + dayMs });
    const { timeline } = tenant;
    const scene = tenant.newScene();
    const until = timeline.firstIndexAt(start);
    const planned = Array.from(timeline.plannedIndices.filter((index) => index < until)).flatMap((index) => {
      tenant.setScene(scene, index);
      return scene.planned ?? [];
    });
    const week: TenantRecord[] = [];
    for (let index = timeline.firstIndexAt(start - 6 * dayMs); index < until; index++) {
      tenant.setScene(scene, index);
      const isTold = scene.planned || storyPeople.some((name) => scene.actor.upn.startsWith(`${name}@`));
      if (isTold || index % 8 === 0) week.push(recordAt(tenant, index));
    }
    const name = new Date(start).toISOString().slice(0, 10);
    return { name, start, messages: tenant.messages, planned, week, ...look(tenant, until) };
  });
}

/** Every kind of day there is, in six years, and a few that are drawn. */
function midnights(): EpochMs[] {
  const years = [2026, 2027, 2028, 2029, 2030, 2031];
  const at = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day);
  const sunday = (year: number, month: number, number: number) => {
    const first = at(year, month, 1);
    return first + (((7 - new Date(first).getUTCDay()) % 7) + (number - 1) * 7) * dayMs;
  };
  const lastSunday = (year: number, month: number) => sunday(year, month + 1, 1) - 7 * dayMs;
  return [
    ...years.flatMap((year) => [
      at(year, 1, 1),
      at(year, 3, 1) - dayMs,
      at(year, 3, 1),
      at(year, 12, 27),
      at(year, 12, 31),
      // Clocks change in America and in Europe.
      sunday(year, 3, 2),
      lastSunday(year, 3),
      lastSunday(year, 10),
      sunday(year, 11, 1),
    ]),
    // One week after another, across a month's end.
    ...Array.from({ length: 14 }, (_, day) => at(2026, 11, 24) + day * dayMs),
    ...fc.sample(fc.integer({ min: at(2026, 1, 1) / dayMs, max: at(2032, 1, 1) / dayMs }), 20).map((day) => day * dayMs),
  ];
}

/** The days on which something does not hold. */
export function daysWithout<D extends Day>(days: readonly D[], holds: (day: D) => boolean): string[] {
  return days.filter((day) => !holds(day)).map(({ name }) => name);
}

/** The same on every day. */
export function expectEveryDay<D extends Day, T>(days: readonly D[], read: (day: D) => T, wanted: T): void {
  for (const day of days) expect(read(day), day.name).toEqual(wanted);
}

export function isBetween(low: number, value: number, high: number): boolean {
  return value >= low && value <= high;
}
