/** `1 record`, `1,204 records`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** `once`, `3 times`. */
export function times(count: number): string {
  return count === 1 ? 'once' : `${count.toLocaleString('en-US')} times`;
}

/** As shown; records can leave it out. */
export function recipientName(recipient: string): string {
  return recipient || 'Recipient not named';
}

export const unnamedAttachment = 'Unnamed attachment';
