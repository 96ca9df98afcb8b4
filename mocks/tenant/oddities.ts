// Things real logs contain and neat test data does not. Kinds that nobody documents, and changes laid over finished records;
// which record gets which follows from its index. Records of journeys and stories are left as they are.

import type { KindRow } from './kind';
import { Dice, mix } from './random';
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
  address: 'usual',
  objectId: (scene) => diceFor(scene, 18).pick(oddTexts),
  details: (scene) => ({
    UserKey: scene.actor.puid,
    Widget: { Spin: diceFor(scene, 19).below(3) / 2, Colours: ['red', null, 7, { deep: [[[]]] }] },
    'odata.like@key': true,
    '': 'empty key',
  }),
}));

export interface LooseRecord {
  id: string;
  auditData: Record<string, unknown> | null;
  [property: string]: unknown;
}

/** Changes the record in place; `chance` is the record's number among those that are not planned. */
export function makeOdd(record: LooseRecord, seed: number, chance: number): void {
  const dice = new Dice(mix(seed ^ 0x0dd17e5, chance));
  const throwOf = dice.below(100_000);
  const audit = record.auditData;
  if (audit === null) return;
  // 3 in 100,000 come without auditData, 5 without a creation time.
  if (throwOf < 3) record.auditData = null;
  else if (throwOf < 8) delete audit['CreationTime'];
  else if (throwOf < 40) defineOwn(audit, '__proto__', { polluted: true, isAdmin: true });
  else if (throwOf < 60) defineOwn(audit, 'constructor', { name: 'Object' });
  else if (throwOf < 90) audit['LongValue'] = `${dice.pick(oddTexts)} `.repeat(dice.between(500, 2_500));
  else if (throwOf < 390) Object.assign(audit, { ResultStatus: null, Scope: null, AppAccessContext: null });
  else if (throwOf < 500)
    Object.assign(audit, {
      Comments: dice.pick(oddTexts),
      Nested: JSON.stringify({ text: '\u003cscript\u003e', again: JSON.stringify(dice.pick(oddTexts)) }),
    });
  else if (throwOf < 600) audit['AssociatedAdminUnits'] = [dice.guid(), dice.guid()];
  else if (throwOf < 640) audit['FractionalSeconds'] = '2026-03-29T01:30:00.1234567Z';
}

/** Assigning `__proto__` would change the prototype instead of adding a property. */
function defineOwn(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
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
