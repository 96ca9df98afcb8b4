/** A number as JSON and people write it, with spaces around; `undefined` for any other text, such as `0x10`, `1,000` and none. */
export function readNumber(text: string): number | undefined {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : undefined;
}
