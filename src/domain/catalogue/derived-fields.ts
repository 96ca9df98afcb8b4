// Fields that no record says and every record has: they follow from what another field says, and from the address books that
// are open.

import type { AddressFactKind, LookUp } from '~/domain/addresses/address-book';
import { blockOf } from '~/lib/ip-block';
import { ipScope } from '~/lib/ip-scope';
import { propertyField } from './catalogue';
import type { DerivedKey, FieldKey } from './fields';

interface Derivation {
  readonly from: FieldKey;
  /** What address books have to know for anything to follow. */
  readonly needs?: AddressFactKind;
  /** Of the stored value of that field; empty where nothing follows. */
  derive(value: string, lookUp: LookUp): string;
}

export const derivations: Readonly<Record<DerivedKey, Derivation>> = {
  'ip.block': { from: 'ip', derive: (ip) => blockOf(ip) ?? '' },
  'ip.scope': { from: 'ip', derive: (ip) => ipScope(ip) ?? '' },
  'ip.country': {
    from: 'ip',
    needs: 'country',
    derive(ip, lookUp) {
      const { countryCode, country } = lookUp(ip) ?? {};
      return countryCode ?? country ?? '';
    },
  },
  'ip.network': { from: 'ip', needs: 'network', derive: (ip, lookUp) => lookUp(ip)?.network ?? '' },
};

export const derivedFields = [
  propertyField('ip.block', {
    label: 'Address block',
    width: 150,
    help: 'The block the IP address lies in: the /24 of an IPv4 address, the /64 of an IPv6 one.',
  }),
  propertyField('ip.scope', {
    label: 'Kind of address',
    width: 130,
    help: 'Public, private, or reserved for something else, by the registries of IANA.',
  }),
  propertyField('ip.country', {
    label: 'Country',
    kind: 'country',
    width: 150,
    help: 'The country of the IP address, as the MMDB file says that is open.',
    needs: 'country',
  }),
  propertyField('ip.network', {
    label: 'Network',
    width: 220,
    help: 'The number and the organisation of the network the IP address belongs to, as the MMDB file says that is open.',
    needs: 'network',
  }),
].map((field) => ({ ...field, paths: [] }));
