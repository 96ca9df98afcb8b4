// What can be done on the page as it is now. Whoever can do something says so while it is mounted; the command palette offers it,
// the shortcuts dialog lists its keys, and pressing those does it.

import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import { useLatest } from './use-stable';

/** In the order they are offered. */
export const commandGroups = ['On this page', 'Go to', 'Display', 'Help', 'Open'] as const;
export type CommandGroup = (typeof commandGroups)[number];

export interface Command {
  /** Begins with a verb, or names what is gone to. Of two in one group with the same label the one that was there first counts. */
  readonly label: string;
  readonly group: CommandGroup;
  /** As written for people: `/`, `?`, `j`, `Ctrl+Enter`. */
  readonly keys?: string | undefined;
  /** Absent while it cannot be done, and where a control handles its keys by itself: then only its keys are listed. */
  readonly run?: (() => void) | undefined;
}

/** `On this page` where no group is said. */
export type NewCommand = Omit<Command, 'group'> & { readonly group?: CommandGroup };

let active: readonly Command[] = [];
const listeners = new Set<() => void>();

function setActive(next: readonly Command[]) {
  active = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useActiveCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => active);
}

/** While mounted, offers `run`, which may be another at every render; its keys work anywhere on the page. */
export function useCommand(command: Omit<NewCommand, 'run'>, run: (() => void) | undefined): void {
  useCommands([{ ...command, run }]);
}

/** Several at once, of which there may be more or fewer at the next render. */
export function useCommands(commands: readonly NewCommand[]): void {
  const latest = useLatest(commands);
  const told = JSON.stringify(commands.map(({ group, label, keys, run }) => [group, label, keys, run !== undefined]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `told` says when what is read from `latest` is another
  useEffect(() => {
    const entries = latest.current.map((command, at): Command => {
      const run = command.run && (() => latest.current[at]?.run?.());
      return { group: 'On this page', ...command, run };
    });
    setActive([...active, ...entries]);
    // The same function is added once, however often it is added.
    document.addEventListener('keydown', runByKey);
    return () => setActive(active.filter((each) => !entries.includes(each)));
  }, [told]);
}

/** Offers pressing a button or a link: for its `ref`. Nothing is offered without a label, and while it is disabled. */
export function usePressCommand<T extends HTMLElement>(label: string | undefined, isDisabled = false): RefObject<T | null> {
  const element = useRef<T>(null);
  useCommands(label === undefined || isDisabled ? [] : [{ label, run: () => element.current?.click() }]);
  return element;
}

function runByKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || isBehindDialog()) return;
  const command = active.find(({ keys, run }) => run && keys !== undefined && isPressed(event, keys));
  if (!command) return;
  event.preventDefault();
  command.run?.();
}

/** Single characters are left to fields being typed in. */
function isPressed(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1);
  const wantsControl = parts.includes('Ctrl');
  if ((event.ctrlKey || event.metaKey) !== wantsControl || event.altKey) return false;
  if (event.key.toLowerCase() !== key?.toLowerCase()) return false;
  return wantsControl || key === 'Escape' || !isTyping(event.target);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

/** What a dialog covers can be neither seen nor reached, and must not act. */
function isBehindDialog(): boolean {
  return document.querySelector('[aria-modal="true"], dialog[open]') !== null;
}
