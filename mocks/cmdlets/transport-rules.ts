// Mail flow rules, as far as encryption and branding need them.
// https://learn.microsoft.com/powershell/module/exchange/new-transportrule

import * as z from 'zod/mini';
import { guidOfText } from '~mocks/tenant/random';
import { isNamed, newRule, type Properties, type Settings } from '~mocks/tenant/settings';
import { type Cmdlet, defineCmdlet, done } from './cmdlet';
import { invalidOperation, objectNotFound } from './failure';
import { clearable, flag, identity, oneOf, texts } from './parameters';

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
      const rules = settings.rules.map(printedRule);
      const named = Identity === undefined ? rules : rules.filter(isNamed(Identity));
      if (Identity !== undefined && named.length === 0) throw objectNotFound(Identity);
      return { value: named.filter((each) => State === undefined || each['State'] === State) };
    },
  ),
  defineCmdlet(
    'New-TransportRule',
    { Name: clearName(), Enabled: z.optional(flag), ...rule },
    async (parameters, { settings, keep }) => {
      const { Name } = parameters;
      if (settings.rules.some(isNamed(Name))) throw invalidOperation(`A transport rule with the name "${Name}" already exists.`);
      checkTemplates(settings, parameters);
      await keep('New-TransportRule', Name, parameters);
      return { value: [printedRule(newRule(parameters), settings.rules.length)] };
    },
  ),
  defineCmdlet('Set-TransportRule', { Identity: identity, ...rule }, async (parameters, { settings, keep }) => {
    const name = ruleName(settings, parameters.Identity);
    checkTemplates(settings, { ...settings.rules.find(isNamed(name)), ...parameters });
    await keep('Set-TransportRule', name, parameters);
    return done;
  }),
  ...['Enable-TransportRule', 'Disable-TransportRule'].map((cmdlet) =>
    defineCmdlet(cmdlet, { Identity: identity }, async (parameters, { settings, keep }) => {
      await keep(cmdlet, ruleName(settings, parameters.Identity), parameters);
      return done;
    }),
  ),
];

function clearName() {
  return z
    .string()
    .check(
      z.minLength(1, { error: 'Name must not be empty.' }),
      z.maxLength(64, { error: 'The length of the property is too long. The maximum length is 64.' }),
    );
}

function ruleName({ rules }: Settings, identity: string): string {
  const found = rules.map(printedRule).find((each) => isNamed(identity)(each) || each['Guid'] === identity.toLowerCase());
  if (!found) throw objectNotFound(identity);
  return String(found['Name']);
}

/** A look can only be given to mail that is encrypted, and only one there is. */
function checkTemplates({ templates }: Settings, properties: Properties): void {
  const look = properties['ApplyRightsProtectionCustomizationTemplate'];
  if (typeof look !== 'string' || look === '') return;
  if (!templates.some(isNamed(look))) throw objectNotFound(look);
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
    ...said('ApplyRightsProtectionCustomizationTemplate', (look) => `and apply custom branding template: '${look}'`),
  ];
  const lines = (list: readonly string[]) => list.map((each) => `\t${each}\r\n`).join('');
  return `${conditions.length === 0 ? 'Apply to all messages' : 'If the message:'}\r\n${lines(conditions)}Take the following actions:\r\n${lines(actions)}`;
}
