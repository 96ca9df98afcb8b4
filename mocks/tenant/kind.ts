// What the generators share. A kind is one sort of record (record type, operation, service); a scene is the small set of
// choices made for one index, cheap enough to be made a million times while a search runs.

import type { EpochMs } from '~/lib/time';
import type { Mailbox } from './mailboxes';
import type { Overlay } from './oddities';
import type { Dice } from './random';
import type { Tenant } from './tenant';

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
