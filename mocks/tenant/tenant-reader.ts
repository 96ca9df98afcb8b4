// Reads a tenant for the handlers: counts what a search finds and writes pages of it. Works in slices, so that whoever shares
// the thread gets a turn. The same interface is served over a worker in the browser (see `worker-reader.ts`).

import { type AuditFilters, createMatcher } from './audit-filters';
import { findMailboxRecords, type MailboxLog, type MailboxRecordRequest, readMailboxLog } from './exchange/mailbox-records';
import type { Tenant, TenantOptions } from './model';
import { recordText } from './record-at';
import { createTenant } from './tenant';
import { type TenantFacts, tenantFacts } from './tenant-facts';
import { firstAtLeast } from './timeline';
import { unreadableText } from './unreadable-records';

export interface SearchScope {
  readonly tenant: TenantOptions;
  readonly filters: AuditFilters;
}

export interface PageRequest {
  /** Positions among the matches, newest first; `to` is excluded. */
  readonly from: number;
  readonly to: number;
  /** JSON before and after the records. */
  readonly head: string;
  readonly tail: string;
  /** Makes a few records of the page unreadable. */
  readonly unreadable: boolean;
}

export interface TenantReader {
  /** How many records a search finds. `onProgress` is told how much of the log is read, 0 to 1. */
  count(scope: SearchScope, onProgress?: (share: number) => void): Promise<number>;
  /** The page as UTF-8 JSON. Records come newest first, roughly: the service promises no order. */
  page(scope: SearchScope, request: PageRequest): Promise<Uint8Array<ArrayBuffer>>;
  /** What is known of the tenant without reading its log. */
  facts(tenant: TenantOptions): Promise<TenantFacts>;
  /** AuditData of records about mailboxes, newest first. */
  mailboxRecords(tenant: TenantOptions, request: MailboxRecordRequest): Promise<unknown[]>;
}

const indicesPerSlice = 20_000;
const recordsPerSlice = 250;
/** A search over a million records keeps 4 MB of indices. */
const searchesKept = 6;
const tenantsKept = 4;
const mailboxLogsKept = 2;

export function createTenantReader(pause: () => Promise<void> = nextTurn): TenantReader {
  const tenants = new Map<string, Tenant>();
  const searches = new Map<string, Promise<Uint32Array>>();
  const mailboxLogs = new Map<string, Promise<MailboxLog>>();
  const tenantFor = (options: TenantOptions) => keep(tenants, tenantsKept, JSON.stringify(options), () => createTenant(options));
  const matchesFor = (scope: SearchScope, onProgress?: (share: number) => void) =>
    keep(searches, searchesKept, JSON.stringify(scope), () =>
      findMatches(tenantFor(scope.tenant), scope.filters, pause, onProgress),
    );

  return {
    async mailboxRecords(options, request) {
      const tenant = tenantFor(options);
      const log = await keep(mailboxLogs, mailboxLogsKept, JSON.stringify(options), () => readMailboxLog(tenant, pause));
      return findMailboxRecords(tenant, log, request, pause);
    },
    facts: async (tenant) => tenantFacts(tenantFor(tenant)),
    count: async (scope, onProgress) => (await matchesFor(scope, onProgress)).length,
    async page(scope, { from, to, head, tail, unreadable }) {
      const tenant = tenantFor(scope.tenant);
      const matches = await matchesFor(scope);
      const texts: string[] = [];
      for (let position = from; position < Math.min(to, matches.length); position++) {
        const text = recordText(tenant, matches[matches.length - 1 - shuffled(position, matches.length)] ?? 0);
        texts.push(unreadable ? unreadableText(text, position) : text);
        if (texts.length % recordsPerSlice === 0) await pause();
      }
      return new TextEncoder().encode(`${head}${texts.join(',')}${tail}`);
    },
  };
}

/** Swaps neighbours within full groups of eight: every position still comes exactly once. */
function shuffled(position: number, count: number): number {
  return (position | 7) < count ? position ^ 5 : position;
}

/** Indices in the order of their times. */
async function findMatches(
  tenant: Tenant,
  filters: AuditFilters,
  pause: () => Promise<void>,
  onProgress?: (share: number) => void,
): Promise<Uint32Array> {
  const { from, to, later, matches } = createMatcher(tenant, filters);
  const room = new Uint32Array(Math.max(0, to - from));
  const scene = tenant.newScene();
  let count = 0;
  for (let index = from; index < to; ) {
    for (const until = Math.min(to, index + indicesPerSlice); index < until; index++) {
      if (matches) {
        tenant.setScene(scene, index);
        if (!matches(scene)) continue;
      }
      room[count++] = index;
    }
    onProgress?.((index - from) / (to - from));
    await pause();
  }
  const found = count === room.length ? room : room.slice(0, count);
  const foundLater = later.filter((index) => {
    tenant.setScene(scene, index);
    return matches?.(scene) ?? true;
  });
  return foundLater.length === 0 ? found : inTimeOrder(tenant, found, foundLater);
}

/** Puts what followed from changes in its places among the others, behind those of the same second. */
function inTimeOrder(tenant: Tenant, found: Uint32Array, later: readonly number[]): Uint32Array {
  const merged = new Uint32Array(found.length + later.length);
  const byTime = later.toSorted((a, b) => tenant.timeAt(a) - tenant.timeAt(b) || a - b);
  let taken = 0;
  byTime.forEach((index, at) => {
    const next = tenant.timeline.firstIndexAt(tenant.timeAt(index) + 1);
    const until = firstAtLeast(found.length, next, (position) => found[position] ?? 0);
    merged.set(found.subarray(taken, until), taken + at);
    merged[until + at] = index;
    taken = until;
  });
  merged.set(found.subarray(taken), taken + byTime.length);
  return merged;
}

/** The value under a key, made when it is missing; the least recently used one beyond `most` goes. */
function keep<T>(kept: Map<string, T>, most: number, key: string, make: () => T): T {
  const value = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return value;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
