// What Exchange knows of message encryption: single messages, tracking, branding templates and the rules that apply them.
// Queries may be asked without a client: then nothing is known, and nothing is sent.

import { queryOptions, skipToken } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { ApiError } from '~/domain/errors/errors';
import {
  brandingTemplates,
  irmConfiguration,
  mailFlowRules,
  messageStatus,
  revokeMessage,
  setPortalTracking,
} from '~/domain/messages/encryption-commands';
import { type BrandingTemplate, defaultTemplate, isSameName, type MailFlowRule } from '~/domain/messages/message-protection';
import type { ExchangeAdmin } from './exchange-admin';

const statusSchema = z.object({ Subject: z.nullish(z.string()), IsRevocable: z.boolean(), Revoked: z.boolean() });

export interface MessageStatus {
  readonly subject: string;
  readonly isRevocable: boolean;
  readonly isRevoked: boolean;
}

/** Rejects with `not-found` for a message that Exchange does not know as encrypted. */
export function messageStatusQuery(exchange: ExchangeAdmin | undefined, messageId: string) {
  return queryOptions({
    queryKey: ['exchange', 'message', messageId],
    queryFn: exchange ? ({ signal }) => readStatus(exchange, messageId, signal) : skipToken,
  });
}

async function readStatus(exchange: ExchangeAdmin, messageId: string, signal: AbortSignal): Promise<MessageStatus> {
  const action = 'read the status of the message';
  const [status] = await exchange.run(messageStatus(messageId), statusSchema, { action, signal });
  if (!status) throw new ApiError('not-found', { service: 'Exchange', action });
  return { subject: status.Subject ?? '', isRevocable: status.IsRevocable, isRevoked: status.Revoked };
}

export async function revoke(exchange: ExchangeAdmin, messageId: string): Promise<void> {
  await exchange.run(revokeMessage(messageId), z.unknown(), { action: 'revoke the message' });
}

/** Whether visits to the portal are recorded. */
export function portalTrackingQuery(exchange: ExchangeAdmin | undefined) {
  return queryOptions({
    queryKey: ['exchange', 'portal tracking'],
    queryFn: exchange ? ({ signal }) => readTracking(exchange, signal) : skipToken,
  });
}

async function readTracking(exchange: ExchangeAdmin, signal: AbortSignal): Promise<boolean> {
  const action = 'read the tracking settings';
  const schema = z.object({ EnablePortalTrackingLogs: z.boolean() });
  const [configuration] = await exchange.run(irmConfiguration, schema, { action, signal });
  if (!configuration)
    throw new ApiError('invalid-response', { service: 'Exchange', action, serviceMessage: 'There is no IRM configuration.' });
  return configuration.EnablePortalTrackingLogs;
}

export async function switchPortalTracking(exchange: ExchangeAdmin, isOn: boolean): Promise<void> {
  await exchange.run(setPortalTracking(isOn), z.unknown(), { action: 'change the tracking settings' });
}

const templateSchema = z.object({
  Identity: z.string(),
  OTPEnabled: z.boolean(),
  SocialIdSignIn: z.boolean(),
  /** `7.00:00:00`; `00:00:00` is never. */
  ExternalMailExpiryInterval: z.nullish(z.string()),
});

export function brandingTemplatesQuery(exchange: ExchangeAdmin | undefined) {
  return queryOptions({
    queryKey: ['exchange', 'branding templates'],
    queryFn: exchange ? ({ signal }) => readTemplates(exchange, signal) : skipToken,
  });
}

async function readTemplates(exchange: ExchangeAdmin, signal: AbortSignal): Promise<BrandingTemplate[]> {
  const templates = await exchange.run(brandingTemplates, templateSchema, { action: 'read the branding templates', signal });
  return templates.map((template) => ({
    name: template.Identity,
    isDefault: isSameName(template.Identity, defaultTemplate),
    allowsPasscode: template.OTPEnabled,
    allowsSocialSignIn: template.SocialIdSignIn,
    expiresAfterDays: Number(/^(\d+)\./.exec(template.ExternalMailExpiryInterval ?? '')?.[1] ?? 0),
  }));
}

const ruleSchema = z.object({
  Name: z.string(),
  State: z.string(),
  /** `Enforce`, or `Audit` and `AuditAndNotify` while it is tried out. */
  Mode: z.nullish(z.string()),
  Description: z.nullish(z.string()),
  ApplyRightsProtectionCustomizationTemplate: z.nullish(z.string()),
});

export function mailFlowRulesQuery(exchange: ExchangeAdmin | undefined) {
  return queryOptions({
    queryKey: ['exchange', 'mail flow rules'],
    queryFn: exchange ? ({ signal }) => readRules(exchange, signal) : skipToken,
  });
}

async function readRules(exchange: ExchangeAdmin, signal: AbortSignal): Promise<MailFlowRule[]> {
  const rules = await exchange.run(mailFlowRules, ruleSchema, { action: 'read the mail flow rules', signal });
  return rules.map((rule) => ({
    name: rule.Name,
    isEnabled: rule.State === 'Enabled',
    isTesting: (rule.Mode ?? 'Enforce') !== 'Enforce',
    template: rule.ApplyRightsProtectionCustomizationTemplate || undefined,
    description: rule.Description ?? '',
  }));
}
