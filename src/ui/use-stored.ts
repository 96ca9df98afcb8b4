import { useCallback, useMemo, useSyncExternalStore } from 'react';

const changed = new EventTarget();

/** `update` changes what is stored at that moment, which a page that is left behind does not see. */
type Stored<T> = [value: T, set: (next: T) => void, update: (change: (last: T) => T) => void];

/**
 * A value kept in this browser, the same in every tab. What is stored is from outside: `parse` answers `undefined` for
 * anything it does not recognise, and `fallback` is used. Where storage is refused the value lives as long as the page.
 */
export function useStored<T>(key: string, parse: (value: unknown) => T | undefined, fallback: T): Stored<T> {
  const name = `ledgerline.${key}`;
  const subscribe = useCallback(
    (notify: () => void) => {
      const onStorage = (event: StorageEvent) => event.key === name && notify();
      changed.addEventListener(name, notify);
      window.addEventListener('storage', onStorage);
      return () => {
        changed.removeEventListener(name, notify);
        window.removeEventListener('storage', onStorage);
      };
    },
    [name],
  );
  const text = useSyncExternalStore(subscribe, () => read(name));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a caller's inline parse and fallback must not parse again at every render
  const value = useMemo(() => parse(fromJson(text)) ?? fallback, [text]);
  const set = useCallback(
    (next: T) => {
      write(name, JSON.stringify(next));
      changed.dispatchEvent(new Event(name));
    },
    [name],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const update = useCallback((change: (last: T) => T) => set(change(parse(fromJson(read(name))) ?? fallback)), [name, set]);
  return [value, set, update];
}

const unsaved = new Map<string, string>();

function read(name: string): string | null {
  try {
    return unsaved.get(name) ?? localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
    unsaved.delete(name);
  } catch {
    unsaved.set(name, text);
  }
}

function fromJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
