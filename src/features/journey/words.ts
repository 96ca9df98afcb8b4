import { formatNumber, plural } from '~/lib/words';

/** `once`, `3 times`. */
export function times(count: number): string {
  return plural(count, 'once', `${formatNumber(count)} times`);
}

/** As shown; records can leave it out. */
export function recipientName(recipient: string): string {
  return recipient || 'Recipient not named';
}

export const unnamedAttachment = 'Unnamed attachment';
