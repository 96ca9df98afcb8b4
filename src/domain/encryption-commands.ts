// The cmdlets of message encryption that Ledgerline runs or hands over.
// https://learn.microsoft.com/powershell/module/exchange/set-omemessagerevocation and its neighbours

import type { Command } from './command';

/** `messageId` with angle brackets, as the cmdlet demands. */
export function messageStatus(messageId: string): Command {
  return { cmdlet: 'Get-OMEMessageStatus', parameters: { MessageId: messageId } };
}

export function revokeMessage(messageId: string): Command {
  return { cmdlet: 'Set-OMEMessageRevocation', parameters: { Revoke: true, MessageId: messageId } };
}

/** To whom it was delivered; reaches back 90 days, ten at a time. */
export function traceMessage(messageId: string): Command {
  return { cmdlet: 'Get-MessageTraceV2', parameters: { MessageId: messageId } };
}

export const irmConfiguration: Command = { cmdlet: 'Get-IRMConfiguration', parameters: {} };

export function setPortalTracking(isOn: boolean): Command {
  return { cmdlet: 'Set-IRMConfiguration', parameters: { EnablePortalTrackingLogs: isOn } };
}

export const brandingTemplates: Command = { cmdlet: 'Get-OMEConfiguration', parameters: {} };
export const mailFlowRules: Command = { cmdlet: 'Get-TransportRule', parameters: {} };
