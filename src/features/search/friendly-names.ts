// The friendly names as a second view of the chosen operations: a name is chosen when all its operations are, and a whole
// group when all of its are. Nothing is stored here.

import { type Activity, activities } from '~/domain/catalogue/activities';
import type { TokenOption } from '~/ui/token-picker/token-filter';

interface FriendlyName {
  readonly option: TokenOption;
  readonly operations: readonly string[];
}

/** Those of some activities, in Microsoft's groups; each group of several that is there in full begins with itself. */
export function friendlyNames(of: readonly Activity[] = activities): readonly FriendlyName[] {
  return [...grouped(of.filter(isNamed), ({ group }) => group)].flatMap(([group, members]) => {
    const names = [...grouped(members, (activity) => activity.friendlyName)].map(([label, named]) =>
      friendlyName(`${group}: ${label}`, label, group, named),
    );
    return names.length > 1 && members.length === groupSizes.get(group)?.length ? [wholeGroup(group, members), ...names] : names;
  });
}

const isNamed = ({ friendlyName }: Activity) => friendlyName !== '';
const groupSizes = grouped(activities.filter(isNamed), ({ group }) => group);

function grouped<T>(values: readonly T[], by: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(by(value));
    if (group) group.push(value);
    else groups.set(by(value), [value]);
  }
  return groups;
}

function friendlyName(value: string, label: string, group: string, named: readonly Activity[]): FriendlyName {
  const operations = [...new Set(named.map(({ operation }) => operation))];
  return { option: { value, label, group, detail: operations.join(', '), keywords: operations }, operations };
}

function wholeGroup(group: string, members: readonly Activity[]): FriendlyName {
  const operations = [...new Set(members.map(({ operation }) => operation))];
  const label = `All ${group}`;
  return { option: { value: `${group}:`, label, group, detail: `${operations.length} operations` }, operations };
}

const everyName = friendlyNames();
const byValue = new Map(everyName.map((name) => [name.option.value, name]));

export function friendlyNameLabel(value: string): string {
  return byValue.get(value)?.option.label ?? value;
}

/** The names and groups whose operations are all chosen; a group stands for the names in it. */
export function chosenFriendlyNames(operations: readonly string[]): string[] {
  if (operations.length === 0) return [];
  const chosen = new Set(operations);
  const complete = everyName.filter((name) => name.operations.every((operation) => chosen.has(operation)));
  const wholeGroups = new Set(complete.filter(isWholeGroup).map(({ option }) => option.group));
  return complete.filter((name) => isWholeGroup(name) || !wholeGroups.has(name.option.group)).map(({ option }) => option.value);
}

const isWholeGroup = ({ option }: FriendlyName) => option.value === `${option.group}:`;

/** The operations after the choice of names was changed to `next`: added names bring theirs, removed ones take theirs away. */
export function withFriendlyNames(operations: readonly string[], next: readonly string[]): string[] {
  const before = chosenFriendlyNames(operations);
  const operationsOf = (values: readonly string[]) => values.flatMap((value) => byValue.get(value)?.operations ?? []);
  const added = operationsOf(next.filter((value) => !before.includes(value)));
  const removed = new Set(operationsOf(before.filter((value) => !next.includes(value))));
  return [...new Set([...operations.filter((operation) => !removed.has(operation)), ...added])];
}
