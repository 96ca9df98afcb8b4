// Names for files out of text somebody else wrote.

/** Letters, digits and a few signs are safe on every system; names Windows keeps for devices are not. */
const unsafe = /[^\p{Letter}\p{Mark}\p{Number} ._()+@-]+/gu;
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Safe to save anywhere: `a/b: c` becomes `a b c`, `fallback` for a name of which nothing is left. */
export function safeFileName(name: string, fallback: string): string {
  const cleaned = name
    .replace(unsafe, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 100)
    .replace(/^[ .]+|[ .]+$/g, '');
  return cleaned === '' || device.test(cleaned) ? `${fallback} ${cleaned}`.trim() : cleaned;
}

/** `2026-11-21 0931 UTC` */
export function fileStamp(at: number): string {
  const stamp = new Date(at).toISOString();
  return `${stamp.slice(0, 10)} ${stamp.slice(11, 16).replace(':', '')} UTC`;
}
