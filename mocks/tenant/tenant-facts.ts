// What the cmdlets need to know of a tenant without reading its log: plain values that can be sent from one thread to another.

import type { EpochMs } from '~/lib/time';
import type { Mailbox, Tenant } from './model';

export interface MessageFacts {
  readonly messageId: string;
  /** Address. */
  readonly sender: string;
  readonly subject: string;
  readonly sent: EpochMs;
  readonly recipients: readonly string[];
  readonly isRevocable: boolean;
  /** When the history itself has it taken back. */
  readonly revokedAt?: EpochMs;
}

export interface TenantFacts {
  readonly messages: readonly MessageFacts[];
  readonly mailboxes: readonly Mailbox[];
}

export function tenantFacts({ messages, world }: Tenant): TenantFacts {
  return {
    messages: messages.map(({ messageId, sender, subject, sent, recipients, isRevocable, revocation }) => ({
      messageId,
      sender: sender.upn,
      subject,
      sent,
      recipients,
      isRevocable,
      ...(revocation ? { revokedAt: revocation.at } : {}),
    })),
    mailboxes: world.mailboxes,
  };
}
