import { expect, test } from 'vitest';
import { type BrandingTemplate, methodsOf } from './message-protection';

const open: BrandingTemplate = {
  name: 'Open',
  isDefault: false,
  allowsPasscode: true,
  allowsSocialSignIn: true,
  expiresAfterDays: 0,
};
const codes: BrandingTemplate = { ...open, name: 'Codes', allowsSocialSignIn: false };
const strict: BrandingTemplate = { ...codes, name: 'Strict', allowsPasscode: false };
test('a template lets in whom its settings let in, and always work or school accounts', () => {
  expect(methodsOf(open)).toEqual(['OTP', 'Google', 'Yahoo', 'Microsoft']);
  expect(methodsOf(codes)).toEqual(['OTP', 'Microsoft']);
  expect(methodsOf({ ...open, allowsPasscode: false })).toEqual(['Google', 'Yahoo', 'Microsoft']);
  expect(methodsOf(strict)).toEqual(['Microsoft']);
});
