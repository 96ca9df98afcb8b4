import fc from 'fast-check';
import { expect, test } from 'vitest';
import { combineBooks, openAddressBook } from './address-book';
import { type MmdbContent, type MmdbValue, writeMmdb } from './mmdb-writer.fixture';

const open = (name: string, content: MmdbContent) => openAddressBook(name, writeMmdb(content));
const about = (record: MmdbValue) => open('a.mmdb', { networks: [['10.0.0.0/8', record]] }).lookUp('10.0.0.1');

const names = (en: string) => ({ de: `${en} auf Deutsch`, en });
const austria = { geoname_id: 2782113, iso_code: 'AT', names: names('Austria') };
const countryRecord = {
  continent: { code: 'EU', names: names('Europe') },
  country: austria,
  registered_country: { iso_code: 'DE', names: names('Germany') },
};
const cityRecord = { ...countryRecord, city: { geoname_id: 2761369, names: names('Vienna') }, location: { latitude: 48.2 } };
const networkRecord = { autonomous_system_number: 64496, autonomous_system_organization: 'Example Networks' };
const flatRecord = {
  ...{ asn: 'AS64497', as_name: 'Example Access', as_domain: 'example.net', continent: 'Europe', continent_code: 'EU' },
  ...{ country: 'Austria', country_code: 'AT', network: '10.0.0.0/8' },
};

test('reads GeoLite2, GeoIP2 and DB-IP', () => {
  const networks = (record: MmdbValue) => ({
    networks: [
      ['203.0.113.0/24', record],
      ['2001:db8::/32', record],
    ] as const,
  });
  const country = open('country.mmdb', { ...networks(countryRecord), type: 'GeoLite2-Country' });
  const city = open('city.mmdb', { ...networks(cityRecord), type: 'DBIP-City-Lite (compat=City)', recordSize: 28 });
  const network = open('asn.mmdb', { ...networks(networkRecord), type: 'GeoLite2-ASN' });
  expect([country.can, city.can, network.can]).toEqual([['country'], ['country', 'city'], ['network']]);
  for (const ip of ['203.0.113.9', '[::ffff:203.0.113.9]:443', '2001:db8::1']) {
    expect(country.lookUp(ip)).toEqual({ country: 'Austria', countryCode: 'AT' });
    expect(city.lookUp(ip)).toEqual({ country: 'Austria', countryCode: 'AT', city: 'Vienna' });
    expect(network.lookUp(ip)).toEqual({ network: 'AS64496 Example Networks' });
  }
  expect(country.about).toEqual({ type: 'GeoLite2-Country', builtAt: Date.UTC(2026, 10, 21), languages: ['en', 'de'] });
});

test('reads IPinfo Lite, which leaves empty what it does not know', () => {
  const unknown = { ...flatRecord, asn: '', as_name: '', as_domain: '' };
  const book = open('ipinfo_lite.mmdb', {
    networks: [
      ['203.0.113.0/24', flatRecord],
      ['198.51.100.0/24', unknown],
    ],
  });
  expect(book.can).toEqual(['country', 'network']);
  expect(book.lookUp('203.0.113.1')).toEqual({ country: 'Austria', countryCode: 'AT', network: 'AS64497 Example Access' });
  expect(book.lookUp('198.51.100.1')).toEqual({ country: 'Austria', countryCode: 'AT' });
});

test('knows nothing of addresses elsewhere, and of what is no address', () => {
  const book = open('a.mmdb', { networks: [['203.0.113.0/24', cityRecord]] });
  expect(['203.0.114.1', '2001:db8::1', 'host', '', '203.0.113.0/24'].map(book.lookUp)).toEqual(Array(5).fill(undefined));
});

test('takes what it understands of a record, and the rest for nothing', () => {
  expect(about({ country: { iso_code: 'AT' }, city: 7 })).toEqual({ countryCode: 'AT' });
  expect(about({ country: { names: { en: ['Austria'], de: 'Österreich' } }, city: 'Vienna' })).toEqual({ city: 'Vienna' });
  expect(about({ autonomous_system_number: 64496 })).toEqual({ network: 'AS64496' });
  expect(about({ autonomous_system_number: 'many', autonomous_system_organization: 'Example' })).toEqual({ network: 'Example' });
  expect(about({ ...countryRecord, country: { names: 1, iso_code: 1 }, asn: 'AS64496' })).toEqual({ network: 'AS64496' });
});

