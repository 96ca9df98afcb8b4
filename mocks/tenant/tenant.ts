// The tenant: whom it has, what happens in it how often, and the scene (the few choices that make a record) of every index.
// Nothing here is stored per record; 1,000,000 records take the memory of the planned events, some 23,000.

import { findRecordType } from '~/domain/catalogue/record-types';
import { dayMs } from '~/lib/time';
import { afterChanges, changeEvents } from './change-events';
import { exchangeAdminKinds } from './exchange/exchange-admin';
import { exchangeMailboxKinds } from './exchange/exchange-mailbox';
import { createMailboxWorld } from './exchange/mailbox-access';
import { planMailboxes } from './exchange/mailbox-plan';
import { createUnauditedTest } from './exchange/unaudited';
import { encryptedMessageKinds } from './messages/encrypted-messages';
import { type MessagePlan, planMessages } from './messages/message-plan';
import { storySenders, tellMessageStories } from './messages/message-stories';
import type { Cast, FindKind, Kind, KindRow, MailboxWorld, PlannedEvent, Scene, Tenant, TenantOptions } from './model';
import { oddKinds, planOddities } from './oddities';
import { castMember, createCast } from './people';
import { guidOf, hashText, mix, shuffle16 } from './random';
import { complianceKinds } from './services/compliance';
import { copilotKinds } from './services/copilot';
import { entraKinds } from './services/entra';
import { longTailKinds } from './services/long-tail';
import { sensitivityLabelKinds } from './services/sensitivity-labels';
import { sharePointKinds } from './services/sharepoint';
import { teamsKinds } from './services/teams';
import { threatKinds } from './services/threats';
import { tellStories } from './stories';
import { createTimeline, daysKept, wholeSecond } from './timeline';

/** Kinds are drawn from a table of this many places, each kind as often as its weight. Every place is drawn before any comes again. */
const places = 65_536;
/** Messages have some five visits to the portal each, so that 15 records in 1,000 are of the portal. */
const messageShare = 0.0028;

export const kinds: readonly Kind[] = nameKinds();

const findKind: FindKind = (recordType, operation) => {
  const kind = kinds.find((each) => each.recordType === recordType && each.operation === operation);
  if (!kind) throw new Error(`No generator writes ${operation} of record type ${recordType}.`);
  return kind;
};

export function createTenant(options: TenantOptions): Tenant {
  const seed = hashText(options.seed);
  const cast = createCast(seed);
  const world = createMailboxWorld(cast, kinds);
  const plan = planEvents(seed, cast, world, options);
  const changes = options.changes ?? [];
  const planned = afterChanges(plan.events, changes);
  const later = afterChanges(changeEvents(changes, cast, plan.messages, findKind), changes);
  const timeline = createTimeline(
    seed,
    options.records,
    options.now,
    Float64Array.from(planned, ({ time }) => time),
  );
  const table = kindTable();
  const pools = kinds.map((kind) => world.actorsOf(kind) ?? cast.pools[kind.actors]);
  const nobody = cast.pools.nobody[0];
  const [firstKind] = kinds;
  if (!nobody || !firstKind) throw new Error('The tenant has no kinds or no actors.');

  const setScene = (scene: Scene, index: number) => {
    scene.index = index;
    const number = index < options.records ? timeline.numberAt(index) : 0;
    const event = index < options.records ? planned[number] : later[index - options.records];
    scene.planned = event;
    if (event) {
      scene.bits = mix(event.key === undefined ? bitsOf(seed, event) : hashText(event.key), 5);
      scene.kind = event.kind;
      scene.actor = event.actor;
      scene.address = event.address;
      return;
    }
    const bits = mix(seed, ~number + 0x100_0000);
    scene.bits = mix(bits, 5);
    scene.kind = kinds[table[shuffle16(seed, ~number)] ?? 0] ?? firstKind;
    const pool = pools[scene.kind.code] ?? [];
    const who = mix(bits, 1);
    // Squared: some people are far busier than others.
    scene.actor = pool[Math.floor((who / 0x1_0000_0000) ** 1.6 * pool.length)] ?? nobody;
    const where = mix(bits, 2);
    const usual = scene.actor.addresses;
    // People are creatures of habit: four in five come from where they mostly are.
    const habit = ((where >>> 8) / 0x100_0000) ** 4;
    // 2 in 100 come without an address.
    scene.address = scene.kind.address === 'none' || where % 100 < 2 ? 0 : (usual[Math.floor(habit * usual.length)] ?? 0);
  };

  return {
    options,
    seed,
    organizationId: guidOf(mix(seed, 1), mix(seed, 2), mix(seed, 3), mix(seed, 4)),
    cast,
    kinds,
    timeline,
    later,
    messages: plan.messages,
    world,
    isUnaudited: createUnauditedTest(changes, timeline),
    timeAt: (index) =>
      index < options.records ? timeline.timeAt(index) : wholeSecond(later[index - options.records]?.time ?? options.now, 0),
    setScene,
    shownAddress: (scene) => shownAddress(cast, scene),
    newScene() {
      const scene: Scene = { tenant: this, index: 0, kind: firstKind, actor: nobody, address: 0, bits: 0, planned: undefined };
      return scene;
    },
  };
}

