import type { KeptSets } from '~/records/kept-sets';
import { useStored } from '~/ui/use-stored';

export type KeepChoice = 'keep' | 'never';

export interface Keeping {
  /** What the administrator answered; `undefined` before being asked. */
  readonly choice: KeepChoice | undefined;
  choose(choice: KeepChoice): void;
  /** Absent unless it is allowed. */
  readonly keep: KeptSets['keep'] | undefined;
}

const parse = (value: unknown): KeepChoice | undefined => (value === 'keep' || value === 'never' ? value : undefined);

/** Whether records are kept in this browser: answered once by each account, in every tab the same. */
export function useKeeping({ owner, keep }: KeptSets): Keeping {
  const [choice, setChoice] = useStored<KeepChoice | undefined>(`keep-records ${owner}`, parse, undefined);
  return {
    choice,
    keep: choice === 'keep' ? keep : undefined,
    choose(next) {
      setChoice(next);
      // Otherwise a browser that is short of room may delete what is kept. Some ask the administrator once more.
      if (next === 'keep') void navigator.storage?.persist?.().catch(() => false);
    },
  };
}
