import type { EpochMs } from '~/lib/time';

/** Letters, digits and a few signs are safe on every system; names Windows keeps for devices are not. */
const unsafe = /[^\p{Letter}\p{Mark}\p{Number} ._()+@-]+/gu;
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** `OMEPortal, last 7 days 2026-11-21 0931 UTC.csv`, safe to save anywhere. */
export function exportFileName(name: string, kind: 'purview' | 'columns', at: EpochMs): string {
  const cleaned = name
    .replace(unsafe, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 100)
    .replace(/^[ .]+|[ .]+$/g, '');
  const safe = cleaned === '' || device.test(cleaned) ? `audit log ${cleaned}`.trim() : cleaned;
  const stamp = new Date(at).toISOString();
  const suffix = kind === 'purview' ? '' : ' (columns)';
  return `${safe} ${stamp.slice(0, 10)} ${stamp.slice(11, 16).replace(':', '')} UTC${suffix}.csv`;
}
