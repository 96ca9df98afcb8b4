// How messages to the outside are branded, and by which ways their recipients can sign in to the portal.
// https://learn.microsoft.com/purview/add-your-organization-brand-to-encrypted-messages

import { signInMethods } from './sign-in-methods';

export interface BrandingTemplate {
  readonly name: string;
  readonly isDefault: boolean;
  readonly allowsPasscode: boolean;
  readonly allowsSocialSignIn: boolean;
  /** 0 is never. */
  readonly expiresAfterDays: number;
}

export const defaultTemplate = 'OME Configuration';

export interface MailFlowRule {
  readonly name: string;
  readonly isEnabled: boolean;
  /** It is tried out only and changes no message. */
  readonly isTesting: boolean;
  /** The branding template it applies; `undefined` for a rule about something else. */
  readonly template: string | undefined;
  /** The rule in Exchange's own words. */
  readonly description: string;
}

export type SignInMethod = (typeof signInMethods)[number];

/** Exchange compares names without case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A work or school account always gets in; records call it Microsoft, as they do a personal account. */
export function methodsOf({ allowsPasscode, allowsSocialSignIn }: BrandingTemplate): readonly SignInMethod[] {
  return signInMethods.filter((method) => {
    if (method === 'Microsoft') return true;
    return method === 'OTP' ? allowsPasscode : allowsSocialSignIn;
  });
}

/** Whether it changes messages at present. */
export function isActive({ isEnabled, isTesting }: MailFlowRule): boolean {
  return isEnabled && !isTesting;
}
