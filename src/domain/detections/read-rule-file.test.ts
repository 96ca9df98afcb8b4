import { strToU8, type Zippable, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readRuleFile } from './read-rule-file';

const ruleFor = (title: string, logsource = '{product: m365, service: audit}') => `title: ${title}
name: ${title.toLowerCase()}
logsource: ${logsource}
detection: {selection: {Operation: Send}, condition: selection}
`;
const windows = '{product: windows, service: security}';
const correlationOf = (title: string, ...rules: string[]) => `title: ${title}
name: ${title.toLowerCase()}
correlation: {type: temporal, rules: [${rules}], timespan: 1h}
`;

const zipOf = (files: Readonly<Record<string, string | Zippable[string]>>, name = 'rules.zip') => {
  const bytes = Object.entries(files).map(([path, file]): [string, Zippable[string]] => [
    path,
    typeof file === 'string' ? strToU8(file) : file,
  ]);
  return new File([zipSync(Object.fromEntries(bytes))], name);
};
/** A zip that says in its directory that all that is in it is so long when it is unpacked. */
async function claiming(length: number, zip: File): Promise<File> {
  const view = new DataView(await zip.arrayBuffer());
  for (let at = 0; at < view.byteLength - 4; at++) if (view.getUint32(at) === 0x504b0102) view.setUint32(at + 24, length, true);
  return new File([view], zip.name);
}
const titlesIn = async (file: File) => (await readRuleFile(file)).rules.map(({ title }) => title);
const reasonFor = async (file: File) => (await readRuleFile(file)).refused;

test('a file of YAML is read whatever its logs are', async () => {
  expect(await titlesIn(new File([`${ruleFor('One')}---\n${ruleFor('Two', windows)}`], 'one.YML'))).toEqual(['One', 'Two']);
});

test('what is no file of rules, and what the browser cannot read, is refused by name', async () => {
  const reason = 'Rules of Sigma are files that end in .yml or .yaml, or a zip of such files.';
  expect(await reasonFor(new File(['x'], 'notes.txt'))).toEqual([{ what: 'notes.txt', reason }]);
  const unreadable = new File([], 'gone.yml');
  unreadable.slice = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  expect(await reasonFor(unreadable)).toEqual([
    { what: 'gone.yml', reason: 'The browser could not read it. It may have been moved or changed since it was chosen.' },
  ]);
});

test('of a zip the rules for the audit log are taken, wherever they stand, and files about other logs are counted', async () => {
  const { rules, refused, leftOut } = await readRuleFile(
    zipOf({
      'sigma/rules/cloud/m365/audit/audit.yml': ruleFor('Audit'),
      'sigma/rules/cloud/m365/exchange/exchange.yaml': ruleFor('Exchange', '{product: M365, service: exchange}'),
      'sigma/rules/cloud/m365/alerts.yml': ruleFor('Management', '{product: m365, service: threat_management}'),
      'sigma/rules/cloud/m365/threats.yml': ruleFor('Threats', '{product: m365, service: threat_detection}'),
      'sigma/rules/windows/a.yml': ruleFor('A', windows),
      'sigma/rules/windows/b.yml': `${ruleFor('B', windows)}# not m365\n`,
      'sigma/rules/cloud/m365/elsewhere.yml': ruleFor('Elsewhere', '{product: m365, service: defender}'),
      'sigma/.github/workflow.yml': 'name: m365\non: push\n',
      'sigma/rules/windows/bad.yml': 'title: [',
      '__MACOSX/sigma/rules/cloud/m365/audit/._audit.yml': 'Mac OS X',
      'sigma/README.md': ruleFor('No rule'),
    }),
  );
  expect(rules.map(({ title, file }) => [title, file])).toEqual([
    ['Audit', 'rules.zip: sigma/rules/cloud/m365/audit/audit.yml'],
    ['Exchange', 'rules.zip: sigma/rules/cloud/m365/exchange/exchange.yaml'],
    ['Management', 'rules.zip: sigma/rules/cloud/m365/alerts.yml'],
    ['Threats', 'rules.zip: sigma/rules/cloud/m365/threats.yml'],
  ]);
  expect([refused, leftOut]).toEqual([[], 5]);
});

