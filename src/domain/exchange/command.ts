// An Exchange cmdlet with its parameters, as a value: what is sent to the service and what is shown as PowerShell cannot differ.

import { powerShellComment, quotePowerShell, quotePowerShellList } from './power-shell';

/** Adds to a list and takes from it, where a plain list would replace it. */
export interface ListChange {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

export type ParameterValue = boolean | number | string | readonly string[] | ListChange;

export interface Command {
  readonly cmdlet: string;
  /** In the order they are written. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Parameters without a value, which PowerShell would take for an argument: `-ShowDetails`. */
  readonly switches?: readonly string[];
}

/** One line that does exactly this, safe to paste whatever the values are. */
export function commandLine({ cmdlet, parameters, switches = [] }: Command): string {
  const given = Object.entries(parameters).map(([name, value]) => `-${name} ${argument(value)}`);
  return [cmdlet, ...given, ...switches.map((name) => `-${name}`)].join(' ');
}

/** The lines to run one after another, each with a comment before it. */
export function commandScript(steps: readonly { readonly about: string; readonly command: Command }[]): string {
  return steps.map(({ about, command }) => `${powerShellComment(about)}\n${commandLine(command)}\n`).join('\n');
}

function argument(value: ParameterValue): string {
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quotePowerShell(value);
  if (isListChange(value)) return hashTable(value);
  // An empty list would leave the parameter without an argument.
  return value.length > 0 ? quotePowerShellList(value) : '$null';
}

export function isListChange(value: ParameterValue): value is ListChange {
  return typeof value === 'object' && !Array.isArray(value);
}

function hashTable({ add = [], remove = [] }: ListChange): string {
  const entries = [
    ...(add.length > 0 ? [`Add=${quotePowerShellList(add)}`] : []),
    ...(remove.length > 0 ? [`Remove=${quotePowerShellList(remove)}`] : []),
  ];
  return `@{${entries.join('; ')}}`;
}
