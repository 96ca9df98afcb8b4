// What the generators share: types only, so that every generator can know them. A kind is one sort of record (record type, operation, service); a scene is the small set of
// choices made for one index, cheap enough to be made a million times while a search runs.

import type { EpochMs } from '~/lib/time';
import type { Change } from './change';
import type { Dice } from './random';
import type { Timeline } from './timeline';

export type ActorPool =
  | 'people'
  | 'admins'
  | 'guests'
  | 'exchange'
  | 'sharepoint'
  | 'directory'
  | 'services'
  | 'anonymous'
  | 'nobody';

export interface Actor {
  readonly code: number;
  readonly name: string;
  /** Empty for the actor that has no name at all. */
  readonly upn: string;
  /** The same address in another casing, as some services write it. */
  readonly upnInOtherCasing: string;
  /** Number in Graph's `auditLogUserType`. */
  readonly userType: number;
  readonly puid: string;
  readonly objectGuid: string;
  readonly mailboxGuid: string;
  readonly sid: string;
  readonly adminUnits: readonly string[];
  /** Codes into the tenant's addresses, the usual ones first; empty for actors without an address. */
  readonly addresses: readonly number[];
}

export interface KindRow {
  /** The number in `AuditData.RecordType`. */
  readonly recordType: number;
  readonly operation: string;
  /** `AuditData.Workload`, which Graph calls `service`. */
  readonly service: string;
  /** How often it occurs beside the others. */
  readonly weight: number;
  readonly actors: ActorPool;
  /** `usual`: the actor's address; `port`: with a port behind it, as Exchange cmdlets have it; `none`: never one. */
  readonly address: 'usual' | 'port' | 'none';
  /** AuditData has the address under a name of its own instead of `ClientIP`. */
  readonly ownAddressKey?: boolean;
  /** Only of kinds that happen in a mailbox. */
  readonly inMailbox?: MailboxAction;
  /** Must depend on `bits`, kind, actor and tenant alone, and be quick: searches call it for every index. */
  readonly objectId: (scene: Scene) => string | undefined;
  /** The properties of AuditData beyond the common ones. */
  readonly details: (scene: Scene) => Record<string, unknown>;
}

export interface MailboxAction {
  /** What it is audited as. */
  readonly action: string;
  readonly by: 'anyone' | 'owner' | 'delegate' | 'admin';
}

/** Who was in whose mailbox, as what. */
export interface MailboxAccess {
  readonly mailbox: Mailbox;
  /** 0 owner, 1 administrator, 2 delegate, 6 administrator with delegated rights. */
  readonly logonType: 0 | 1 | 2 | 6;
  /** By Microsoft's own administrators. */
  readonly isExternal: boolean;
}

/** A row of the tables several services keep their kinds in. */
export type KindTableRow = readonly [
  recordType: number,
  operation: string,
  service: string,
  weight: number,
  actors: ActorPool,
  address: KindRow['address'],
  rest: (scene: Scene, dice: Dice) => Record<string, unknown>,
];

export interface Kind extends KindRow {
  readonly code: number;
  /** The name Graph gives the record type. */
  readonly recordTypeName: string;
}

/** Something that has a place and a time of its own instead of one by chance: a step of a journey or of a story. */
export interface PlannedEvent {
  readonly time: EpochMs;
  readonly kind: Kind;
  readonly actor: Actor;
  /** Code into the tenant's addresses; 0 is none. */
  readonly address: number;
  readonly objectId?: string | null;
  /** Laid over what the kind would have written. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Only of events in mailboxes; without it the actor was in their own. */
  readonly access?: MailboxAccess;
  /** Only of events in the portal: the message they belong to. */
  readonly messageId?: string;
  /** Happened while visits to the portal were not tracked, so the log does not have it. */
  readonly isUntracked?: boolean;
  /** Only of events that move along with the time line or follow from a change: what their id and their choices are made of. */
  readonly key?: string;
  /** Only of oddities: what happens to the finished record. */
  readonly overlay?: Overlay;
}

