import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** As written for people: `/`, `?`, `j`, `Ctrl+Enter`. */
  readonly keys: string;
  readonly label: string;
}

let active: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

function setActive(next: readonly Shortcut[]) {
  active = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What can be pressed on the page as it is now, for the shortcuts dialog. */
export function useActiveShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => active);
}

function list(entries: readonly Shortcut[]): () => void {
  setActive([...active, ...entries]);
  return () => setActive(active.filter((each) => !entries.includes(each)));
}

/** Lists keys that a control handles by itself. `shortcuts` must be the same array at every render. */
export function useListedShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => list(shortcuts), [shortcuts]);
}

/** While mounted, `keys` anywhere on the page calls `handler`; single characters are left to fields being typed in. */
export function useShortcut({ keys, label }: Shortcut, handler: () => void): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    const unlist = list([{ keys, label }]);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !matches(event, keys)) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      unlist();
    };
  }, [keys, label]);
}

function matches(event: KeyboardEvent, keys: string): boolean {
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
