import { useEffect, useRef, useState } from 'react';
import type { ExportFormat, RecordView } from '~/engine/record-set';
import { chooseFile, toDownloads } from '~/ui/save-file';
import { exportFileName } from './file-name';

const csv = 'text/csv;charset=utf-8';
const mediaTypes: Readonly<Record<ExportFormat['kind'], string>> = {
  purview: csv,
  columns: csv,
  jsonLines: 'application/jsonl',
  mailboxXml: 'application/xml',
};

export type ExportState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'running'; readonly bytes: number }
  | { readonly kind: 'done'; readonly fileName: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * So many records make a file too big to be collected before it is saved: where the browser can, it is asked for a place on disk.
 * Smaller ones go to the downloads without a question.
 */
const mostToDownloads = 100_000;

export interface Exporting {
  readonly state: ExportState;
  /** `rowCount` is that of the view. Leaves the view open. */
  start(view: RecordView, rowCount: number, format: ExportFormat, name: string): Promise<void>;
  cancel(): void;
  /** Forgets what became of the last one. */
  reset(): void;
}

/** One export at a time; it ends with whoever asked for it. */
export function useExport(): Exporting {
  const [state, setState] = useState<ExportState>({ kind: 'ready' });
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);

  const start = async (view: RecordView, rowCount: number, format: ExportFormat, name: string) => {
    const type = mediaTypes[format.kind];
    const fileName = exportFileName(name, format.kind, Date.now());
    const save = rowCount > mostToDownloads ? await chooseFile(fileName, type) : toDownloads(fileName, type);
    if (!save) return;
    const own = new AbortController();
    controller.current = own;
    setState({ kind: 'running', bytes: 0 });
    try {
      const saved = await save(view.export(format), {
        signal: own.signal,
        onProgress: (bytes) => setState({ kind: 'running', bytes }),
      });
      setState({ kind: 'done', ...saved });
    } catch (error) {
      setState(own.signal.aborted ? { kind: 'ready' } : { kind: 'failed', error });
    }
  };
  return { state, start, cancel: () => controller.current?.abort(), reset: () => setState({ kind: 'ready' }) };
}
