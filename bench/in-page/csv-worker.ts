import { type CsvReaderName, csvReaders } from './csv-readers';

self.onmessage = async ({ data: { reader, file } }: MessageEvent<{ reader: CsvReaderName; file: File }>) => {
  const start = performance.now();
  const reading = await csvReaders[reader](file);
  self.postMessage({ ...reading, ms: performance.now() - start });
};
