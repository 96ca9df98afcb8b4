// Whether visits to the encrypted message portal can be recorded, and what is missing: a licence, the tracking switch, a custom
// branding template and a mail flow rule that applies it. It claims nothing of what is not known.
// https://learn.microsoft.com/purview/ome-message-access-logs

import type { Command } from '~/domain/exchange/command';
import { nothing, type Sentence, say } from '~/domain/record/sentence';
import {
  changeRuleTemplate,
  createBrandingRule,
  createTemplate,
  enableRule,
  enforceRule,
  setPortalTracking,
} from './encryption-commands';
import {
  type BrandingTemplate,
  defaultTemplate,
  isActive,
  isSameName,
  type MailFlowRule,
  methodsOf,
  type SignInMethod,
} from './message-protection';
import { signInMethods } from './sign-in-methods';

export interface TrackingSettings {
  /** Each `undefined` where it is not known. */
  readonly tracking: boolean | undefined;
  readonly templates: readonly BrandingTemplate[] | undefined;
  readonly rules: readonly MailFlowRule[] | undefined;
}

export const nothingKnown: TrackingSettings = { tracking: undefined, templates: undefined, rules: undefined };

export type CheckKey = 'licence' | 'tracking' | 'template' | 'rule';
export type CheckState = 'ok' | 'missing' | 'warning' | 'unknown';

/** Something to run, and what it does. */
export interface Remedy {
  readonly about: string;
  readonly command: Command;
}

export interface TrackingCheck {
  readonly key: CheckKey;
  readonly title: string;
  readonly state: CheckState;
  readonly finding: Sentence;
  /** What to do when it is missing, which it may be where nothing is known. */
  readonly remedy?: Remedy;
}

/** Names for what does not exist yet. */
export const suggestedTemplate = 'External mail';
const suggestedRule = 'Encrypt mail to other organizations';

/** In the order they have to be right. */
export function trackingChecks(settings: TrackingSettings): readonly TrackingCheck[] {
  return [licence, checkTracking(settings), checkTemplates(settings), checkRules(settings)];
}

export interface TrackingVerdict {
  readonly state: Exclude<CheckState, 'warning'>;
  readonly title: string;
  readonly detail: Sentence;
}

/** Whether visits can be recorded. The licence is taken for granted: nobody can tell from here. */
export function trackingVerdict(settings: TrackingSettings): TrackingVerdict {
  const { tracking, templates, rules } = settings;
  const templateIsMissing = checkTemplates(settings).state === 'missing';
  const missing = [
    ...(tracking === false ? ['tracking is off'] : []),
    ...(templateIsMissing ? ['there is no custom branding template'] : []),
    // Without a template no rule can apply one: one reason is enough.
    ...(!templateIsMissing && checkRules(settings).state === 'missing' ? ['no mail flow rule applies a branding template'] : []),
  ];
  if (missing.length > 0) {
    return {
      state: 'missing',
      title: `Visits are not recorded: ${missing.join(' and ')}`,
      detail: ['Put right what is missing below. Visits until then leave no record.'],
    };
  }
  const unknown = [
    ...(tracking === undefined ? ['whether tracking is on'] : []),
    ...(templates ? [] : ['the branding templates']),
    ...(rules ? [] : ['the mail flow rules']),
  ];
  if (unknown.length > 0) {
    return {
      state: 'unknown',
      title: 'Whether visits are recorded is not known from here',
      detail: [`Not known: ${unknown.join(', ')}. Nothing that is known speaks against it.`],
    };
  }
  const applied = workingRules(settings).flatMap(({ template }) => template ?? []);
  return {
    state: 'ok',
    title: 'Visits to the portal are recorded',
    detail: say`For messages branded with ${named(applied)}, provided that the licence is there. Other mail leaves no trace of visits.`,
  };
}

/**
 * The ways recipients can sign in by the templates that rules apply, or by all custom templates where the rules are not known.
 * All there are where nothing can be said. This is the branding of today: a message may have been sent under another.
 */
export function expectedMethods(
  templates: TrackingSettings['templates'],
  rules: TrackingSettings['rules'],
): readonly SignInMethod[] {
  const isApplied = (template: string) =>
    !rules || rules.some((rule) => isActive(rule) && rule.template !== undefined && isSameName(rule.template, template));
  const applied = templates?.filter(({ name, isDefault }) => !isDefault && isApplied(name)) ?? [];
  if (applied.length === 0) return signInMethods;
  return signInMethods.filter((method) => applied.some((template) => methodsOf(template).includes(method)));
}

/** The ways that are not among them; none where nothing can be said. */
export function unexpectedMethods(
  templates: TrackingSettings['templates'],
  rules: TrackingSettings['rules'],
): readonly SignInMethod[] {
  const expected = expectedMethods(templates, rules);
  return signInMethods.filter((method) => !expected.includes(method));
}

const licence: TrackingCheck = {
  key: 'licence',
  title: 'Licence',
  state: 'unknown',
  finding: [
    'Tracking, revoking and expiry need Advanced Message Encryption, which comes with Microsoft 365 E5 and its compliance plans. Ledgerline cannot read licences.',
  ],
};

