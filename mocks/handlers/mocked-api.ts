// What the handlers of one mocked tenant share.

import { exchangeAddress, graphAddress, type MockedTenantOptions } from '~mocks/options';
import { createSearches, type Searches } from '~mocks/searches';
import type { TenantReader } from '~mocks/tenant/tenant-reader';
import type { TenantStore } from '~mocks/tenant-store';

export interface MockedApi {
  /** Without version and without a slash at the end. */
  readonly baseUrl: string;
  readonly exchangeUrl: string;
  readonly options: MockedTenantOptions;
  readonly store: TenantStore;
  readonly searches: Searches;
  readonly reader: TenantReader;
  /** How often something was asked for before; counted since the start, not stored. */
  readonly attempt: (what: string) => number;
}

/** Any bearer token will do. */
export function hasToken(request: Request): boolean {
  return /^Bearer \S+/i.test(request.headers.get('authorization') ?? '');
}

export const versions = ['v1.0', 'beta'] as const;
export type Version = (typeof versions)[number];

export function createMockedApi(reader: TenantReader, store: TenantStore, options: MockedTenantOptions): MockedApi {
  const attempts = new Map<string, number>();
  return {
    baseUrl: options.baseUrl ?? graphAddress,
    exchangeUrl: options.exchangeUrl ?? exchangeAddress,
    options,
    store,
    reader,
    searches: createSearches(reader, store, options),
    attempt: (what) => {
      const before = attempts.get(what) ?? 0;
      attempts.set(what, before + 1);
      return before;
    },
  };
}
