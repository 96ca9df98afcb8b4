// Things real logs contain and neat test data does not: kinds that nobody documents, and changes laid over finished records. They
// come by chance over the whole time line, and each at least once in its last week. Journeys and stories are left as they are.

import { dayMs, hourMs } from '~/lib/time';
import type { KindRow, Overlay, PlannedEvent, Stage } from './model';
import { mix, shuffle16 } from './random';
import { oddTexts } from './texts.data';
import { diceFor } from './words';

/** A number the published enumeration does not have, which Graph answers as `unknownFutureValue`. */
export const unknownRecordType = 999;

export const oddKinds: readonly KindRow[] = (
  [
    [unknownRecordType, 'QuantumWidgetRebalanced', 'ContosoLabs', 3],
    [unknownRecordType, '', 'ContosoLabs', 0.5],
    [6, 'FileTeleported', 'SharePoint', 3],
    [1, 'Invoke-UndocumentedCmdlet', 'Exchange', 2],
    [2, '<b>Bold</b>Operation', 'Exchange', 0.5],
  ] as const
).map(([recordType, operation, service, weight]) => ({
  recordType,
  operation,
  service,
  weight,
  actors: 'people',
  address: recordType === 1 ? 'port' : 'usual',
  objectId: (scene) => diceFor(scene, 18).pick(oddTexts),
  details: (scene) => ({
    UserKey: scene.actor.puid,
    Widget: { Spin: diceFor(scene, 19).below(3) / 2, Colours: ['red', null, 7, { deep: [[[]]] }] },
    'odata.like@key': true,
    '': 'empty key',
  }),
}));

type AuditData = Readonly<Record<string, unknown>>;

const longValue = 100_000;

/** How many of 100,000 records get it. */
const overlays: readonly (readonly [share: number, overlay: Overlay])[] = [
  [3, () => null],
  [5, ({ CreationTime: _, ...audit }) => audit],
  [32, (audit) => ({ ...audit, ...own('__proto__', { polluted: true, isAdmin: true }) })],
  [20, (audit) => ({ ...audit, ...own('constructor', { name: 'Object' }) })],
  [30, (audit, dice) => ({ ...audit, LongValue: ''.padEnd(longValue, `${dice.pick(oddTexts)} `) })],
  [300, (audit) => ({ ...audit, ResultStatus: null, Scope: null, AppAccessContext: null })],
  [
    110,
    (audit, dice) => ({
      ...audit,
      Comments: dice.pick(oddTexts),
      Nested: JSON.stringify({ text: '\u003cscript\u003e', again: JSON.stringify(dice.pick(oddTexts)) }),
    }),
  ],
  [100, (audit, dice) => ({ ...audit, AssociatedAdminUnits: [dice.guid(), dice.guid()] })],
  [40, (audit) => ({ ...audit, FractionalSeconds: '2026-03-29T01:30:00.1234567Z' })],
];

/** A literal with `__proto__` would change the prototype instead of adding a property. */
function own(name: string, value: unknown): AuditData {
  return Object.fromEntries([[name, value]]);
}

/** `number` is the record's among those by chance: of so many in a row, every share comes as often as it should. */
export function overlayAt(seed: number, number: number): Overlay | undefined {
  let place = (shuffle16(seed ^ 0x0dd1, number) / 0x1_0000) * 100_000;
  return overlays.find(([share]) => {
    place -= share;
    return place < 0;
  })?.[1];
}

const hoursBetween = 3;

/** Each text that breaks viewers, in turns by the kinds above, and each overlay: in the last week, whatever chance has brought. */
export function planOddities({ cast, findKind, end }: Stage): PlannedEvent[] {
  const texts = oddTexts.map((objectId, at) => {
    const { recordType, operation } = oddKinds[at % oddKinds.length] ?? { recordType: unknownRecordType, operation: '' };
    return { kind: findKind(recordType, operation), objectId };
  });
  const laid = overlays.map(([, overlay]) => ({ kind: findKind(54, 'ListItemCreated'), overlay }));
  return [...texts, ...laid].map((event, at) => {
    const actor = cast.pools.people[20 + at] ?? cast.administrator;
    return { ...event, time: end - 2 * dayMs - at * hoursBetween * hourMs, actor, address: actor.addresses[0] ?? 0 };
  });
}

/** Some services escape more than JSON asks for: `\u003c` for `<`. The parsed value is the same. */
export function escapesMarkup(seed: number, index: number): boolean {
  return mix(seed ^ 0xe5ca9e, index) % 40 === 0;
}

const markup: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  "'": '\\u0027',
  '+': '\\u002b',
};

export function escapeMarkup(json: string): string {
  return json.replace(/[<>&'+]/g, (character) => markup[character] ?? character);
}
