// Rules out of a file that somebody chose: one of YAML, or a zip of them.

import { formatNumber } from '~/lib/words';
import { readRuleZip } from './read-rule-zip';
import { type ReadRuleFile, readRules, refusedFile } from './read-rules';

/** In bytes: enough for `readRules` to see that a file is too long, however long it is. */
const mostRead = 8_000_000;
const largestZip = 200_000_000;

/** Never rejects: a file that cannot be read is refused by its name. */
export async function readRuleFile(file: File): Promise<ReadRuleFile> {
  try {
    if (/\.ya?ml$/i.test(file.name)) return { ...readRules(file.name, await file.slice(0, mostRead).text()), leftOut: 0 };
    if (!/\.zip$/i.test(file.name))
      return refusedFile(file.name, 'Rules of Sigma are files that end in .yml or .yaml, or a zip of such files.');
    if (file.size > largestZip)
      return refusedFile(file.name, `It is larger than the ${formatNumber(largestZip)} bytes that Ledgerline reads of a zip.`);
    return readRuleZip(file.name, new Uint8Array(await file.arrayBuffer()));
  } catch {
    return refusedFile(file.name, 'The browser could not read it. It may have been moved or changed since it was chosen.');
  }
}