function checkTracking({ tracking }: TrackingSettings): TrackingCheck {
  const check = { key: 'tracking', title: 'Tracking' } as const;
  const remedy = { about: 'Turn tracking on', command: setPortalTracking(true) };
  if (tracking === undefined)
    return {
      ...check,
      state: 'unknown',
      finding: ['Visits are recorded only while tracking is on. Whether it is, is not known from here.'],
      remedy,
    };
  if (tracking) return { ...check, state: 'ok', finding: ['What recipients do in the portal is recorded in the audit log.'] };
  return {
    ...check,
    state: 'missing',
    finding: ['Nothing that recipients do in the portal is recorded.'],
    remedy,
  };
}

function checkTemplates({ templates }: TrackingSettings): TrackingCheck {
  const check = { key: 'template', title: 'Custom branding template' } as const;
  const remedy = { about: 'Create a custom template', command: createTemplate(suggestedTemplate) };
  if (!templates)
    return {
      ...check,
      state: 'unknown',
      finding: [
        'Only mail with a custom template goes out as a link that can be tracked. Whether there is one is not known from here.',
      ],
      remedy,
    };
  const custom = templates.filter(({ isDefault }) => !isDefault);
  if (custom.length === 0) {
    return {
      ...check,
      state: 'missing',
      finding: ['There is only the default template. Only mail with a custom one goes out as a link that can be tracked.'],
      remedy,
    };
  }
  const strict = custom.filter(({ allowsPasscode, allowsSocialSignIn }) => !allowsPasscode && !allowsSocialSignIn);
  const opened =
    strict.length > 0 ? say` To open mail with ${named(names(strict))}, recipients need a work or school account.` : nothing;
  const words =
    custom.length === 1 ? say`${named(names(custom))} is a custom template.` : say`${named(names(custom))} are custom templates.`;
  return { ...check, state: 'ok', finding: [...words, ...opened] };
}

function checkRules(settings: TrackingSettings): TrackingCheck {
  const check = { key: 'rule', title: 'Mail flow rule' } as const;
  const { rules, templates } = settings;
  const template = templates?.find(({ isDefault }) => !isDefault)?.name ?? suggestedTemplate;
  const create = {
    about: `Encrypt all mail that leaves the organization and brand it with ${template}; narrow it with conditions such as -FromMemberOf`,
    command: createBrandingRule(suggestedRule, template),
  };
  if (!rules)
    return {
      ...check,
      state: 'unknown',
      finding: [
        'Only mail that a rule brands with a custom template can be tracked. Whether there is such a rule is not known from here.',
      ],
      remedy: create,
    };
  const working = workingRules(settings);
  const dangling = rules.find((rule) => isActive(rule) && appliesNothing(rule, templates));
  const broken = dangling && {
    finding: say`‘${dangling.name}’ applies ‘${dangling.template ?? ''}’, a template that does not exist.`,
    remedy: {
      about: `Let ${dangling.name} apply ${template}`,
      command: changeRuleTemplate(dangling.name, template),
    },
  };
  if (working.length > 0) {
    const finding = say`${named(names(working))} ${working.length === 1 ? ['applies'] : ['apply']} ${[templates ? 'a custom template' : 'a template other than the default']}. Mail that no such rule matches is not tracked.`;
    if (!broken) return { ...check, state: 'ok', finding };
    return { ...check, state: 'warning', finding: [...broken.finding, ' ', ...finding], remedy: broken.remedy };
  }
  const idle = rules.find((rule) => !isActive(rule) && appliesCustom(rule, templates));
  if (idle) return { ...check, state: 'missing', ...whyIdle(idle) };
  if (broken) return { ...check, state: 'missing', ...broken };
  return {
    ...check,
    state: 'missing',
    finding: ['No mail flow rule applies a custom template, so no mail goes out as a link that can be tracked.'],
    remedy: create,
  };
}

function whyIdle({ name, template = '', isEnabled }: MailFlowRule): Pick<TrackingCheck, 'finding' | 'remedy'> {
  return isEnabled
    ? {
        finding: say`‘${name}’ would apply ‘${template}’, but is only being tested.`,
        remedy: { about: `Enforce ${name}`, command: enforceRule(name) },
      }
    : {
        finding: say`‘${name}’ would apply ‘${template}’, but is disabled.`,
        remedy: { about: `Enable ${name}`, command: enableRule(name) },
      };
}

/** Rules that brand mail now with a custom template that is there. */
function workingRules({ rules, templates }: TrackingSettings): readonly MailFlowRule[] {
  return (rules ?? []).filter((rule) => isActive(rule) && appliesCustom(rule, templates));
}

/** By its name alone where the templates are not known. */
function appliesCustom({ template }: MailFlowRule, templates: TrackingSettings['templates']): boolean {
  if (template === undefined) return false;
  if (!templates) return !isSameName(template, defaultTemplate);
  return templates.some(({ name, isDefault }) => !isDefault && isSameName(name, template));
}

function appliesNothing({ template }: MailFlowRule, templates: TrackingSettings['templates']): boolean {
  return template !== undefined && templates !== undefined && !templates.some(({ name }) => isSameName(name, template));
}

function names(them: readonly { readonly name: string }[]): string[] {
  return them.map(({ name }) => name);
}

/** `‘a’, ‘b’ and ‘c’`, each once; from the fourth on as a number. */
function named(them: readonly string[]): Sentence {
  const all = [...new Set(them)];
  const shown = all.slice(0, 3);
  const more = all.length - shown.length;
  return shown
    .flatMap(
      (name, i): Sentence => [...(i === 0 ? [] : [i === shown.length - 1 && more === 0 ? ' and ' : ', ']), ...say`‘${name}’`],
    )
    .concat(more > 0 ? [` and ${more} more`] : []);
}
