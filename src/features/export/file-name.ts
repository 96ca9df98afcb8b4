import type { ExportFormat } from '~/engine/record-set';
import { fileStamp, safeFileName } from '~/lib/file-name';
import type { EpochMs } from '~/lib/time';

const endings = { purview: '.csv', columns: ' (columns).csv', jsonLines: '.jsonl', mailboxXml: '.xml' } as const;

/** `OMEPortal, last 7 days 2026-11-21 0931 UTC.csv`, safe to save anywhere. */
export function exportFileName(name: string, kind: ExportFormat['kind'], at: EpochMs): string {
  return `${safeFileName(name, 'audit log')} ${fileStamp(at)}${endings[kind]}`;
}