test('a bad rule for the audit log in a zip hides no other, and is told with its file', async () => {
  const file = zipOf({ 'a.yml': `${ruleFor('A')}level: huge`, 'b.yml': ruleFor('B') });
  expect(await titlesIn(file)).toEqual(['B']);
  expect(await reasonFor(file)).toEqual([
    { what: 'rules.zip: a.yml', reason: 'Its level is missing, or is not of the form that Sigma gives it.' },
  ]);
});

test('correlations in a zip are taken with what they refer to, and left out with it', async () => {
  const { rules, leftOut } = await readRuleFile(
    zipOf({
      'ours.yml': ruleFor('Ours'),
      'both.yml': correlationOf('Both', 'ours', 'wrong_password'),
      'theirs.yml': ruleFor('Theirs', windows),
      'chained.yml': correlationOf('Chained', 'other'),
      'other.yml': correlationOf('Other', 'theirs'),
      'one-file.yml': `${correlationOf('Inside', 'within')}---\n${ruleFor('Within', windows)}`,
    }),
  );
  expect(rules.map(({ title }) => title)).toEqual(['Ours', 'Both']);
  expect(leftOut).toBe(4);
});

test('names in a zip are told as they are, the end of long ones', async () => {
  const name = `../../\u202e<b>${'x'.repeat(300)}/Ä.yml`;
  const [rule] = (await readRuleFile(zipOf({ [name]: ruleFor('A'), '__proto__.yml': ruleFor('B') }))).rules;
  expect(rule?.file).toBe(`rules.zip: …${name.slice(-200)}`);
});

test('a zip that would exhaust its reader is refused before it is unpacked', async () => {
  const reason = async (file: File) => (await reasonFor(file)).map(({ reason }) => reason);
  const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`${i}`, '']));
  expect(await reason(zipOf(many))).toEqual(['It has more than the 20,000 files that Ledgerline reads of a zip.']);
  const heavy = claiming(7_000_000, zipOf(Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`${i}.yml`, ruleFor('A')]))));
  expect(await reason(await heavy)).toEqual(['It unpacks to more than the 100,000,000 bytes that Ledgerline reads of a zip.']);
  const one = zipOf({ 'huge.yml': ' '.repeat(8_000_001), 'a.yml': ruleFor('A') });
  expect(await titlesIn(one)).toEqual(['A']);
  expect(await reasonFor(one)).toEqual([
    { what: 'huge.yml', reason: 'It is longer than the 2,000,000 characters that Ledgerline reads of a file.' },
  ]);
  const vast = new File([], 'vast.zip');
  Object.defineProperty(vast, 'size', { value: 200_000_001 });
  expect(await reason(vast)).toEqual(['It is larger than the 200,000,000 bytes that Ledgerline reads of a zip.']);
});

test('no more is unpacked of a file than the zip says of it', async () => {
  const rule = ruleFor('A');
  const bomb = zipOf({ 'a.yml': rule.padEnd(5_000_000) });
  expect(await titlesIn(await claiming(rule.length, bomb))).toEqual(['A']);
});

test('what is no zip, or is cut off, says so', async () => {
  const reason = 'It is no zip, or it is damaged or has a password.';
  const whole = new Uint8Array(await zipOf({ 'a.yml': ruleFor('A') }).arrayBuffer());
  for (const bytes of [new Uint8Array(), strToU8('no zip at all, but long enough for one'), whole.slice(0, -30)])
    expect(await reasonFor(new File([bytes], 'rules.zip'))).toEqual([{ what: 'rules.zip', reason }]);
  expect(await readRuleFile(zipOf({}))).toEqual({ rules: [], refused: [], leftOut: 0 });
});
