// Fields that no record says and every record has: they follow from what another field says.

import { blockOf } from '~/lib/ip-block';
import { ipScope } from '~/lib/ip-scope';
import { propertyField } from './catalogue';
import type { DerivedKey, FieldKey } from './fields';

interface Derivation {
  readonly from: FieldKey;
  /** Of the stored value of that field; empty where nothing follows. */
  derive(value: string): string;
}

export const derivations: Readonly<Record<DerivedKey, Derivation>> = {
  'ip.block': { from: 'ip', derive: (ip) => blockOf(ip) ?? '' },
  'ip.scope': { from: 'ip', derive: (ip) => ipScope(ip) ?? '' },
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
].map((field) => ({ ...field, paths: [] }));
