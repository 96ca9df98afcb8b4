// What an MMDB file that the administrator opened says of addresses. It understands the records of GeoLite2 and GeoIP2 Country,
// City and ASN (https://dev.maxmind.com/geoip/docs/databases), of DB-IP, which are the same, and of IPinfo Lite
// (https://ipinfo.io/developers/ipinfo-lite-database), which are flat.

import * as z from 'zod/mini';
import { parseIp } from '~/lib/ip';
import type { EpochMs } from '~/lib/time';
import { MmdbFile } from './mmdb-file';

const kinds = ['country', 'city', 'network'] as const;
export type AddressFactKind = (typeof kinds)[number];

export interface AddressFacts {
  /** In English. */
  readonly country?: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
  /** In English. */
  readonly city?: string;
  /** `AS64496 Example Networks`. */
  readonly network?: string;
}

/** What is known of an address. Never throws. */
export type LookUp = (ip: string) => AddressFacts | undefined;

export interface AddressBook {
  /** Of the file. */
  readonly name: string;
  readonly about: {
    /** As the file calls itself: `GeoLite2-City`. */
    readonly type: string;
    readonly builtAt: EpochMs;
    /** What its names are written in: `en`, `pt-BR`. */
    readonly languages: readonly string[];
  };
  readonly can: readonly AddressFactKind[];
  /** `undefined` for what is no address, and where the file says nothing of it. Never throws. */
  lookUp(ip: string): AddressFacts | undefined;
}

/** A file can have millions of records: these are enough to see what they tell. */
const nodesLookedAt = 1000;

/** Keeps the bytes. Throws an error whose message says what is wrong with the file, as a sentence. */
export function openAddressBook(name: string, bytes: Uint8Array): AddressBook {
  const file = openFile(name, bytes);
  const { database_type: type, build_epoch: builtAt, languages } = file.metadata;
  // Many networks share a record.
  const seen = new Map<number, AddressFacts | undefined>();
  const factsAt = (record: number) => {
    if (!seen.has(record)) seen.set(record, readFacts(file.read(record)));
    return seen.get(record);
  };
  const can = kindsIn(Array.from(file.someRecords(nodesLookedAt), factsAt));
  if (can.length === 0) throw new Error(`${name} (${type}) says nothing of countries, cities or networks.`);
  return {
    name,
    about: { type, builtAt: builtAt * 1000, languages },
    can,
    lookUp(ip) {
      const octets = parseIp(ip);
      const record = octets && file.find(octets);
      return record === undefined ? undefined : factsAt(record);
    },
  };
}

/**
 * What several books say of an address, those that come first before the others. Country and city come from one book, one that
 * knows the city if there is one: a city of one book may lie in another country by the next.
 */
export function combineBooks(books: readonly AddressBook[]): LookUp {
  return (ip) => {
    const said = books.flatMap((book) => book.lookUp(ip) ?? []);
    const place = said.find(({ city }) => city) ?? said.find(({ country, countryCode }) => country ?? countryCode);
    const network = said.find(({ network }) => network)?.network;
    return place || network ? { ...place, network } : undefined;
  };
}

function openFile(name: string, bytes: Uint8Array): MmdbFile {
  try {
    return new MmdbFile(bytes);
  } catch (error) {
    throw new Error(`${name} ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
}

/** What is not as it should be is left out, and the rest counts. IPinfo writes nothing where it knows nothing. */
const text = z.catch(z.optional(z.string().check(z.minLength(1))), undefined);
const place = z.object({ names: z.catch(z.object({ en: text }), {}), iso_code: text });
const placeOrName = z.catch(z.optional(z.union([place, z.string()])), undefined);

const recordSchema = z.object({
  country: placeOrName,
  country_code: text,
  city: placeOrName,
  autonomous_system_number: z.catch(z.optional(z.int()), undefined),
  autonomous_system_organization: text,
  asn: text,
  as_name: text,
});

function readFacts(record: unknown): AddressFacts | undefined {
  const { data } = recordSchema.safeParse(record);
  if (!data) return undefined;
  const { country, city, autonomous_system_number: number, autonomous_system_organization: organization } = data;
  const facts: AddressFacts = {
    country: nameOf(country),
    countryCode: data.country_code ?? (typeof country === 'object' ? country.iso_code : undefined),
    city: nameOf(city),
    network: [data.asn ?? (number && `AS${number}`), data.as_name ?? organization].filter(Boolean).join(' ') || undefined,
  };
  return Object.values(facts).some(Boolean) ? facts : undefined;
}

function nameOf(named: z.infer<typeof placeOrName>): string | undefined {
  return (typeof named === 'object' ? named.names.en : named) || undefined;
}

function kindsIn(all: readonly (AddressFacts | undefined)[]): readonly AddressFactKind[] {
  return kinds.filter((kind) => all.some((facts) => facts?.[kind] ?? (kind === 'country' && facts?.countryCode)));
}
