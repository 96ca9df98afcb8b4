// Where those who get an encrypted message read it.

import { domain } from '~mocks/tenant/people';

export function isInside(address: string): boolean {
  return address.endsWith(`@${domain}`);
}

/** Microsoft 365 and Microsoft's own free mail show the message itself; everyone else gets a link to the portal. */
export function getsLink(address: string): boolean {
  return !isInside(address) && !/@(outlook|hotmail)\.com$/.test(address);
}
