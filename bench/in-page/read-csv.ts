import { createRecordSet } from '~/engine/door/worker-record-set';
import type { CsvReaderName, CsvReading } from './csv-readers';
import { timed } from './timing';

export type CsvContender = CsvReaderName | 'engine, whole result set';

export interface CsvFigure extends CsvReading {
  readonly ms: number;
}

/** Each reading in a worker of its own, as warm as the first bytes of the same file make it. */
export async function readCsvFile(contender: CsvContender, file: File): Promise<CsvFigure> {
  if (contender === 'engine, whole result set') return openWhole(file);
  const worker = new Worker(new URL('./csv-worker.ts', import.meta.url), { type: 'module' });
  const ask = (asked: File) =>
    new Promise<CsvFigure>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<CsvFigure>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ reader: contender, file: asked });
    });
  await ask(await beginning(file));
  const figure = await ask(file);
  worker.terminate();
  return figure;
}

async function openWhole(file: File): Promise<CsvFigure> {
  const warmUp = createRecordSet();
  await warmUp.file(await beginning(file));
  warmUp.dispose();
  const set = createRecordSet();
  const { ms, value } = await timed(() => set.file(file));
  set.dispose();
  if (value.rejected + value.duplicates > 0) throw new Error(`${value.rejected} rejected, ${value.duplicates} duplicates`);
  return { rows: value.added, touched: 0, ms };
}

/** For a profile: a record set whose worker is there before the file is opened, and stays. */
export async function prepareOpening(file: File): Promise<() => Promise<unknown>> {
  const set = createRecordSet();
  await set.rejected();
  return () => set.file(file);
}

/** Whole lines of about 4 MB. */
async function beginning(file: File): Promise<File> {
  const bytes = new Uint8Array(await file.slice(0, 4 * 1024 * 1024).arrayBuffer());
  return new File([bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1)], 'beginning.csv');
}
