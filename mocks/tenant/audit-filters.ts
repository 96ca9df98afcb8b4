// Which records a search finds. Every filter that is set must hold; within one filter any of its values will do.

import type { EpochMs } from '~/lib/time';
import type { Scene, Tenant } from './model';
import { objectIdOf } from './tenant';

export interface AuditFilters {
  /** Included. */
  readonly start?: EpochMs | undefined;
  /** Excluded. */
  readonly end?: EpochMs | undefined;
  /** PascalCase names. */
  readonly recordTypes: readonly string[];
  readonly operations: readonly string[];
  readonly users: readonly string[];
  readonly addresses: readonly string[];
  /** A whole object id in any casing; `*` stands for any text. */
  readonly objectIds: readonly string[];
  readonly services: readonly string[];
  readonly adminUnits: readonly string[];
  /** A phrase anywhere in a property every record has (see `indexedText`); `*` stands for any text. Empty: not set. */
  readonly keyword: string;
}

export const noFilters: AuditFilters = {
  recordTypes: [],
  operations: [],
  users: [],
  addresses: [],
  objectIds: [],
  services: [],
  adminUnits: [],
  keyword: '',
};

export interface Matcher {
  /** Only indices from here … */
  readonly from: number;
  /** … to before here can match. */
  readonly to: number;
  /** Indices behind the history's own, of what followed from changes, whose time lets them match; ascending. */
  readonly later: readonly number[];
  /** `undefined` when all of them do. */
  readonly matches: ((scene: Scene) => boolean) | undefined;
}

type Test = (scene: Scene) => boolean;

export function createMatcher(tenant: Tenant, filters: AuditFilters): Matcher {
  const { timeline, kinds, cast } = tenant;
  const tests: Test[] = [];
  // What depends on kind, actor or address alone is decided once for each of them, not once for each record.
  const byCode = (list: readonly boolean[], code: (scene: Scene) => number) => {
    tests.push((scene) => list[code(scene)] === true);
  };
  const kindCode = (scene: Scene) => scene.kind.code;
  if (filters.recordTypes.length > 0)
    byCode(
      kinds.map((kind) => includesText(filters.recordTypes, kind.recordTypeName)),
      kindCode,
    );
  if (filters.operations.length > 0)
    byCode(
      kinds.map((kind) => includesText(filters.operations, kind.operation)),
      kindCode,
    );
  if (filters.services.length > 0)
    byCode(
      kinds.map((kind) => includesText(filters.services, kind.service)),
      kindCode,
    );
  if (filters.users.length > 0)
    byCode(
      cast.actors.map((actor) => includesText(filters.users, actor.upn)),
      (scene) => scene.actor.code,
    );
  if (filters.adminUnits.length > 0) {
    byCode(
      cast.actors.map((actor) => actor.adminUnits.some((unit) => includesText(filters.adminUnits, unit))),
      (scene) => scene.actor.code,
    );
  }
  if (filters.addresses.length > 0) {
    const wanted = filters.addresses.map(plainAddress);
    byCode(
      cast.addresses.map((address) => address !== '' && wanted.includes(plainAddress(address))),
      (scene) => scene.address,
    );
  }
  if (filters.objectIds.length > 0) {
    const patterns = filters.objectIds.map((text) => wildcard(text, true));
    tests.push((scene) => {
      const objectId = objectIdOf(scene);
      return objectId !== undefined && patterns.some((pattern) => pattern.test(objectId));
    });
  }
  // Only changes can keep anything out of the log.
  if (tenant.later.length > 0) tests.push((scene) => !scene.planned?.isUntracked);
  const { isUnaudited } = tenant;
  if (isUnaudited) tests.push((scene) => !isUnaudited(scene));
  const keyword = filters.keyword.trim();
  if (keyword !== '') tests.push(keywordTest(tenant, wildcard(keyword, false)));
  const { records } = tenant.options;
  const start = Math.max(filters.start ?? 0, timeline.start);
  const inTime = (index: number) => {
    const time = tenant.timeAt(index);
    return time >= start && time < (filters.end ?? Number.POSITIVE_INFINITY);
  };
  return {
    from: filters.start === undefined ? 0 : timeline.firstIndexAt(filters.start),
    to: filters.end === undefined ? records : timeline.firstIndexAt(filters.end),
    later: tenant.later.map((_, at) => records + at).filter(inTime),
    matches: tests.length === 0 ? undefined : (scene) => tests.every((test) => test(scene)),
  };
}

/** The keyword is looked for in record type, operation, service, user principal name, client IP and object id. */
function keywordTest(tenant: Tenant, pattern: RegExp): Test {
  const kinds = tenant.kinds.map((kind) =>
    [kind.recordTypeName, kind.operation, kind.service].some((text) => pattern.test(text)),
  );
  const actors = tenant.cast.actors.map((actor) => pattern.test(actor.upn));
  return (scene) => {
    if (kinds[scene.kind.code] || actors[scene.actor.code]) return true;
    return pattern.test(tenant.shownAddress(scene) ?? '') || pattern.test(objectIdOf(scene) ?? '');
  };
}

function includesText(list: readonly string[], text: string): boolean {
  const wanted = text.toLowerCase();
  return list.some((each) => each.trim().toLowerCase() === wanted);
}

/** In any casing; `*` stands for any text. */
export function wildcard(text: string, whole: boolean): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const source = parts.join('[^]*');
  return new RegExp(whole ? `^${source}$` : source, 'i');
}

/** Without port, brackets, zone or the prefix of an IPv4 address mapped into IPv6; IPv6 in its short spelling. */
function plainAddress(text: string): string {
  const trimmed = text.trim().toLowerCase();
  const bare =
    /^\[(.*)\](?::\d+)?$/.exec(trimmed)?.[1] ?? (/^[\d.]+:\d+$/.test(trimmed) ? trimmed.slice(0, trimmed.indexOf(':')) : trimmed);
  const mapped = bare.replace(/^::ffff:(?=\d+\.)/, '');
  if (!mapped.includes(':')) return mapped;
  return URL.canParse(`http://[${mapped}]`) ? new URL(`http://[${mapped}]`).hostname.slice(1, -1) : mapped;
}