test('no record makes it throw', () => {
  const word = fc.constantFrom('country', 'city', 'names', 'en', 'iso_code', 'asn', '__proto__', 'constructor');
  const { value } = fc.letrec<{ value: MmdbValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(word, fc.boolean(), fc.integer()),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(word, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, (record) => {
      const book = open('a.mmdb', {
        ipVersion: 4,
        networks: [
          ['10.0.0.0/8', record],
          ['11.0.0.0/8', countryRecord],
        ],
      });
      const facts = book.lookUp('10.0.0.1');
      expect(
        Object.values(facts ?? { none: 'x' }).every((each) => each === undefined || (typeof each === 'string' && each)),
      ).toBeTruthy();
      expect(book.lookUp('11.0.0.1')).toEqual({ country: 'Austria', countryCode: 'AT' });
    }),
  );
});

test('says what is wrong with a file', () => {
  const why = (name: string, bytes: Uint8Array) => expect(() => openAddressBook(name, bytes));
  why('audit.csv', new TextEncoder().encode('CreationDate,UserIds')).toThrow('audit.csv is not an MMDB file, or not all of one.');
  why('a.mmdb.gz', Uint8Array.of(0x1f, 0x8b, 8)).toThrow('a.mmdb.gz is compressed: unpack it, and open what was in it.');
  why('anonymous.mmdb', writeMmdb({ type: 'GeoIP2-Anonymous-IP', networks: [['10.0.0.0/8', { is_anonymous: true }]] })).toThrow(
    'anonymous.mmdb (GeoIP2-Anonymous-IP) says nothing of countries, cities or networks.',
  );
  why('empty.mmdb', writeMmdb({ networks: [] })).toThrow('says nothing of countries');
});

test('sees what a large file tells from a part of it', () => {
  const networks = Array.from({ length: 4000 }, (_, i) => {
    const block = `10.${i >> 8}.${i & 255}.0/24`;
    return [block, i % 100 === 0 ? cityRecord : { country: { iso_code: 'AT', names: { en: `Country ${i}` } } }] as const;
  });
  const book = open('large.mmdb', { networks, ipVersion: 4 });
  expect(book.can).toEqual(['country', 'city']);
  expect(book.lookUp('10.15.159.1')).toEqual({ country: 'Country 3999', countryCode: 'AT' });
});

test('several books complete each other, and no city comes into the country of another book', () => {
  const germany = { country: { iso_code: 'DE', names: names('Germany') } };
  const countries = open('countries.mmdb', {
    networks: [
      ['10.0.0.0/8', germany],
      ['11.0.0.0/8', germany],
    ],
  });
  const cities = open('cities.mmdb', {
    networks: [
      ['10.0.0.0/8', cityRecord],
      ['12.0.0.0/8', countryRecord],
    ],
  });
  const networks = open('networks.mmdb', {
    networks: [
      ['10.0.0.0/8', networkRecord],
      ['13.0.0.0/8', networkRecord],
    ],
  });
  const flat = open('flat.mmdb', {
    networks: [
      ['10.0.0.0/8', flatRecord],
      ['13.0.0.0/8', flatRecord],
    ],
  });
  const lookUp = combineBooks([countries, cities, networks, flat]);
  expect(lookUp('10.0.0.1')).toEqual({
    ...{ country: 'Austria', countryCode: 'AT', city: 'Vienna', network: 'AS64496 Example Networks' },
  });
  expect(lookUp('11.0.0.1')).toEqual({ country: 'Germany', countryCode: 'DE' });
  expect(lookUp('12.0.0.1')).toEqual({ country: 'Austria', countryCode: 'AT' });
  expect(lookUp('13.0.0.1')).toEqual({ country: 'Austria', countryCode: 'AT', network: 'AS64496 Example Networks' });
  expect(lookUp('14.0.0.1')).toBeUndefined();
  expect(combineBooks([])('10.0.0.1')).toBeUndefined();
  expect(combineBooks([flat, networks])('10.0.0.1')?.network).toBe('AS64497 Example Access');
});
