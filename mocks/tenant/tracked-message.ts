// A message that was sent encrypted to the outside, as a whole: what is known of it before anyone reads the log.

import type { EpochMs } from '~/lib/time';
import type { Actor } from './kind';
import { domain } from './people';

export interface TrackedMessage {
  readonly messageId: string;
  readonly sender: Actor;
  readonly subject: string;
  readonly sent: EpochMs;
  readonly recipients: readonly string[];
  /** File names. */
  readonly attachments: readonly string[];
  /** Only what goes out as a link can be taken back: a message all of whose recipients read it inside their own mail cannot. */
  readonly isRevocable: boolean;
  readonly revocation?: Revocation;
}

export interface Revocation {
  readonly at: EpochMs;
  readonly by: Actor;
}

export function isInside(address: string): boolean {
  return address.endsWith(`@${domain}`);
}

/** Microsoft 365 and Microsoft's own free mail show the message itself; everyone else gets a link to the portal. */
export function getsLink(address: string): boolean {
  return !isInside(address) && !/@(outlook|hotmail)\.com$/.test(address);
}
