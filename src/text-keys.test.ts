// A text from outside may be `constructor`, and every object literal has something under that name: whoever looks texts up
// keeps them in a Map, or asks `ownValue`. The type checker knows which keys are texts and which are one of a few known words.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type Expression, type Node, SyntaxKind } from 'typescript/unstable/ast';
import { isAsExpression, isBinaryExpression, isElementAccessExpression } from 'typescript/unstable/ast/is';
import { API, TypeFlags } from 'typescript/unstable/sync';
import { expect, test } from 'vitest';

/** `file: code` of each place below `folder` that looks into an object by what may be any text. */
function textKeys(config: string, folder: string): string[] {
  const api = new API();
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (!project) throw new Error(`there is no project ${config}`);
    const { program, checker } = project;
    const files = program.getSourceFileNames().filter((name) => name.startsWith(`${folder}/`) && !/\.test\.tsx?$/.test(name));
    const any = checker.getStringType();
    return files.flatMap((name) => {
      const source = program.getSourceFile(name);
      const looks = source ? looksIn(source) : [];
      const types = checker.getTypeAtLocation(looks.map(({ key }) => (isAsExpression(key) ? key.expression : key)));
      return looks
        .filter((_, i) => types[i] && (types[i].flags & TypeFlags.NumberLike) === 0 && checker.isTypeAssignableTo(any, types[i]))
        .map(({ node }) => `${relative(folder, name)}: ${source?.text.slice(node.pos, node.end).trim()}`);
    });
  } finally {
    api.close();
  }
}

/** Every `object[key]` and `key in object`. */
function looksIn(root: Node): readonly { readonly node: Node; readonly key: Expression }[] {
  const looks: { node: Node; key: Expression }[] = [];
  const visit = (node: Node): void => {
    if (isElementAccessExpression(node)) looks.push({ node, key: node.argumentExpression });
    if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword) looks.push({ node, key: node.left });
    node.forEachChild(visit);
  };
  visit(root);
  return looks;
}

test('no object is looked into by a text, but by the one function for it', () => {
  expect(textKeys(resolve('tsconfig.json'), resolve('src'))).toEqual(['lib/own-value.ts: table[name]']);
});

test.each([
  ['a table', `export const look = (name: string, table: Readonly<Record<string, number>>) => table[name];`],
  ['a literal', `export const look = (name: string) => ({ a: 1, b: 2 })[name as 'a' | 'b'];`],
  ['a table that is written to', `export const put = (name: string, table: Record<string, 1>) => void (table[name] = 1);`],
  ['what is said to be in it', `export const isThere = (name: string, table: object) => name in table;`],
])('a text may not look into %s', (_, code) => {
  expect(planted(code)).toHaveLength(1);
});

test.each([
  ['a number into a list', `export const look = (at: number, list: readonly string[]) => list[at];`],
  ['one of a few words into a table', `export const look = (name: 'a' | 'b', table: Record<'a' | 'b', 1>) => table[name];`],
  ['a word of ours into a table', `export const look = (table: Record<string, 1>) => table['a'];`],
])('%s may look', (_, code) => {
  expect(planted(code)).toEqual([]);
});

function planted(code: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'text-keys-'));
  try {
    writeFileSync(join(folder, 'planted.ts'), code);
    writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }');
    return textKeys(join(folder, 'tsconfig.json'), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
