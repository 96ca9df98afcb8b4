// Which commands the palette shows for what is typed, and in which order.

import { filterOptions, type TokenOption } from '~/ui/token-picker/token-filter';
import { type Command, commandGroups } from '~/ui/use-command';

export interface FoundCommand extends Command {
  /** The same whenever the command is there. */
  readonly id: string;
}

export interface FoundGroup {
  readonly name: string;
  readonly commands: readonly FoundCommand[];
}

const mostRecent = 5;

/**
 * Commands that have every word of the text somewhere, in any order, or begin with these letters, the closest first. Of equals,
 * and while nothing is typed, those `used` last (ids, the latest first) come before the others.
 */
export function findCommands(commands: readonly Command[], text: string, used: readonly string[]): readonly FoundGroup[] {
  const offered = offeredOf(commands);
  const recent = used.flatMap((id) => offered.get(id) ?? []);
  if (text.trim() === '') {
    const first = recent.slice(0, mostRecent);
    const others = [...offered.values()].filter((command) => !first.includes(command));
    return [...(first.length > 0 ? [{ name: 'Recently used', commands: first }] : []), ...intoGroups(others)];
  }
  const inOrder = new Set([...recent, ...offered.values()]);
  return intoGroups(filterOptions([...inOrder].map(toOption), text).flatMap(({ value }) => offered.get(value) ?? []));
}

/** Groups come in the order of their first commands. */
function intoGroups(commands: readonly FoundCommand[]): readonly FoundGroup[] {
  const names = new Set(commands.map(({ group }) => group));
  return [...names].map((name) => ({ name, commands: commands.filter(({ group }) => group === name) }));
}

/** In the order of their groups. Parts of a page that stand in for each other may offer the same. */
function offeredOf(commands: readonly Command[]): ReadonlyMap<string, FoundCommand> {
  const offered = new Map<string, FoundCommand>();
  for (const group of commandGroups) {
    for (const command of commands) {
      const id = `${group} ${command.label}`;
      if (command.group === group && command.run && !offered.has(id)) offered.set(id, { ...command, id });
    }
  }
  return offered;
}

function toOption({ id, label, group }: FoundCommand): TokenOption {
  return { value: id, label, group, keywords: [initialsOf(label)] };
}

function initialsOf(label: string): string {
  return label.replace(/([\p{L}\p{N}])[\p{L}\p{N}]*|[^\p{L}\p{N}]+/gu, '$1');
}
