// The block an address lies in, as those who share a connection do: a site has an IPv4 /24 or more of them, and an IPv6 /64 is one
// link, in which a computer changes its address every day (RFC 8981).

import { formatIp, parseIp } from './ip';

/** The /24 of an IPv4 address, the /64 of an IPv6 one: `203.0.113.0/24`, `2001:db8:1:2::/64`. `undefined` for what is no address. */
export function blockOf(ip: string): string | undefined {
  const octets = parseIp(ip);
  if (!octets) return undefined;
  const bits = octets.length === 4 ? 24 : 64;
  return `${formatIp(octets.map((octet, i) => (i * 8 < bits ? octet : 0)))}/${bits}`;
}
