// Branding templates: how the portal and the mail that leads to it look, and how recipients may sign in.
// https://learn.microsoft.com/powershell/module/exchange/set-omeconfiguration

import * as z from 'zod/mini';
import { defaultTemplate, isNamed, newTemplate } from '~mocks/tenant/settings';
import { type Cmdlet, defineCmdlet, done } from './cmdlet';
import { invalidOperation, objectNotFound } from './failure';
import { clearable, flag, identity, whole } from './parameters';

const imageBytes = 40 * 1024;

/** Base64 of a PNG, JPEG, bitmap or TIFF file. */
const image = z.nullable(
  z.string().check(
    z.refine((value) => /^(iVBORw0KGgo|\/9j\/|Qk|SUkqA|TU0AK)/.test(value), {
      error: 'The image must be a .png, .jpg, .bmp or .tiff file.',
    }),
    z.refine((value) => value.length * 0.75 < imageBytes, { error: 'The image must be smaller than 40 KB.' }),
  ),
);

const colour = z.nullable(
  z.string().check(
    z.refine((value) => value === '' || /^(#[0-9a-f]{6}|[a-z]+)$/i.test(value), {
      error: ({ input }) => `The value "${input}" isn't a colour: write #RRGGBB or a name.`,
    }),
  ),
);

const branding = {
  Identity: identity,
  Image: z.optional(image),
  EmailText: z.optional(clearable(1024)),
  IntroductionText: z.optional(clearable(1024)),
  ReadButtonText: z.optional(clearable(1024)),
  PortalText: z.optional(clearable(128)),
  DisclaimerText: z.optional(clearable(1024)),
  BackgroundColor: z.optional(colour),
  PrivacyStatementUrl: z.optional(clearable(1024)),
  OTPEnabled: z.optional(flag),
  SocialIdSignIn: z.optional(flag),
  ExternalMailExpiryInDays: z.optional(whole(0, 730)),
};

export const brandingTemplateCmdlets: readonly Cmdlet[] = [
  defineCmdlet('Get-OMEConfiguration', { Identity: z.optional(identity) }, ({ Identity }, { settings }) => {
    const value = Identity === undefined ? settings.templates : settings.templates.filter(isNamed(Identity));
    if (Identity !== undefined && value.length === 0) throw objectNotFound(Identity);
    return { value };
  }),
  defineCmdlet('New-OMEConfiguration', branding, async (parameters, { settings, keep }) => {
    const { Identity } = parameters;
    if (settings.templates.some(isNamed(Identity)))
      throw invalidOperation(`An OME configuration with the name "${Identity}" already exists.`);
    await keep('New-OMEConfiguration', Identity, parameters);
    return { value: [newTemplate(Identity, parameters)] };
  }),
  defineCmdlet('Set-OMEConfiguration', branding, async (parameters, { settings, keep }) => {
    const { Identity, ExternalMailExpiryInDays } = parameters;
    const template = settings.templates.find(isNamed(Identity));
    if (!template) throw objectNotFound(Identity);
    if (template['Identity'] === defaultTemplate && ExternalMailExpiryInDays !== undefined)
      throw invalidOperation(`ExternalMailExpiryInDays can't be set for the default template "${defaultTemplate}".`);
    await keep('Set-OMEConfiguration', String(template['Identity']), parameters);
    return done;
  }),
];
