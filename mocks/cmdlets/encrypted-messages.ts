// Rights management and single encrypted messages: whether visits to the portal are tracked, and taking a message back.
// https://learn.microsoft.com/powershell/module/exchange/set-omemessagerevocation and its neighbours

import * as z from 'zod/mini';
import type { MessageFacts } from '~mocks/tenant/tenant-facts';
import { type Cmdlet, type CmdletContext, defineCmdlet, done } from './cmdlet';
import { invalidOperation, notFound } from './failure';
import { flag } from './parameters';

const irmSwitches = {
  AzureRMSLicensingEnabled: z.optional(flag),
  InternalLicensingEnabled: z.optional(flag),
  ExternalLicensingEnabled: z.optional(flag),
  SimplifiedClientAccessEnabled: z.optional(flag),
  DecryptAttachmentForEncryptOnly: z.optional(flag),
  EnablePdfEncryption: z.optional(flag),
  EnablePortalTrackingLogs: z.optional(flag),
};

export const encryptedMessageCmdlets: readonly Cmdlet[] = [
  defineCmdlet('Get-IRMConfiguration', {}, (_, { settings }) => ({ value: [settings.irm] })),
  defineCmdlet('Set-IRMConfiguration', irmSwitches, async (parameters, { settings, keep }) => {
    const changesNothing = Object.entries(parameters).every(([name, value]) => settings.irm[name] === value);
    await keep('Set-IRMConfiguration', 'ControlPoint Config', parameters);
    const warning = "The command completed successfully but no settings of 'ControlPoint Config' have been modified.";
    return changesNothing ? { value: [], warnings: [warning] } : done;
  }),
  defineCmdlet('Get-OMEMessageStatus', { MessageId: z.string() }, async ({ MessageId }, context) => {
    const message = await findMessage(MessageId, context);
    const { subject: Subject, isRevocable: IsRevocable } = message;
    return { value: [{ Subject, IsRevocable, Revoked: isRevoked(message, context) }] };
  }),
  defineCmdlet('Set-OMEMessageRevocation', { Revoke: flag, MessageId: z.string() }, async (parameters, context) => {
    const { Revoke, MessageId } = parameters;
    const message = await findMessage(MessageId, context);
    if (!message.isRevocable)
      throw invalidOperation(
        `The message with the Message ID "${MessageId}" can't be revoked: its recipients read it in their own mail.`,
      );
    if (Revoke && isRevoked(message, context))
      throw invalidOperation(`The message "${message.subject}" with the Message ID "${MessageId}" has already been revoked.`);
    // What $false does to a revoked message is documented nowhere; here it undoes nothing.
    await context.keep('Set-OMEMessageRevocation', MessageId, parameters);
    return done;
  }),
];

async function findMessage(messageId: string, { facts, now }: CmdletContext): Promise<MessageFacts> {
  const message = (await facts()).messages.find((each) => each.messageId === messageId && each.sent <= now);
  if (!message) throw notFound(`An encrypted message with the Message ID "${messageId}" couldn't be found.`);
  return message;
}

function isRevoked({ messageId, revokedAt }: MessageFacts, { settings, now }: CmdletContext): boolean {
  return settings.revoked.includes(messageId) || (revokedAt !== undefined && revokedAt <= now);
}
