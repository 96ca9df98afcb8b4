// Sets that are kept in this browser between visits: those of one tenant and account, in room that is bounded.

import * as z from 'zod/mini';
import { deleteFolder, type KeptFolder, keptFolders } from '~/engine/door/kept-folders';
import type { EpochMs } from '~/lib/time';
import type { HeldRecordSet } from './held-record-sets';
import { storedJson } from './stored-json';

export interface KeptSet {
  /** What it was filled from, as `keep` was told. */
  readonly key: string;
  readonly title: string;
  readonly bytes: number;
  readonly writtenAt: EpochMs;
}

export interface KeptSets {
  /** Whose sets these are: tenant and account. */
  readonly owner: string;
  readonly account: string;
  /** Whether the browser has a place for them. */
  readonly isPossible: boolean;
  /**
   * Keeps a set under a key from now on. One without records takes in what is kept there; resolves with the mark it was given last.
   * The oldest of the others go where there is no room.
   */
  keep(key: string, title: string, held: HeldRecordSet): Promise<string | undefined>;
  /** The latest first. */
  list(): Promise<readonly KeptSet[]>;
  /** Whoever writes it, in whatever tab, stops. */
  delete(key: string): Promise<void>;
  deleteAll(): Promise<void>;
  /** Bytes that all of them may have together. */
  limit(): Promise<number>;
}

const most = 2 * 1024 ** 3;
/** Room is made whenever so many bytes have come. */
const trimEvery = 16 * 1024 ** 2;

const about = z.object({ title: z.string() });

export function createKeptSets(tenant: string, account: string): KeptSets {
  const owner = `${tenant} ${account}`;
  const keeping = new WeakMap<HeldRecordSet, Promise<string | undefined>>();
  const place = (key: string) => [owner, key];

  async function limit(): Promise<number> {
    const { quota = most * 2 } = (await navigator.storage?.estimate?.()) ?? {};
    return Math.min(most, Math.floor(quota / 2));
  }

  /** Deletes the oldest until the rest has room, but for one. */
  async function makeRoom(but: string) {
    const [folders, bound] = await Promise.all([keptFolders([owner]), limit()]);
    let total = folders.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { name, bytes } of folders) {
      if (total <= bound) return;
      if (name === but) continue;
      await deleteFolder(place(name));
      total -= bytes;
    }
  }

  function makeRoomWhileItGrows(key: string, { set, released }: HeldRecordSet) {
    let trimmedAt = 0;
    const stop = set.state.subscribe(() => {
      const { kept } = set.state.get();
      if (kept.kind !== 'kept' || kept.bytes < trimmedAt + trimEvery) return;
      trimmedAt = kept.bytes;
      // Where the oldest cannot be deleted, the browser's own bound ends the keeping.
      makeRoom(key).catch(() => undefined);
    });
    released.addEventListener('abort', stop);
  }

  async function keep(key: string, title: string, held: HeldRecordSet) {
    await makeRoom(key).catch(() => undefined);
    makeRoomWhileItGrows(key, held);
    return held.intake.keep(place(key), JSON.stringify({ title }), await limit());
  }

  return {
    owner,
    account,
    isPossible: typeof navigator.storage?.getDirectory === 'function',
    limit,
    keep(key, title, held) {
      const known = keeping.get(held);
      if (known) return known;
      const begun = keep(key, title, held);
      keeping.set(held, begun);
      return begun;
    },
    list: async () => (await keptFolders([owner])).map(keptSet).reverse(),
    delete: (key) => deleteFolder(place(key)),
    deleteAll: () => deleteFolder([owner]),
  };
}

function keptSet({ name, about: note, bytes, writtenAt }: KeptFolder): KeptSet {
  return { key: name, title: storedJson(about, note)?.title ?? name, bytes, writtenAt };
}
