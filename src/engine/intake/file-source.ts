// An opened file as a source of records: recognised by what is in it, whatever it is called, and read record by record.

import type { Records } from '~/engine/columns/records';
import { csvFile } from './csv-file';
import type { FileFormat, FileSource } from './file-format';
import { longestPieceBytes } from './file-pieces';
import { jsonFile } from './json-file';
import { mailboxXmlFile } from './mailbox-xml';
import { readBlob } from './read-blob';
import { incomplete } from './splitter';

/** Asked in turn. Nearly every text can be CSV, so it comes last, and says what is wrong with a file that nothing recognises. */
const fileFormats: readonly FileFormat[] = [mailboxXmlFile, jsonFile, csvFile];

/** Holds the header of a CSV file, and the first record of most JSON files. */
const beginningBytes = 256 * 1024;

/** Throws `not-an-audit-log`. `file` holds text in UTF-8, or in an encoding that shares its Latin letters. */
export async function recogniseFile(file: Blob, name: string, records: Records): Promise<FileSource> {
  for (let bytes = beginningBytes; ; bytes *= 4) {
    const beginning = await readBlob(file, 0, Math.min(file.size, bytes));
    const isWhole = beginning.length === file.size || bytes > longestPieceBytes;
    for (const format of fileFormats) {
      const open = format.recognise(beginning, isWhole);
      if (open === incomplete) break;
      if (open) return open(file, name, records);
    }
  }
}
