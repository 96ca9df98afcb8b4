// Rules out of a zip, such as that of the whole repository of SigmaHQ: some thousand files, of which a few dozen are about Microsoft
// 365. Only these are parsed, and the others are counted. What a zip could use to exhaust its reader is looked at before anything is
// unpacked; no more is unpacked of a file than the zip says, whatever is in it.

import { unzipSync } from 'fflate';
import { formatNumber } from '~/lib/words';
import { isInAuditLog } from './log-source';
import { type ReadRuleFile, type ReadRules, type Refused, readRules, refusedFile, tooLong } from './read-rules';
import type { DetectionRule, Rule } from './rule';

const mostFiles = 20_000;
/** In bytes, unpacked. */
const longestFile = 8_000_000;
const mostUnpacked = 100_000_000;
const longestName = 200;

/** Never throws. Files without a rule for the unified audit log are left out, unless they could not be read and speak of it. */
export function readRuleZip(name: string, bytes: Uint8Array): ReadRuleFile {
  const unpacked = unpack(bytes);
  if (typeof unpacked === 'string') return refusedFile(name, unpacked);
  const read = unpacked.files.map((file) => ({ ...file, ...readFile(name, file) }));
  const taken = withoutOthers(read);
  return {
    rules: taken.flatMap(({ rules }) => rules),
    refused: [...unpacked.refused, ...taken.flatMap(({ refused }) => refused)],
    leftOut: read.length - taken.length,
  };
}

interface RuleFile {
  readonly name: string;
  readonly text: string;
}

interface Unpacked {
  readonly files: readonly RuleFile[];
  readonly refused: readonly Refused[];
}

/** Why nothing can be unpacked, in words. */
function unpack(bytes: Uint8Array): Unpacked | string {
  const refused: Refused[] = [];
  let count = 0;
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize, compression }) {
        if (++count > mostFiles)
          throw new TooMuch(`It has more than the ${formatNumber(mostFiles)} files that Ledgerline reads of a zip.`);
        // Macs put files that begin with ._ beside those that they pack.
        if (!/\.ya?ml$/i.test(name) || /(?:^|\/)\._[^/]*$/.test(name)) return false;
        const isKnown = compression === 0 || compression === 8;
        if (!isKnown || originalSize > longestFile) {
          refused.push({ what: told(name), reason: isKnown ? tooLong : 'It is packed in a way that Ledgerline does not know.' });
          return false;
        }
        size += originalSize;
        if (size > mostUnpacked)
          throw new TooMuch(`It unpacks to more than the ${formatNumber(mostUnpacked)} bytes that Ledgerline reads of a zip.`);
        return true;
      },
    });
    const decoder = new TextDecoder();
    return { files: Object.entries(files).map(([name, file]) => ({ name: told(name), text: decoder.decode(file) })), refused };
  } catch (error) {
    return error instanceof TooMuch ? error.message : 'It is no zip, or it is damaged or has a password.';
  }
}

class TooMuch extends Error {}

/** Its end tells most. */
function told(name: string): string {
  return name.length > longestName ? `…${name.slice(-longestName)}` : name;
}

/** Most files are about something else, and parsing them would take seconds. */
function readFile(zip: string, { name, text }: RuleFile): ReadRules {
  const mayBeOurs = (/m365/i.test(text) && /\bdetection\b/.test(text)) || /\bcorrelation\b/.test(text);
  return mayBeOurs ? readRules(`${zip}: ${name}`, text) : { rules: [], refused: [] };
}

type Read = RuleFile & ReadRules;

/** Without files about other logs, and without those whose correlations refer to rules in these. */
function withoutOthers(read: readonly Read[]): readonly Read[] {
  const names = new Set(read.filter(isAboutOthers).flatMap(namesIn));
  let taken = read.filter((file) => !isAboutOthers(file));
  for (let before = 0; before !== taken.length; ) {
    before = taken.length;
    taken = taken.filter((file) => {
      const isLeftOut = file.rules.some((rule) => isCorrelationOf(rule, names)) && !file.rules.some(isDetection);
      for (const name of isLeftOut ? namesIn(file) : []) names.add(name);
      return !isLeftOut;
    });
  }
  return taken;
}

function isAboutOthers({ rules, refused }: ReadRules): boolean {
  const detections = rules.filter(isDetection);
  if (detections.length > 0) return !detections.some(({ logsource }) => isInAuditLog(logsource));
  return rules.length + refused.length === 0;
}

function isDetection(rule: Rule): rule is DetectionRule {
  return rule.kind === 'detection';
}

function isCorrelationOf(rule: Rule, names: ReadonlySet<string>): boolean {
  return rule.kind === 'correlation' && [rule.correlation.rules].flat().some((name) => names.has(name));
}

/** By which a correlation may call rules that nobody parsed. */
function namesIn({ text }: RuleFile): readonly string[] {
  return Array.from(text.matchAll(/^(?:id|name):[ \t]*['"]?([^\s'"]+)/gm), ([, name = '']) => name);
}
