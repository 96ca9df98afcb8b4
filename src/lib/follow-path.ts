// Apart from how paths are read: whoever lists fields has no JSON to follow them through.

import { jsonInside, namedEntries } from './json-inside';
import type { PathStep } from './json-path';

/**
 * Follows a path through parsed JSON without ever touching a prototype; `undefined` where it leads nowhere. A step into a text
 * leads into what that text stands for.
 */
export function followPath(value: unknown, steps: readonly PathStep[]): unknown {
  let current = value;
  for (const each of steps) {
    if (typeof current === 'string') current = jsonInside(current);
    if (each.kind === 'property') {
      if (typeof current !== 'object' || current === null || Array.isArray(current)) return undefined;
      current = ownValue(current, each.name);
    } else if (!Array.isArray(current)) {
      return undefined;
    } else {
      current = each.kind === 'index' ? current[each.index] : namedValue(current, each.name);
    }
  }
  return current;
}

function namedValue(list: readonly unknown[], name: string): unknown {
  const entry = namedEntries(list).find((each) => ownValue(each, 'Name') === name || ownValue(each, 'Key') === name);
  return entry && ownValue(entry, Object.hasOwn(entry, 'Value') ? 'Value' : 'NewValue');
}

function ownValue(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined;
}
