// A value that others watch. React reads it through `useSyncExternalStore(store.subscribe, store.get)`.

export interface Store<Value> {
  readonly get: () => Value;
  /** Calls back after every change, until what it returns is called. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface WritableStore<Value> extends Store<Value> {
  readonly set: (value: Value) => void;
}

export function createStore<Value>(value: Value): WritableStore<Value> {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value from the first that passes on; rejects with the signal's reason. */
export function waitFor<Value, Passing extends Value>(
  store: Store<Value>,
  passes: (value: Value) => value is Passing,
  signal?: AbortSignal,
): Promise<Passing> {
  return new Promise((resolve, reject) => {
    const end = () => {
      unsubscribe();
      signal?.removeEventListener('abort', onAbort);
    };
    const onAbort = () => {
      end();
      reject(signal?.reason);
    };
    const look = () => {
      const value = store.get();
      if (!passes(value)) return;
      end();
      resolve(value);
    };
    const unsubscribe = store.subscribe(look);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) onAbort();
    else look();
  });
}
