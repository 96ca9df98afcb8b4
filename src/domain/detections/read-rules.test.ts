import { expect, test } from 'vitest';
import { readRules } from './read-rules';

const rule = (title: string, more = '') => `title: ${title}
logsource: {product: m365}
detection: {selection: {Operation: Send}, condition: selection}
${more}`;

const titles = (text: string) => readRules('a.yml', text).rules.map(({ title }) => title);
const reasons = (text: string) => readRules('a.yml', text).refused.map(({ reason }) => reason);

test('a rule is read with all that is known of it', () => {
  const { rules, refused } = readRules(
    'a.yml',
    rule(
      'Mail sent',
      `id: 8011f4b4-7992-4479-b9c4-070817a8efd5
name: mail_sent
status: test
description: Somebody sent mail.
level: low
author: Ada
references: https://example.com/
tags: [attack.t1114]
falsepositives: [Everybody, 1]
date: 2026-01-01
custom: {anything: [1]}`,
    ),
  );
  expect(refused).toEqual([]);
  expect(rules).toEqual([
    {
      kind: 'detection',
      id: '8011f4b4-7992-4479-b9c4-070817a8efd5',
      name: 'mail_sent',
      title: 'Mail sent',
      description: 'Somebody sent mail.',
      level: 'low',
      status: 'test',
      author: 'Ada',
      references: ['https://example.com/'],
      tags: ['attack.t1114'],
      falsepositives: ['Everybody', '1'],
      file: 'a.yml',
      logsource: { product: 'm365', service: '', category: '' },
      detection: { conditions: ['selection'], selections: new Map([['selection', { Operation: 'Send' }]]) },
    },
  ]);
});

test('a rule without an id is called by its file and place', () => {
  expect(readRules('a.yml', rule('One')).rules[0]?.id).toBe('a.yml');
  expect(readRules('a.yml', `${rule('One')}\n---\n${rule('Two')}`).rules.map(({ id }) => id)).toEqual([
    'a.yml, document 1',
    'a.yml, document 2',
  ]);
});

test('a bad document hides no other, and is told with its line', () => {
  const { rules, refused } = readRules('a.yml', `${rule('One')}\n---\na: [\n---\n\n--- # nothing\n---\n${rule('Two')}`);
  expect(rules.map(({ title }) => title)).toEqual(['One', 'Two']);
  expect(refused).toEqual([
    { what: 'a.yml, document 2', reason: expect.stringMatching(/^It is not YAML: Flow sequence .*, on line 7\.$/) },
  ]);
});

test.for<[text: string, reason: string]>([
  ['just words', 'It is no rule: a rule is a map of title, logsource, detection and others.'],
  ['[1, 2]', 'It is no rule: a rule is a map of title, logsource, detection and others.'],
  ['title: X', 'It has neither a detection nor a correlation.'],
  ['title: X\nfilter: {}', 'It is a filter of Sigma, which changes other rules. Put what it leaves out into those rules.'],
  [
    'action: global\ntitle: X',
    'It is a rule collection, an older format of Sigma. Write each of its rules as a rule of its own.',
  ],
  ['detection: {condition: a}\nlogsource: {}', 'Its title is missing, or is not of the form that Sigma gives it.'],
  ['title: X\ndetection: {condition: a}', 'Its logsource is missing, or is not of the form that Sigma gives it.'],
  [
    'title: X\nlogsource: {}\ndetection: {a: {b: {c: d}}, condition: a}',
    'Its detection › a is missing, or is not of the form that Sigma gives it.',
  ],
  [
    'title: X\nlogsource: {}\ndetection: {a: x}',
    'Its detection › condition is missing, or is not of the form that Sigma gives it.',
  ],
  [rule('X', 'level: huge'), 'Its level is missing, or is not of the form that Sigma gives it.'],
  [
    'title: X\ncorrelation: {type: event_count}',
    'Its correlation › rules is missing, or is not of the form that Sigma gives it.',
  ],
  ['title: X\ntitle: Y', 'It has the key title twice in one place.'],
  ['\0\0PK', 'It is no rule: a rule is a map of title, logsource, detection and others.'],
])('%j is refused', ([text, reason]) => {
  expect(readRules('a.yml', text)).toEqual({ rules: [], refused: [{ what: 'a.yml', reason }] });
});

test('a key that reaches a prototype is refused wherever it stands, and one that every object has is a key like any other', () => {
  const reason = 'It has a key __proto__, which no rule needs.';
  expect(reasons(`__proto__: {title: X}\n${rule('X')}`)).toEqual([reason]);
  expect(reasons('title: X\nlogsource: {}\ndetection: {a: {Operation: Send, __proto__: x}, condition: a}')).toEqual([reason]);
  expect(reasons('title: X\ncorrelation: {aliases: {a: {__proto__: x}}}')).toEqual([reason]);
  expect(titles(rule('X', 'constructor: 1\ntoString: 2'))).toEqual(['X']);
  expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
});

test('what could exhaust its reader is refused', () => {
  const bomb = ['a: &a [x, x]', ...Array.from('bcdefghi', (name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]}, `.repeat(9)}]`)];
  const tooMuch = 'It is YAML that nests or repeats itself too much to be a rule.';
  expect(reasons(`${rule('X')}\n${bomb.join('\n')}`)).toEqual([tooMuch]);
  const tooLong = 'It is longer than the 100,000 characters that Ledgerline reads of a rule.';
  expect(reasons('['.repeat(1_000_000))).toEqual([tooLong]);
  expect(reasons(`${'{a: '.repeat(250_000)}\n---\n${rule('Good')}`)).toEqual([tooLong]);
  expect(titles(`${'{a: '.repeat(250_000)}\n---\n${rule('Good')}`)).toEqual(['Good']);
  expect(reasons('[{a: '.repeat(2_000))).toEqual([expect.stringMatching(/^It is (not YAML|YAML that nests)/)]);
  expect(reasons('- '.repeat(4_000))).toHaveLength(1);
  expect(reasons('-'.repeat(2_000_001))).toEqual(['It is longer than the 2,000,000 characters that Ledgerline reads of a file.']);
  expect(reasons('---\n'.repeat(2_001))).toEqual(['It has more than the 2,000 documents that Ledgerline reads of a file.']);
});

test('nothing in YAML runs, and tags that ask for it are texts', () => {
  expect(titles('title: !!js/function "alert(1)"\nlogsource: {}\ndetection: {a: x, condition: a}')).toEqual(['alert(1)']);
});

test('an anchor may be used again', () => {
  const text = `title: X
logsource: {product: m365}
detection:
  selection: {Operation: &operations [Send, SendAs]}
  other: {Operation: *operations}
  condition: selection`;
  const [read] = readRules('a.yml', text).rules;
  expect(read?.kind === 'detection' && read.detection.selections.get('other')).toEqual({ Operation: ['Send', 'SendAs'] });
});