/** What the record is about, as its `objectId`. */
export function objectIdOf(scene: Scene): string | undefined {
  if (scene.planned?.objectId === null) return undefined;
  return scene.planned?.objectId ?? scene.kind.objectId(scene);
}

/** Neither of its index nor of its number: it stays what it is while the time line moves on. */
function bitsOf(seed: number, { time, kind, actor }: PlannedEvent): number {
  return mix(mix(seed, time / 1000), mix(kind.code, actor.code));
}

function shownAddress(cast: Cast, scene: Scene): string | undefined {
  if (scene.address === 0) return undefined;
  const address = cast.addresses[scene.address] ?? '';
  const six = address.includes(':');
  const way = mix(scene.bits, 6);
  if (scene.kind.address === 'port' || way % 25 === 0) {
    const port = 1_024 + ((way >>> 8) % 64_000);
    return six ? `[${address}]:${port}` : `${address}:${port}`;
  }
  return !six && way % 25 === 1 ? `::ffff:${address}` : address;
}

function planEvents(seed: number, cast: Cast, world: MailboxWorld, { records, now, changes = [] }: TenantOptions): MessagePlan {
  if (records < 1_000) return { messages: [], events: [] };
  const start = now - daysKept * dayMs;
  const stage = { seed, cast, world, findKind, records, start, end: now };
  const told = tellMessageStories(stage, changes);
  const inStories = storySenders.map((name) => castMember(cast, name));
  const plan = planMessages({
    ...stage,
    senders: cast.pools.people.filter((person) => !inStories.includes(person)),
    admins: cast.pools.admins,
    count: records * messageShare,
  });
  return {
    messages: [...told.messages, ...plan.messages].filter(({ sent }) => sent >= start).sort((a, b) => a.sent - b.sent),
    // A stable sort: events of the same second keep the order they were told in.
    events: [
      ...withKeys([...tellStories(stage), ...told.events, ...planOddities(stage)]),
      ...plan.events,
      ...planMailboxes(stage),
    ]
      .filter(({ time }) => time >= start)
      .sort((a, b) => a.time - b.time),
  };
}

/** What moves along with the time line is the same every day. */
function withKeys(events: readonly PlannedEvent[]): PlannedEvent[] {
  return events.map((event, number) => ({ ...event, key: `last days ${number}` }));
}

function nameKinds(): Kind[] {
  const rows: KindRow[] = [
    ...exchangeMailboxKinds,
    ...exchangeAdminKinds,
    ...sharePointKinds,
    ...entraKinds,
    ...teamsKinds,
    ...complianceKinds,
    ...sensitivityLabelKinds,
    ...copilotKinds,
    ...threatKinds,
    ...encryptedMessageKinds,
    ...oddKinds,
  ];
  const known = new Set(rows.map(({ recordType, operation }) => `${recordType} ${operation}`));
  return [...rows, ...longTailKinds(known)].map((row, code) => ({
    ...row,
    code,
    recordTypeName: findRecordType(row.recordType)?.name ?? 'unknownFutureValue',
  }));
}

function kindTable(): Uint16Array {
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0);
  const table = new Uint16Array(places);
  let place = 0;
  let weightSoFar = 0;
  for (const kind of kinds) {
    weightSoFar += kind.weight;
    for (const until = Math.round((weightSoFar / total) * places); place < until; place++) table[place] = kind.code;
  }
  return table;
}
