// How recipients sign in to the encrypted message portal.

export const signInMethods = ['OTP', 'Google', 'Yahoo', 'Microsoft'] as const;

const methodLabels = new Map([['OTP', 'One-time passcode']]);

/** One name for a method, however a record spells it: Microsoft writes Gmail for Google in one place. Unknown ones stay. */
export function signInMethod(written: string): string {
  const lower = written.toLowerCase();
  if (lower === 'gmail') return 'Google';
  return signInMethods.find((method) => method.toLowerCase() === lower) ?? written;
}

export function signInMethodLabel(method: string): string {
  const name = signInMethod(method);
  return methodLabels.get(name) ?? name;
}
