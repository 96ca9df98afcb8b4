// Who is meant. Records name the same mailbox by address, alias, GUID or a path of the directory, and some write two of them side
// by side: what one record says of a name holds for all. A name that could be two people's stays what it is.

import type { AccessChange, Party, WrittenChange } from './access-change';

/** In the same order. */
export function nameChanges(written: readonly WrittenChange[]): readonly AccessChange[] {
  const names = new KnownNames(written);
  return written.map(({ mailbox, people, sameMailbox: _, ...change }) => ({
    ...change,
    key: `${change.record} ${change.kind} ${change.effect}`,
    mailbox: mailbox === '' ? undefined : names.party(mailbox),
    people: people.map((each) => names.party(each)),
  }));
}

/** Whether a mailbox or somebody is the one an administrator or a link names: an address, the part before its @, or as written. */
export function isParty({ key, written }: Party, wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  return text === key || text === written.toLowerCase() || text === localPart(key) || localPart(text) === key;
}

/** Whether what is written is something else than the name that is shown. */
export function isRenamed({ name, written }: Party): boolean {
  return name.toLowerCase() !== written.toLowerCase();
}

/** Everyone inside, and everyone: entries of folders that are nobody's names. */
const everybody = new Set(['default', 'anonymous', 'everyone']);

class KnownNames {
  /** By name in small letters; `undefined` where there are several. */
  readonly #addresses = new Map<string, string | undefined>();
  readonly #parties = new Map<string, Party>();

  constructor(changes: readonly WrittenChange[]) {
    for (const { mailbox, people, by, sameMailbox } of changes) {
      for (const text of [mailbox, by, ...people]) if (isAddress(text)) this.#learn(localPart(text), bareName(text));
      const address = sameMailbox.map(bareName).find(isAddress);
      if (address === undefined) continue;
      for (const text of sameMailbox) if (!isAddress(text)) this.#learn(bareName(text), address);
    }
  }

  #learn(name: string, address: string): void {
    const key = name.toLowerCase();
    if (key === '' || everybody.has(key)) return;
    if (!this.#addresses.has(key)) this.#addresses.set(key, address);
    else if (this.#addresses.get(key)?.toLowerCase() !== address.toLowerCase()) this.#addresses.set(key, undefined);
  }

  party(written: string): Party {
    const met = this.#parties.get(written);
    if (met) return met;
    const bare = bareName(written);
    const known = isAddress(bare) ? bare : this.#addresses.get(bare.toLowerCase());
    const name = known ?? bare;
    const isAmbiguous = known === undefined && this.#addresses.has(bare.toLowerCase());
    const party = { written, name, key: name.toLowerCase(), ...(isAmbiguous && { isAmbiguous }) };
    this.#parties.set(written, party);
    return party;
  }
}

function isAddress(text: string): boolean {
  return /^[^\s@/\\,]+@[^\s@/\\]+$/.test(text);
}

function localPart(text: string): string {
  return text.slice(0, text.includes('@') ? text.indexOf('@') : undefined).toLowerCase();
}

/** The part that tells: `Ada` of `EURPR07A004.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/contoso.com/Ada` or of `CN=Ada,OU=…`. */
function bareName(written: string): string {
  const text = written.trim().replace(/^smtp:/i, '');
  if (/\/Microsoft Exchange Hosted Organizations\//i.test(text)) return text.slice(text.lastIndexOf('/') + 1) || text;
  return /^CN=((?:[^,\\]|\\.)+),/i.exec(text)?.[1] ?? text;
}
