// Mail flow rules, as far as encryption and branding need them.
// https://learn.microsoft.com/powershell/module/exchange/new-transportrule

import * as z from 'zod/mini';
import type { Properties } from '~mocks/tenant/change';
import { guidOfText } from '~mocks/tenant/random';
import { isNamed, newRule, type Settings } from '~mocks/tenant/settings';
import { type Cmdlet, defineCmdlet, done } from './cmdlet';
import { invalidOperation, objectNotFound } from './failure';
import { clearable, flag, identity, oneOf, text, texts } from './parameters';

const scopes = ['InOrganization', 'NotInOrganization'] as const;
const modes = ['Audit', 'AuditAndNotify', 'Enforce'] as const;

const rule = {
  Mode: z.optional(oneOf('RuleMode', modes)),
  Comments: z.optional(clearable(1024)),
  FromScope: z.optional(z.nullable(oneOf('FromUserScope', scopes))),
  SentToScope: z.optional(z.nullable(oneOf('ToUserScope', scopes))),
  SubjectOrBodyContainsWords: z.optional(z.nullable(texts)),
  PrependSubject: z.optional(clearable(32)),
  ApplyRightsProtectionTemplate: z.optional(clearable(256)),
  ApplyRightsProtectionCustomizationTemplate: z.optional(clearable(256)),
};

export const transportRuleCmdlets: readonly Cmdlet[] = [
  defineCmdlet(
    'Get-TransportRule',
    { Identity: z.optional(identity), State: z.optional(oneOf('RuleState', ['Enabled', 'Disabled'])) },
    ({ Identity, State }, { settings }) => {
      const rules = Identity === undefined ? settings.rules.map(printedRule) : [findRule(settings, Identity)];
      return { value: rules.filter((each) => State === undefined || each['State'] === State) };
    },
  ),
  defineCmdlet(
    'New-TransportRule',
    { Name: text(64).check(z.minLength(1, { error: 'Name must not be empty.' })), Enabled: z.optional(flag), ...rule },
    async (parameters, { settings, keep }) => {
      const { Name } = parameters;
      if (settings.rules.some(isNamed(Name))) throw invalidOperation(`A transport rule with the name "${Name}" already exists.`);
      checkTemplate(settings, parameters);
      await keep('New-TransportRule', Name, parameters);
      return { value: [printedRule(newRule(parameters), settings.rules.length)] };
    },
  ),
  defineCmdlet('Set-TransportRule', { Identity: identity, ...rule }, async (parameters, { settings, keep }) => {
    const found = findRule(settings, parameters.Identity);
    checkTemplate(settings, { ...found, ...parameters });
    await keep('Set-TransportRule', String(found['Name']), parameters);
    return done;
  }),
  ...['Enable-TransportRule', 'Disable-TransportRule'].map((cmdlet) =>
    defineCmdlet(cmdlet, { Identity: identity }, async (parameters, { settings, keep }) => {
      await keep(cmdlet, String(findRule(settings, parameters.Identity)['Name']), parameters);
      return done;
    }),
  ),
];

/** By name or GUID. */
function findRule({ rules }: Settings, identity: string): Properties {
  const found = rules.map(printedRule).find((each) => isNamed(identity)(each) || each['Guid'] === identity.toLowerCase());
  if (!found) throw objectNotFound(identity);
  return found;
}

/** Branding can only be given to mail that is encrypted, and only by a template there is. */
function checkTemplate({ templates }: Settings, properties: Properties): void {
  const template = properties['ApplyRightsProtectionCustomizationTemplate'];
  if (typeof template !== 'string' || template === '') return;
  if (!templates.some(isNamed(template))) throw objectNotFound(template);
  if (!properties['ApplyRightsProtectionTemplate'])
    throw invalidOperation(
      'ApplyRightsProtectionCustomizationTemplate can be used only together with ApplyRightsProtectionTemplate.',
    );
}

function printedRule(properties: Properties, priority: number): Properties {
  return {
    ...properties,
    Identity: properties['Name'],
    Guid: guidOfText(`rule ${properties['Name']}`),
    Priority: priority,
    Description: description(properties),
  };
}

const places: Readonly<Record<string, string>> = {
  InOrganization: 'Inside the organization',
  NotInOrganization: 'Outside the organization',
};

function description(properties: Properties): string {
  const said = (name: string, words: (value: string) => string) => {
    const value = properties[name];
    return typeof value === 'string' && value !== '' ? [words(value)] : [];
  };
  const words = properties['SubjectOrBodyContainsWords'];
  const conditions = [
    ...said('FromScope', (scope) => `Is received from '${places[scope]}'`),
    ...said('SentToScope', (scope) => `Is sent to '${places[scope]}'`),
    ...(Array.isArray(words) ? [`Includes these words in the message subject or body: '${words.join("' or '")}'`] : []),
  ];
  const actions = [
    ...said('PrependSubject', (prefix) => `Prepend the subject with '${prefix}'`),
    ...said('ApplyRightsProtectionTemplate', (template) => `rights protect message with RMS template: '${template}'`),
    ...said('ApplyRightsProtectionCustomizationTemplate', (template) => `and apply custom branding template: '${template}'`),
  ];
  const lines = (list: readonly string[]) => list.map((each) => `\t${each}\r\n`).join('');
  return `${conditions.length === 0 ? 'Apply to all messages' : 'If the message:'}\r\n${lines(conditions)}Take the following actions:\r\n${lines(actions)}`;
}
