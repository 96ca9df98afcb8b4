import { expect, test } from 'vitest';
import { contentWithFiles } from '~/domain/detections/rule-book-content';
import type { readRulesApart } from '~/engine/rules/rules-apart';
import { createRuleBook } from './rule-book';

/** What the worker does, here. */
const readHere: typeof readRulesApart = async ({ own, files }, onToRead, signal) => {
  const content = await contentWithFiles(own, files, onToRead);
  signal.throwIfAborted();
  return content;
};

const ruleOf = (title: string, name = title) => `
title: ${title}
name: ${name}
logsource: { product: m365 }
detection: { selection: { Operation: ${title} }, condition: selection }
`;
const fileOf = (name: string, text: string) => new File([text], name);

test('own rules stand behind those that come with Ledgerline, and are removed', async () => {
  const book = createRuleBook(readHere);
  const before = book.state.get();
  const titles = () =>
    book.state
      .get()
      .detections.slice(before.detections.length)
      .map(({ rule }) => rule.title);
  expect(before.detections.length).toBeGreaterThan(10);
  const opened = book.open([fileOf('a.yml', ruleOf('A')), fileOf('b.txt', ''), fileOf('c.yaml', ruleOf('C'))]);
  expect(book.state.get()).toMatchObject({ id: before.id, toRead: 3 });
  await opened;
  expect(titles()).toEqual(['A', 'C']);
  expect(book.state.get().id).not.toBe(before.id);
  expect(book.state.get().toRead).toBe(0);
  expect(book.state.get().own.flatMap(({ refused }) => refused)).toEqual([
    { what: 'b.txt', reason: 'Rules of Sigma are files that end in .yml or .yaml, or a zip of such files.' },
  ]);
  book.removeOwn();
  expect(titles()).toEqual([]);
  expect(book.state.get().own).toEqual([]);
});

test('a file takes the place of one with the same name, under another id', async () => {
  const book = createRuleBook(readHere);
  await book.open([fileOf('a.yml', ruleOf('A')), fileOf('b.yml', ruleOf('B'))]);
  const { id } = book.state.get();
  await book.open([fileOf('a.yml', ruleOf('Z'))]);
  expect(
    book.state
      .get()
      .detections.slice(-2)
      .map(({ rule }) => rule.title),
  ).toEqual(['B', 'Z']);
  expect(book.state.get().id).not.toBe(id);
});

test('a correlation of shipped rules and own ones is one rule, and its parts are none', async () => {
  const book = createRuleBook(readHere);
  const correlation = `
title: Both
correlation: { type: temporal, rules: [own, wrong_password], group-by: [UserId], timespan: 1h }
`;
  await book.open([fileOf('a.yml', correlation), fileOf('b.yml', ruleOf('Own', 'own'))]);
  const { detections } = book.state.get();
  expect(detections.at(-1)).toMatchObject({ kind: 'correlation', rule: { title: 'Both' } });
  expect(detections.map(({ rule }) => rule.title)).not.toContain('Own');
  expect(detections.map(({ rule }) => rule.title)).not.toContain('Wrong password');
});

test('files opened while others are read wait behind these, and are counted with them', async () => {
  const book = createRuleBook(readHere);
  const told = new Set<number>();
  book.state.subscribe(() => told.add(book.state.get().toRead));
  await Promise.all([book.open([fileOf('a.yml', ruleOf('A')), fileOf('b.yml', ruleOf('B'))]), book.open([fileOf('c.yml', '')])]);
  expect([...told]).toEqual([2, 3, 1, 0]);
  expect(book.state.get().own.map(({ name }) => name)).toEqual(['a.yml', 'b.yml', 'c.yml']);
});

test('files that are removed before they are read are not read', async () => {
  const book = createRuleBook(readHere);
  const { length } = book.state.get().detections;
  const opened = book.open([fileOf('a.yml', ruleOf('A'))]);
  book.removeOwn();
  await opened;
  expect(book.state.get()).toMatchObject({ own: [], toRead: 0 });
  expect(book.state.get().detections).toHaveLength(length);
  await book.open([fileOf('b.yml', ruleOf('B'))]);
  expect(book.state.get().detections).toHaveLength(length + 1);
});
