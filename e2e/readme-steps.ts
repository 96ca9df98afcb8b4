// The walks of the README, as journeys follow them: sentence by sentence.

import { readFileSync } from 'node:fs';
import { type Page, test } from '@playwright/test';
import { expect } from './fixtures';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The numbered steps under a heading, each on one line and without emphasis. */
function stepsUnder(heading: string): string[] {
  const [, chapter = ''] = readme.split(`# ${heading}\n`);
  const [list = ''] = chapter.split('\n#');
  return [...list.matchAll(/^\d+\. (.*(?:\n {3}.*)*)/gm)].map(([, step = '']) => step.replace(/\n {3}/g, ' ').replace(/\*/g, ''));
}

export type Sentences = readonly (readonly [sentence: string, follow: () => Promise<void>])[];

/** Follows a walk. Fails when the README has other words than those that are followed, so that they stay true. */
export async function walk(heading: string, steps: readonly Sentences[]): Promise<void> {
  expect(steps.map((sentences) => sentences.map(([sentence]) => sentence).join(' '))).toEqual(stepsUnder(heading));
  for (const [sentence, follow] of steps.flat()) await test.step(sentence, follow);
}

export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

export function follow(page: Page, name: string): Promise<void> {
  return page.getByRole('link', { name, exact: true }).click();
}
