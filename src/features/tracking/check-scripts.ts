// The PowerShell of each check: how to find out, and what can be changed. Every change stands by itself: a script that turns
// something on and off again would be pasted as a whole.

import { type Command, commandLine, commandScript } from '~/domain/exchange/command';
import {
  brandingTemplates,
  changeTemplate,
  irmConfiguration,
  mailFlowRules,
  setPortalTracking,
} from '~/domain/messages/encryption-commands';
import type { BrandingTemplate } from '~/domain/messages/message-protection';
import {
  type CheckKey,
  type Remedy,
  suggestedTemplate,
  type TrackingCheck,
  type TrackingSettings,
} from '~/domain/messages/tracking-checks';
import { visibleText } from '~/lib/visible-text';

export interface CheckScript {
  readonly label: string;
  readonly script: string;
}

/** What is to be done comes before what else can be. */
export function checkScripts({ key, remedy }: TrackingCheck, settings: TrackingSettings): readonly CheckScript[] {
  return [
    { label: readingLabels[key], script: readings[key] },
    ...[...(remedy ? [remedy] : []), ...otherChanges(key, settings)].map((change) => ({
      label: visibleText(change.about),
      script: `${connect}${commandScript([change])}`,
    })),
  ];
}

const readingLabels: Readonly<Record<CheckKey, string>> = {
  licence: 'Find the licence',
  tracking: 'See whether tracking is on',
  template: 'See the branding templates',
  rule: 'See the mail flow rules',
};

const connect = '# Run Connect-ExchangeOnline first.\n';

const readings: Readonly<Record<CheckKey, string>> = {
  licence: [
    '# Lists the products that bring the licence. Needs the Microsoft Graph PowerShell module.',
    "Connect-MgGraph -Scopes 'LicenseAssignment.Read.All'",
    "Get-MgSubscribedSku | Where-Object { $_.ServicePlans.ServicePlanName -contains 'PREMIUM_ENCRYPTION' } |",
    '  Select-Object -Property SkuPartNumber, CapabilityStatus, ConsumedUnits',
    '',
  ].join('\n'),
  tracking: reading(irmConfiguration, 'EnablePortalTrackingLogs'),
  template: reading(brandingTemplates, 'Identity, OTPEnabled, SocialIdSignIn, ExternalMailExpiryInterval'),
  rule: reading(mailFlowRules, 'Name, State, Mode, ApplyRightsProtectionCustomizationTemplate, Description'),
};

/** `properties` as PowerShell takes them: what is printed otherwise leaves out what matters. */
function reading(command: Command, properties: string): string {
  return `${connect}${commandLine(command)} | Format-List -Property ${properties}\n`;
}

function otherChanges(key: CheckKey, { tracking, templates }: TrackingSettings): readonly Remedy[] {
  if (key === 'tracking' && tracking !== false) return [{ about: 'Turn tracking off', command: setPortalTracking(false) }];
  if (key === 'template') return (templates?.filter(({ isDefault }) => !isDefault) ?? [freshTemplate]).map(change);
  return [];
}

/** What a template is like before anybody changes it. */
const freshTemplate = { name: suggestedTemplate, allowsPasscode: true, allowsSocialSignIn: true, expiresAfterDays: 0 };

/** With the values it has: pasted as it is, it changes nothing. */
function change(template: Omit<BrandingTemplate, 'isDefault'>): Remedy {
  return {
    about: `Set sign-in and expiry of ${template.name}: put in your values`,
    command: changeTemplate(template.name, template),
  };
}
