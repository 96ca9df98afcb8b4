import { expect, test } from 'vitest';
import { commandLine } from '~/domain/exchange/command';
import { sentenceText } from '~/domain/record/sentence';
import type { BrandingTemplate, MailFlowRule } from './message-protection';
import {
  type CheckKey,
  expectedMethods,
  nothingKnown,
  type TrackingSettings,
  trackingChecks,
  trackingVerdict,
  unexpectedMethods,
} from './tracking-checks';

const standard: BrandingTemplate = {
  name: 'OME Configuration',
  isDefault: true,
  allowsPasscode: true,
  allowsSocialSignIn: true,
  expiresAfterDays: 0,
};
const partners: BrandingTemplate = { ...standard, name: 'Partners', isDefault: false };
const rule: MailFlowRule = { name: 'Encrypt out', isEnabled: true, isTesting: false, template: 'partners', description: '' };
const complete: TrackingSettings = { tracking: true, templates: [standard, partners], rules: [rule] };

/** A check as one would read it: state, finding, and the command that puts it right. */
function check(key: CheckKey, settings: TrackingSettings) {
  const found = trackingChecks(settings).find((each) => each.key === key);
  if (!found) throw new Error(`no check ${key}`);
  const { state, finding, remedy } = found;
  return [state, sentenceText(finding), remedy && commandLine(remedy.command)];
}

test('checks in the order things have to be right', () => {
  expect(trackingChecks(complete).map(({ key }) => key)).toEqual(['licence', 'tracking', 'template', 'rule']);
});

test('visits are recorded when everything is there', () => {
  expect(trackingVerdict(complete)).toMatchObject({ state: 'ok', title: 'Visits to the portal are recorded' });
  expect(sentenceText(trackingVerdict(complete).detail)).toContain('For messages branded with ‘partners’');
  expect(trackingChecks(complete).map(({ state }) => state)).toEqual(['unknown', 'ok', 'ok', 'ok']);
});

test('tracking that is off is missing, and turned on again', () => {
  const off = { ...complete, tracking: false };
  expect(trackingVerdict(off)).toMatchObject({ state: 'missing', title: 'Visits are not recorded: tracking is off' });
  expect(check('tracking', off)).toEqual([
    'missing',
    'Nothing that recipients do in the portal is recorded.',
    'Set-IRMConfiguration -EnablePortalTrackingLogs $true',
  ]);
});

test('the default template alone is not enough', () => {
  const bare = { ...complete, tracking: false, templates: [standard], rules: [] };
  expect(trackingVerdict(bare).title).toBe('Visits are not recorded: tracking is off and there is no custom branding template');
  expect(check('template', bare)).toMatchObject(['missing', expect.anything(), "New-OMEConfiguration -Identity 'External mail'"]);
});

test('a template nobody applies is not enough', () => {
  const unused = { ...complete, rules: [{ ...rule, template: undefined }] };
  expect(trackingVerdict(unused).title).toBe('Visits are not recorded: no mail flow rule applies a branding template');
  expect(check('rule', unused)).toMatchObject([
    'missing',
    expect.anything(),
    "New-TransportRule -Name 'Encrypt mail to other organizations' -SentToScope 'NotInOrganization' -ApplyRightsProtectionTemplate 'Encrypt' -ApplyRightsProtectionCustomizationTemplate 'Partners'",
  ]);
});

test('the default template applied by a rule does not count', () => {
  expect(check('rule', { ...complete, rules: [{ ...rule, template: 'OME configuration' }] })[0]).toBe('missing');
  expect(check('rule', { ...complete, templates: undefined, rules: [{ ...rule, template: 'OME configuration' }] })[0]).toBe(
    'missing',
  );
});

test('names a rule that is disabled and enables it', () => {
  expect(check('rule', { ...complete, rules: [{ ...rule, name: "Anna's rule", isEnabled: false }] })).toEqual([
    'missing',
    "‘Anna's rule’ would apply ‘partners’, but is disabled.",
    "Enable-TransportRule -Identity 'Anna''s rule'",
  ]);
});

