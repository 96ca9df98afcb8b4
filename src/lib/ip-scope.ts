// What kind of address an IP address is, by the registries of special-purpose addresses that RFC 6890 began:
// https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry. Blocks that these call globally
// reachable are public; IPv6 outside of what is given out (https://www.iana.org/assignments/ipv6-address-space) is reserved.

import { parseIp, samePrefix } from './ip';

export type IpScope =
  | 'Public'
  | 'Private'
  | 'Shared (CGNAT)'
  | 'Unique local'
  | 'Link-local'
  | 'Loopback'
  | 'Unspecified'
  | 'Multicast'
  | 'Broadcast'
  | 'Documentation'
  | 'Benchmarking'
  | 'Discard-only'
  | 'Translated (NAT64)'
  | 'Tunnelled (Teredo)'
  | 'Tunnelled (6to4)'
  | 'Reserved';

/** What lies in another block stands before it. */
const blocks: readonly (readonly [block: string, scope: IpScope])[] = [
  ['0.0.0.0/32', 'Unspecified'], // RFC 1122
  ['0.0.0.0/8', 'Reserved'], // RFC 791: this network
  ['10.0.0.0/8', 'Private'], // RFC 1918
  ['100.64.0.0/10', 'Shared (CGNAT)'], // RFC 6598
  ['127.0.0.0/8', 'Loopback'], // RFC 1122
  ['169.254.0.0/16', 'Link-local'], // RFC 3927
  ['172.16.0.0/12', 'Private'], // RFC 1918
  ['192.0.0.9/32', 'Public'], // RFC 7723: anycast of the Port Control Protocol
  ['192.0.0.10/32', 'Public'], // RFC 8155: anycast of TURN
  ['192.0.0.0/24', 'Reserved'], // RFC 6890: assignments to protocols
  ['192.0.2.0/24', 'Documentation'], // RFC 5737
  ['192.88.99.0/24', 'Reserved'], // RFC 7526: relays of 6to4, given up
  ['192.168.0.0/16', 'Private'], // RFC 1918
  ['198.18.0.0/15', 'Benchmarking'], // RFC 2544
  ['198.51.100.0/24', 'Documentation'], // RFC 5737
  ['203.0.113.0/24', 'Documentation'], // RFC 5737
  ['224.0.0.0/4', 'Multicast'], // RFC 5771
  ['255.255.255.255/32', 'Broadcast'], // RFC 919
  ['240.0.0.0/4', 'Reserved'], // RFC 1112
  ['0.0.0.0/0', 'Public'],

  ['::/128', 'Unspecified'], // RFC 4291
  ['::1/128', 'Loopback'], // RFC 4291
  ['64:ff9b::/96', 'Translated (NAT64)'], // RFC 6052
  ['64:ff9b:1::/48', 'Translated (NAT64)'], // RFC 8215
  ['100::/64', 'Discard-only'], // RFC 6666
  ['2001::/32', 'Tunnelled (Teredo)'], // RFC 4380
  ['2001:1::1/128', 'Public'], // RFC 7723: anycast of the Port Control Protocol
  ['2001:1::2/128', 'Public'], // RFC 8155: anycast of TURN
  ['2001:1::3/128', 'Public'], // RFC 9665: anycast of the Service Registration Protocol
  ['2001:2::/48', 'Benchmarking'], // RFC 5180
  ['2001:3::/32', 'Public'], // RFC 7450: AMT
  ['2001:4:112::/48', 'Public'], // RFC 7535: AS112
  ['2001:20::/28', 'Public'], // RFC 7343: ORCHIDv2
  ['2001:30::/28', 'Public'], // RFC 9374: tags of drones
  ['2001::/23', 'Reserved'], // RFC 2928: assignments to protocols
  ['2001:db8::/32', 'Documentation'], // RFC 3849
  ['2002::/16', 'Tunnelled (6to4)'], // RFC 3056
  ['3fff::/20', 'Documentation'], // RFC 9637
  ['2000::/3', 'Public'], // RFC 4291: what is given out
  ['fc00::/7', 'Unique local'], // RFC 4193
  ['fe80::/10', 'Link-local'], // RFC 4291
  ['ff00::/8', 'Multicast'], // RFC 4291
  ['::/0', 'Reserved'], // RFC 4291
];

const known = blocks.flatMap(([block, scope]) => {
  const [base = '', bits] = block.split('/');
  const octets = parseIp(base);
  return octets ? [{ octets, bits: Number(bits), scope }] : [];
});

/** `undefined` for what is no address. IPv4-mapped IPv6 is what the IPv4 address in it is. */
export function ipScope(ip: string): IpScope | undefined {
  const address = parseIp(ip);
  return (
    address && known.find(({ octets, bits }) => octets.length === address.length && samePrefix(address, octets, bits))?.scope
  );
}
