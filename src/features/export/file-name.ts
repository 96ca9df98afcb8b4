import { fileStamp, safeFileName } from '~/lib/file-name';
import type { EpochMs } from '~/lib/time';

/** `OMEPortal, last 7 days 2026-11-21 0931 UTC.csv`, safe to save anywhere. */
export function exportFileName(name: string, kind: 'purview' | 'columns', at: EpochMs): string {
  return `${safeFileName(name, 'audit log')} ${fileStamp(at)}${kind === 'purview' ? '' : ' (columns)'}.csv`;
}
