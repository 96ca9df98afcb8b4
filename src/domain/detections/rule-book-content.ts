// The rules that are run: those that come with Ledgerline, and those that somebody opened. They are compiled together, so that rules
// of one's own may correlate shipped ones.

import { compileRules, type Detection } from './compile-rules';
import { readRuleFile } from './read-rule-file';
import type { ReadRuleFile } from './read-rules';
import { shippedRules } from './shipped-rules';

export interface OwnRules extends ReadRuleFile {
  /** The name of the file. */
  readonly name: string;
}

export interface RuleBookContent {
  /** Without those that are only parts of others. */
  readonly detections: readonly Detection[];
  readonly own: readonly OwnRules[];
}

export function contentWith(own: readonly OwnRules[]): RuleBookContent {
  const rules = [...shippedRules(), ...own.flatMap(({ rules }) => rules)];
  return { own, detections: compileRules(rules).filter(({ isPart }) => !isPart) };
}

/** Files take the place of those with the same names. `onToRead` is told how many are still to be read. Never rejects. */
export async function contentWithFiles(
  own: readonly OwnRules[],
  files: readonly File[],
  onToRead: (toRead: number) => void,
): Promise<RuleBookContent> {
  const read: OwnRules[] = [];
  for (const [i, file] of files.entries()) {
    onToRead(files.length - i);
    const ofFile = await readRuleFile(file);
    // Of a file that takes too long to be compiled it is known then which it is.
    compileRules(ofFile.rules);
    read.push({ name: file.name, ...ofFile });
  }
  onToRead(0);
  return contentWith([...withoutThese(own, files), ...read]);
}

export function withoutThese(own: readonly OwnRules[], files: readonly Pick<File, 'name'>[]): readonly OwnRules[] {
  const names = new Set(files.map(({ name }) => name));
  return own.filter(({ name }) => !names.has(name));
}