test('names a rule that is only tested and enforces it', () => {
  expect(check('rule', { ...complete, rules: [{ ...rule, isTesting: true }] })).toEqual([
    'missing',
    '‘Encrypt out’ would apply ‘partners’, but is only being tested.',
    "Set-TransportRule -Identity 'Encrypt out' -Mode 'Enforce'",
  ]);
});

test('warns of a rule whose template is gone', () => {
  const gone = { ...rule, name: 'Old', template: 'Gone' };
  const remedy = "Set-TransportRule -Identity 'Old' -ApplyRightsProtectionCustomizationTemplate 'Partners'";
  expect(check('rule', { ...complete, rules: [rule, gone] })).toEqual([
    'warning',
    '‘Old’ applies ‘Gone’, a template that does not exist. ‘Encrypt out’ applies a custom template. Mail that no such rule matches is not tracked.',
    remedy,
  ]);
  expect(trackingVerdict({ ...complete, rules: [rule, gone] }).state).toBe('ok');
  expect(check('rule', { ...complete, rules: [gone] })).toMatchObject(['missing', expect.stringContaining('‘Gone’'), remedy]);
});

test('says who gets in where codes and personal accounts are off', () => {
  const strict = { ...partners, allowsPasscode: false, allowsSocialSignIn: false };
  expect(check('template', { ...complete, templates: [standard, strict] })).toEqual([
    'ok',
    '‘Partners’ is a custom template. To open mail with ‘Partners’, recipients need a work or school account.',
    undefined,
  ]);
});

test('claims nothing of what is not known, and has the command at hand', () => {
  expect(trackingVerdict(nothingKnown)).toMatchObject({
    state: 'unknown',
    title: 'Whether visits are recorded is not known from here',
  });
  expect(trackingChecks(nothingKnown).map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
  expect(check('tracking', nothingKnown)[2]).toBe('Set-IRMConfiguration -EnablePortalTrackingLogs $true');
  expect(sentenceText(trackingVerdict({ ...complete, rules: undefined }).detail)).toContain('Not known: the mail flow rules.');
});

test('one thing known to be missing settles it', () => {
  expect(trackingVerdict({ ...nothingKnown, tracking: false }).state).toBe('missing');
  expect(trackingVerdict({ ...complete, templates: undefined, rules: [] }).state).toBe('missing');
});

const codes: BrandingTemplate = { ...partners, name: 'Codes', allowsSocialSignIn: false };
const strict: BrandingTemplate = { ...codes, name: 'Strict', allowsPasscode: false };
const applies = (template: string): MailFlowRule => ({ ...rule, name: template, template });

test('expects the ways in of the templates that rules apply', () => {
  const templates = [standard, codes, strict];
  expect(expectedMethods(templates, [applies('STRICT')])).toEqual(['Microsoft']);
  expect(expectedMethods(templates, [applies('Strict'), applies('Codes')])).toEqual(['OTP', 'Microsoft']);
  expect(unexpectedMethods(templates, [applies('Codes')])).toEqual(['Google', 'Yahoo']);
});

test('expects nothing of rules that are disabled or only tested', () => {
  const idle = [
    { ...applies('Partners'), isEnabled: false },
    { ...applies('Codes'), isTesting: true },
  ];
  expect(expectedMethods([partners, codes, strict], [...idle, applies('Strict')])).toEqual(['Microsoft']);
});

test('expects the ways in of every custom template where the rules are not known', () => {
  expect(expectedMethods([standard, codes], undefined)).toEqual(['OTP', 'Microsoft']);
});

test('finds no way in unexpected where nothing can be said', () => {
  expect(unexpectedMethods(undefined, undefined)).toEqual([]);
  expect(unexpectedMethods([codes], [])).toEqual([]);
  expect(unexpectedMethods([standard], [applies(standard.name)])).toEqual([]);
});
