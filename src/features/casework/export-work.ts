import type { KeptWork } from '~/domain/casework/kept-work';
import { writeWorkFile } from '~/domain/casework/work-file';
import { fileStamp, safeFileName } from '~/lib/file-name';
import { download } from '~/ui/download';

/** Saves it as a file that an import reads. */
export function exportWork(work: KeptWork, tenant: string, name: string): void {
  const now = Date.now();
  const blob = new Blob([writeWorkFile(work, tenant, now)], { type: 'application/json' });
  download(blob, `${safeFileName(name, 'case')} ${fileStamp(now)}.json`);
}
