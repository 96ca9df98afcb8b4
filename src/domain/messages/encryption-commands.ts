// The cmdlets of message encryption that Ledgerline runs or hands over.
// https://learn.microsoft.com/powershell/module/exchange/set-omemessagerevocation and its neighbours

import type { Command } from '~/domain/exchange/command';

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

/** A custom template, to be given a look with `Set-OMEConfiguration`. */
export function createTemplate(name: string): Command {
  return { cmdlet: 'New-OMEConfiguration', parameters: { Identity: name } };
}

/** For custom templates only: the default one refuses an expiry. 0 days is never. */
export function changeTemplate(
  name: string,
  settings: { readonly allowsPasscode: boolean; readonly allowsSocialSignIn: boolean; readonly expiresAfterDays: number },
): Command {
  return {
    cmdlet: 'Set-OMEConfiguration',
    parameters: {
      Identity: name,
      OTPEnabled: settings.allowsPasscode,
      SocialIdSignIn: settings.allowsSocialSignIn,
      ExternalMailExpiryInDays: settings.expiresAfterDays,
    },
  };
}

/** Encrypts all mail that leaves the organization, in the look of the template: conditions narrow it. */
export function createBrandingRule(name: string, template: string): Command {
  return {
    cmdlet: 'New-TransportRule',
    parameters: {
      Name: name,
      SentToScope: 'NotInOrganization',
      ApplyRightsProtectionTemplate: 'Encrypt',
      ApplyRightsProtectionCustomizationTemplate: template,
    },
  };
}

export function enableRule(name: string): Command {
  return { cmdlet: 'Enable-TransportRule', parameters: { Identity: name } };
}

/** Ends testing: a rule that audits only changes no message. */
export function enforceRule(name: string): Command {
  return { cmdlet: 'Set-TransportRule', parameters: { Identity: name, Mode: 'Enforce' } };
}

export function changeRuleTemplate(name: string, template: string): Command {
  return {
    cmdlet: 'Set-TransportRule',
    parameters: { Identity: name, ApplyRightsProtectionCustomizationTemplate: template },
  };
}