export interface Scene {
  readonly tenant: Tenant;
  index: number;
  kind: Kind;
  actor: Actor;
  /** Code into the tenant's addresses; 0 is none. */
  address: number;
  /** 32 bits of its own for every record. */
  bits: number;
  planned: PlannedEvent | undefined;
}

export interface Tenant {
  readonly options: TenantOptions;
  readonly seed: number;
  readonly organizationId: string;
  readonly cast: Cast;
  readonly kinds: readonly Kind[];
  /** Of the history itself, whose indices are 0 to `records - 1`. */
  readonly timeline: Timeline;
  /** What followed from changes, in the order of the indices from `records` on. */
  readonly later: readonly PlannedEvent[];
  readonly messages: readonly TrackedMessage[];
  /** Its mailboxes and who is in them. */
  readonly world: MailboxWorld;
  /** Whether changes of auditing keep a record out of the log; `undefined` when they keep out none. */
  readonly isUnaudited: ((scene: Scene) => boolean) | undefined;
  /** To the second. */
  readonly timeAt: (index: number) => EpochMs;
  /** A scene to be filled again and again with `setScene`. */
  readonly newScene: () => Scene;
  readonly setScene: (scene: Scene, index: number) => void;
  /** The address as this record writes it, with port or mapped prefix; `undefined` when it has none. */
  readonly shownAddress: (scene: Scene) => string | undefined;
}

export interface TenantOptions {
  readonly seed: string;
  /** 0 to 1,000,000. Below 1,000 there are neither stories nor encrypted messages. */
  readonly records: number;
  /** The end of the time line, which starts 180 days before. */
  readonly now: EpochMs;
  /** What administrators did, in the order they did it. Leaves what happened before as it was. */
  readonly changes?: readonly Change[];
}

export interface Mailbox {
  readonly name: string;
  readonly upn: string;
  readonly guid: string;
  readonly sid: string;
  readonly type: 'UserMailbox' | 'SharedMailbox' | 'RoomMailbox';
}

/** What AuditData of a finished record becomes; `null` is none at all. */
export type Overlay = (audit: Readonly<Record<string, unknown>>, dice: Dice) => Record<string, unknown> | null;

export interface Cast {
  readonly actors: readonly Actor[];
  readonly pools: Readonly<Record<ActorPool, readonly Actor[]>>;
  /** Who signs in to the portal. In no pool: she does only what is done through the Exchange endpoint. */
  readonly administrator: Actor;
  /** IP addresses in their usual spelling; code 0 is "none". */
  readonly addresses: readonly string[];
  /** The code of an address, which is added when it is new. */
  readonly addressCode: (address: string) => number;
}

/** A message that was sent encrypted to the outside, as a whole: what is known of it before anyone reads the log. */
export interface TrackedMessage {
  readonly messageId: string;
  readonly sender: Actor;
  readonly subject: string;
  readonly sent: EpochMs;
  readonly recipients: readonly string[];
  /** File names. */
  readonly attachments: readonly string[];
  /** Only what goes out as a link can be taken back: a message all of whose recipients read it inside their own mail cannot. */
  readonly isRevocable: boolean;
  readonly revocation?: Revocation;
}

export interface Revocation {
  readonly at: EpochMs;
  readonly by: Actor;
}

/** What one actor can do of one kind. */
export interface Ways {
  readonly own: MailboxAccess | undefined;
  readonly others: readonly MailboxAccess[];
}

export interface MailboxWorld {
  readonly mailboxes: readonly Mailbox[];
  /** By address; throws for one that nobody has. */
  readonly mailbox: (address: string) => Mailbox;
  /** Whom a kind can be drawn from; `undefined` for kinds outside mailboxes. */
  readonly actorsOf: (kind: Kind) => readonly Actor[] | undefined;
  readonly waysOf: (kind: Kind, actor: Actor) => Ways | undefined;
  readonly ownAccess: (actor: Actor) => MailboxAccess | undefined;
}

export interface Stage {
  readonly cast: Cast;
  readonly world: MailboxWorld;
  readonly findKind: FindKind;
  /** The end of the tenant's time line. */
  readonly end: EpochMs;
}

export type FindKind = (recordType: number, operation: string) => Kind;
