// What many records say was read, put together: each message, and each folder that was taken as a whole, once per mailbox.

import type { RecordKey } from '~/domain/record/record-key';
import type { EpochMs } from '~/lib/time';
import type { AccessFacts, AccessProblem, MailAccess, ReadAccess } from './mail-access';

type FactName = Exclude<keyof AccessFacts, 'mailbox'>;

/** Sorted, each once. */
export type ReadFacts = Readonly<Record<FactName, readonly string[]>>;

/** A message that was opened, or a folder that was taken as a whole. */
export interface MailRead extends ReadFacts {
  readonly kind: 'bind' | 'sync';
  readonly mailbox: string;
  /** Empty for a folder. */
  readonly message: string;
  readonly subjects: readonly string[];
  readonly folders: readonly string[];
  readonly first: EpochMs;
  readonly last: EpochMs;
  /** Records that tell of it. */
  readonly times: number;
  /** The earliest of them. */
  readonly key: RecordKey;
}

/** A mailbox whose records say that no more were written for a while. */
export interface Throttling {
  readonly mailbox: string;
  readonly first: EpochMs;
  readonly last: EpochMs;
  readonly records: number;
}

export interface UnreadRecord {
  readonly key: RecordKey;
  readonly recordId: string;
  readonly problem: AccessProblem;
}

export interface MailReads {
  readonly reads: readonly MailRead[];
  readonly messages: number;
  readonly folders: number;
  readonly throttled: readonly Throttling[];
  /** Records that say less than they should; the first 100 of `unreadCount`. */
  readonly unread: readonly UnreadRecord[];
  readonly unreadCount: number;
}

const mostUnread = 100;
const factNames: readonly FactName[] = ['user', 'logonType', 'client', 'session', 'ip'];

interface Gathered {
  readonly kind: MailRead['kind'];
  readonly message: string;
  mailbox: string;
  readonly facts: Record<FactName, Texts>;
  subjects: Texts;
  folders: Texts;
  first: EpochMs;
  last: EpochMs;
  times: number;
  key: RecordKey;
}

/** Takes in records one by one, in any order. A mailbox is spelled as its earliest record spells it. */
export class ReadsFold {
  readonly #reads = new Map<string, Gathered>();
  readonly #throttled = new Map<string, { mailbox: string; first: EpochMs; last: EpochMs; records: number }>();
  readonly #unread: UnreadRecord[] = [];
  #unreadCount = 0;

  /** Messages and folders so far. */
  get size(): number {
    return this.#reads.size;
  }

  add({ key, recordId }: Omit<UnreadRecord, 'problem'>, { access, problem }: ReadAccess): void {
    if (problem) {
      this.#unreadCount++;
      if (this.#unread.length < mostUnread) this.#unread.push({ key, recordId, problem });
    }
    if (!access) return;
    if (access.isThrottled && access.kind === 'bind') this.#throttle(access);
    // A record may name a message twice, and yet tells of it once.
    const told = new Set<Gathered>();
    for (const { message, folder, subject } of access.opened) {
      const gathered = this.#gather(access, message, message);
      told.add(gathered);
      gathered.folders = withText(gathered.folders, folder);
      gathered.subjects = withText(gathered.subjects, subject);
    }
    for (const folder of access.folders) {
      const gathered = this.#gather(access, '', folder);
      told.add(gathered);
      gathered.folders = withText(gathered.folders, folder);
    }
    for (const gathered of told) count(gathered, access);
  }

  result(): MailReads {
    const lists = new TextLists();
    const reads = Array.from(this.#reads.values(), (gathered) => toRead(gathered, lists));
    const messages = reads.reduce((sum, { kind }) => sum + (kind === 'bind' ? 1 : 0), 0);
    return {
      reads,
      messages,
      folders: reads.length - messages,
      throttled: [...this.#throttled.values()].map((each) => ({ ...each })),
      unread: [...this.#unread],
      unreadCount: this.#unreadCount,
    };
  }

  #gather({ kind, mailbox, key, time }: MailAccess, message: string, name: string): Gathered {
    const owner = mailbox.toLowerCase();
    // Where the owner ends, its length tells.
    const id = `${kind} ${owner.length} ${owner} ${name}`;
    const known = this.#reads.get(id);
    if (known) return known;
    const made: Gathered = {
      kind,
      message,
      mailbox,
      facts: { user: '', logonType: '', client: '', session: '', ip: '' },
      subjects: '',
      folders: '',
      first: time,
      last: time,
      times: 0,
      key,
    };
    this.#reads.set(id, made);
    return made;
  }

  #throttle({ mailbox, time }: MailAccess): void {
    const id = mailbox.toLowerCase();
    const known = this.#throttled.get(id);
    if (!known) {
      this.#throttled.set(id, { mailbox, first: time, last: time, records: 1 });
      return;
    }
    known.records++;
    known.first = Math.min(known.first, time);
    known.last = Math.max(known.last, time);
  }
}

function count(gathered: Gathered, access: MailAccess): void {
  for (const name of factNames) gathered.facts[name] = withText(gathered.facts[name], access[name]);
  gathered.times++;
  gathered.last = Math.max(gathered.last, access.time);
  if (access.time > gathered.first || (access.time === gathered.first && access.key >= gathered.key)) return;
  gathered.first = access.time;
  gathered.key = access.key;
  gathered.mailbox = access.mailbox;
}

/** Mostly there is none, an empty text, or one: a million sets would not do. */
type Texts = string | Set<string>;

function withText(texts: Texts, text: string): Texts {
  if (texts instanceof Set) return text === '' ? texts : texts.add(text);
  if (text === '' || text === texts) return texts;
  return texts === '' ? text : new Set([texts, text]);
}

/** Lists of one text are shared by all who have it. */
class TextLists {
  readonly #alone = new Map<string, readonly string[]>([['', []]]);

  of(texts: Texts): readonly string[] {
    if (texts instanceof Set) return [...texts].sort();
    const known = this.#alone.get(texts);
    if (known) return known;
    const list = [texts];
    this.#alone.set(texts, list);
    return list;
  }
}

function toRead(gathered: Gathered, lists: TextLists): MailRead {
  const { kind, message, mailbox, facts, subjects, folders, first, last, times, key } = gathered;
  return {
    kind,
    message,
    mailbox,
    user: lists.of(facts.user),
    logonType: lists.of(facts.logonType),
    client: lists.of(facts.client),
    session: lists.of(facts.session),
    ip: lists.of(facts.ip),
    subjects: lists.of(subjects),
    folders: lists.of(folders),
    first,
    last,
    times,
    key,
  };
}
