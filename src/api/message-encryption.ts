// What Exchange knows of message encryption: single messages, tracking, branding templates and the rules that apply them.

import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import {
  brandingTemplates,
  irmConfiguration,
  mailFlowRules,
  messageStatus,
  revokeMessage,
  setPortalTracking,
} from '~/domain/encryption-commands';
import { ApiError } from '~/domain/errors';
import type { ExchangeAdmin } from './exchange-admin';

const statusSchema = z.object({ Subject: z.nullish(z.string()), IsRevocable: z.boolean(), Revoked: z.boolean() });

export interface MessageStatus {
  readonly subject: string;
  readonly isRevocable: boolean;
  readonly isRevoked: boolean;
}

/** Rejects with `not-found` for a message that Exchange does not know as encrypted. */
export function messageStatusQuery(exchange: ExchangeAdmin, messageId: string) {
  return queryOptions({
    queryKey: ['exchange', 'message', messageId],
    queryFn: async ({ signal }): Promise<MessageStatus> => {
      const action = 'read the status of the message';
      const [status] = await exchange.run(messageStatus(messageId), statusSchema, { action, signal });
      if (!status) throw new ApiError('not-found', { action });
      return { subject: status.Subject ?? '', isRevocable: status.IsRevocable, isRevoked: status.Revoked };
    },
  });
}

export async function revoke(exchange: ExchangeAdmin, messageId: string): Promise<void> {
  await exchange.run(revokeMessage(messageId), z.unknown(), { action: 'revoke the message' });
}

/** Whether visits to the portal are recorded. */
export function portalTrackingQuery(exchange: ExchangeAdmin) {
  return queryOptions({
    queryKey: ['exchange', 'portal tracking'],
    queryFn: async ({ signal }) => {
      const action = 'read the tracking settings';
      const schema = z.object({ EnablePortalTrackingLogs: z.boolean() });
      const [configuration] = await exchange.run(irmConfiguration, schema, { action, signal });
      if (!configuration) throw new ApiError('invalid-response', { action, serviceMessage: 'There is no IRM configuration.' });
      return configuration.EnablePortalTrackingLogs;
    },
  });
}

export async function switchPortalTracking(exchange: ExchangeAdmin, isOn: boolean): Promise<void> {
  await exchange.run(setPortalTracking(isOn), z.unknown(), { action: 'change the tracking settings' });
}

export interface BrandingTemplate {
  readonly name: string;
  readonly isDefault: boolean;
  readonly allowsPasscode: boolean;
  readonly allowsSocialSignIn: boolean;
  /** 0 is never. */
  readonly expiresAfterDays: number;
}

export const defaultTemplate = 'OME Configuration';

const templateSchema = z.object({
  Identity: z.string(),
  OTPEnabled: z.boolean(),
  SocialIdSignIn: z.boolean(),
  /** `7.00:00:00`; `00:00:00` is never. */
  ExternalMailExpiryInterval: z.nullish(z.string()),
});

export function brandingTemplatesQuery(exchange: ExchangeAdmin) {
  return queryOptions({
    queryKey: ['exchange', 'branding templates'],
    queryFn: async ({ signal }): Promise<BrandingTemplate[]> => {
      const templates = await exchange.run(brandingTemplates, templateSchema, { action: 'read the branding templates', signal });
      return templates.map((template) => ({
        name: template.Identity,
        isDefault: template.Identity === defaultTemplate,
        allowsPasscode: template.OTPEnabled,
        allowsSocialSignIn: template.SocialIdSignIn,
        expiresAfterDays: Number(/^(\d+)\./.exec(template.ExternalMailExpiryInterval ?? '')?.[1] ?? 0),
      }));
    },
  });
}

export interface MailFlowRule {
  readonly name: string;
  readonly isEnabled: boolean;
  /** The branding template it applies; `undefined` for a rule about something else. */
  readonly template: string | undefined;
  /** The rule in Exchange's own words. */
  readonly description: string;
}

const ruleSchema = z.object({
  Name: z.string(),
  State: z.string(),
  Description: z.nullish(z.string()),
  ApplyRightsProtectionCustomizationTemplate: z.nullish(z.string()),
});

export function mailFlowRulesQuery(exchange: ExchangeAdmin) {
  return queryOptions({
    queryKey: ['exchange', 'mail flow rules'],
    queryFn: async ({ signal }): Promise<MailFlowRule[]> => {
      const rules = await exchange.run(mailFlowRules, ruleSchema, { action: 'read the mail flow rules', signal });
      return rules.map((rule) => ({
        name: rule.Name,
        isEnabled: rule.State === 'Enabled',
        template: rule.ApplyRightsProtectionCustomizationTemplate || undefined,
        description: rule.Description ?? '',
      }));
    },
  });
}
