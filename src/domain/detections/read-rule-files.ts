// Rules out of files that somebody chose. A file that cannot be read is refused by its name, and the others are read.

import { type ReadRules, readRules } from './read-rules';

const isRuleFile = /\.ya?ml$/i;
/** In bytes: enough for `readRules` to see that a file is too long, however long it is. */
const mostRead = 8_000_000;

/** In the order of the files. Never rejects. */
export async function readRuleFiles(files: readonly File[]): Promise<ReadRules> {
  const read = await Promise.all(files.map(readRuleFile));
  return { rules: read.flatMap(({ rules }) => rules), refused: read.flatMap(({ refused }) => refused) };
}

async function readRuleFile(file: File): Promise<ReadRules> {
  const refused = (reason: string): ReadRules => ({ rules: [], refused: [{ what: file.name, reason }] });
  if (!isRuleFile.test(file.name)) return refused('Rules of Sigma are files that end in .yml or .yaml.');
  try {
    return readRules(file.name, await file.slice(0, mostRead).text());
  } catch {
    return refused('The browser could not read it. It may have been moved or changed since it was chosen.');
  }
}
