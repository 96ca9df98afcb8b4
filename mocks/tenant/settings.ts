// The tenant's settings at any moment: the defaults and every change until then. They are never stored. Settings have the names
// and the form in which the cmdlets print them.

import type { EpochMs } from '~/lib/time';
import { type Change, type Properties, takesBack } from './change';
import { defaultMailboxSettings, foldMailboxes, type MailboxSettings } from './exchange/mailbox-settings';

export interface Settings extends MailboxSettings {
  readonly irm: Properties;
  /** Branding templates, the default one first. */
  readonly templates: readonly Properties[];
  /** Mail flow rules in the order they are applied. */
  readonly rules: readonly Properties[];
  /** Message-IDs that were taken back by a change; those of the tenant's own history are with the messages. */
  readonly revoked: readonly string[];
}

export const defaultTemplate = 'OME Configuration';
const customTemplate = 'Contoso branding';

const defaultBranding: Properties = {
  Image: null,
  EmailText: '',
  IntroductionText: '',
  ReadButtonText: '',
  PortalText: '',
  DisclaimerText: '',
  BackgroundColor: '',
  PrivacyStatementUrl: '',
  OTPEnabled: true,
  SocialIdSignIn: true,
  ExternalMailExpiryInterval: '00:00:00',
};

const defaults: Settings = {
  irm: {
    Identity: 'ControlPoint Config',
    AzureRMSLicensingEnabled: true,
    InternalLicensingEnabled: true,
    ExternalLicensingEnabled: true,
    SimplifiedClientAccessEnabled: true,
    DecryptAttachmentForEncryptOnly: false,
    EnablePdfEncryption: false,
    TransportDecryptionSetting: 'Optional',
    EnablePortalTrackingLogs: true,
  },
  templates: [
    { ...defaultBranding, Identity: defaultTemplate },
    {
      ...defaultBranding,
      Identity: customTemplate,
      BackgroundColor: '#0F4C81',
      EmailText: 'Contoso sent you a protected message.',
      PortalText: 'Contoso secure mail',
      DisclaimerText: 'This message is meant for its recipient only.',
      ExternalMailExpiryInterval: '30.00:00:00',
    },
  ],
  rules: [
    {
      Name: 'Encrypt mail to outside recipients with Contoso branding',
      State: 'Enabled',
      Mode: 'Enforce',
      SentToScope: 'NotInOrganization',
      ApplyRightsProtectionTemplate: 'Encrypt',
      ApplyRightsProtectionCustomizationTemplate: customTemplate,
    },
    {
      Name: 'Mark mail from outside',
      State: 'Enabled',
      Mode: 'Enforce',
      FromScope: 'NotInOrganization',
      PrependSubject: '[EXT] ',
    },
    { Name: 'Hold back password lists', State: 'Disabled', Mode: 'Audit', SubjectOrBodyContainsWords: ['password list'] },
  ],
  revoked: [],
  ...defaultMailboxSettings,
};

export function settingsAt(changes: readonly Change[], time: EpochMs): Settings {
  return changes.filter(({ at }) => at <= time).reduce(fold, defaults);
}

export interface Period {
  /** Included. */
  readonly from: EpochMs;
  /** Excluded. */
  readonly to: EpochMs;
}

/** When visits to the portal were not tracked. */
export function untrackedPeriods(changes: readonly Change[]): Period[] {
  const periods: Period[] = [];
  let settings = defaults;
  let from: EpochMs | undefined;
  for (const change of changes) {
    settings = fold(settings, change);
    const isOn = settings.irm['EnablePortalTrackingLogs'] === true;
    if (!isOn) from ??= change.at;
    else if (from !== undefined) {
      periods.push({ from, to: change.at });
      from = undefined;
    }
  }
  return from === undefined ? periods : [...periods, { from, to: Number.POSITIVE_INFINITY }];
}

/** Exchange compares names without case. */
export function isNamed(name: string): (object: Properties) => boolean {
  const wanted = name.toLowerCase();
  return (object) =>
    [object['Identity'], object['Name']].some((each) => typeof each === 'string' && each.toLowerCase() === wanted);
}

function fold(settings: Settings, change: Change): Settings {
  const { irm, templates, rules, revoked } = settings;
  const { parameters, target } = change;
  const isTarget = isNamed(target);
  const changeRule = (properties: Properties) => ({
    ...settings,
    rules: rules.map((rule) => (isTarget(rule) ? { ...rule, ...properties } : rule)),
  });
  switch (change.cmdlet) {
    case 'Set-IRMConfiguration':
      return { ...settings, irm: { ...irm, ...parameters } };
    case 'New-OMEConfiguration':
      return { ...settings, templates: [...templates, newTemplate(target, parameters)] };
    case 'Set-OMEConfiguration':
      return {
        ...settings,
        templates: templates.map((template) =>
          isTarget(template) ? { ...template, ...branding(parameters), Identity: template['Identity'] } : template,
        ),
      };
    case 'Set-OMEMessageRevocation':
      return takesBack(change) ? { ...settings, revoked: [...revoked, target] } : settings;
    case 'New-TransportRule':
      return { ...settings, rules: [...rules, newRule(parameters)] };
    case 'Set-TransportRule': {
      const { Identity: _, ...properties } = parameters;
      return changeRule(properties);
    }
    case 'Enable-TransportRule':
      return changeRule({ State: 'Enabled' });
    case 'Disable-TransportRule':
      return changeRule({ State: 'Disabled' });
    default:
      return { ...settings, ...foldMailboxes(settings, change) };
  }
}

export function newTemplate(name: string, parameters: Properties): Properties {
  return { ...defaultBranding, ...branding(parameters), Identity: name };
}

export function newRule({ Enabled, ...properties }: Properties): Properties {
  return { Mode: 'Enforce', ...properties, State: Enabled === false ? 'Disabled' : 'Enabled' };
}

/** The expiry is set in days and read back as a time span. */
function branding({ ExternalMailExpiryInDays: days, ...rest }: Properties): Properties {
  return days === undefined ? rest : { ...rest, ExternalMailExpiryInterval: days === 0 ? '00:00:00' : `${days}.00:00:00` };
}
