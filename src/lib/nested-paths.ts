// The paths that lead into a JSON value, as `json-path.ts` reads them, each with the text of one value it leads to.

import { jsonInside, namedEntries } from './json-inside';
import { propertyStep } from './json-path';
import { membersOf, WrittenNumber } from './read-json';

const deepest = 4;
const longestExample = 200;

/** Adds what is found in `value`, which stands at `path`, to `found`; no more than `most` paths are kept. */
export function addNestedPaths(value: unknown, path: string, found: Map<string, string>, most: number, depth = 1): void {
  if (depth > deepest) return;
  for (const [step, inside] of stepsInto(typeof value === 'string' ? jsonInside(value) : value)) {
    const next = `${path}${step}`;
    if (isParted(inside)) {
      addNestedPaths(inside, next, found, most, depth + 1);
      continue;
    }
    if (inside === null || inside === '' || (found.size >= most && !found.has(next))) continue;
    if (!found.has(next)) found.set(next, String(inside).slice(0, longestExample));
  }
}

function stepsInto(value: unknown): (readonly [step: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null || value instanceof WrittenNumber) return [];
  if (!Array.isArray(value)) return membersOf(value).map(([name, each]) => [memberStep(name), each]);
  const named = namedEntries(value).flatMap((entry): (readonly [string, unknown])[] => {
    const members = new Map(membersOf(entry));
    const name = members.get('Name') ?? members.get('Key');
    const inside = members.has('Value') ? members.get('Value') : members.get('NewValue');
    return typeof name === 'string' && /^[^\]"[]+$/.test(name) && !/^\d+$/.test(name) ? [[`[${name}]`, inside]] : [];
  });
  return named.length > 0 ? named : value.slice(0, 1).map((each) => ['[0]', each]);
}

function memberStep(name: string): string {
  const step = propertyStep(name);
  return step.startsWith('[') ? step : `.${step}`;
}

function isParted(value: unknown): boolean {
  if (typeof value === 'string') return typeof jsonInside(value) === 'object' && jsonInside(value) !== null;
  return typeof value === 'object' && value !== null && !(value instanceof WrittenNumber);
}
