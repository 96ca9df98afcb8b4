// Names and texts the generators have in common.

import { isoSecond } from './iso-second';
import type { Actor, Scene } from './model';
import { addressName } from './people';
import { firstNames, freeMailDomains, lastNames, partnerDomains } from './people.data';
import { Dice, mix } from './random';
import { oddTexts, topics, userAgents } from './texts.data';

/** Throws that belong to one record; `salt` keeps independent choices apart. */
export function diceFor(scene: Scene, salt: number): Dice {
  return new Dice(mix(scene.bits, salt));
}

/** A mail's subject or a title; now and then one that breaks careless viewers. */
export function subject(dice: Dice): string {
  if (dice.chance(0.012)) return dice.pick(oddTexts);
  const start = dice.pick(['', '', '', 'RE: ', 'RE: ', 'FW: ', 'AW: ', '[EXT] ']);
  return `${start}${dice.pick(topics)}${dice.pick(['', '', ' 2026', ' - please review', ' (updated)', ', next steps'])}`;
}

export function outsideAddress(dice: Dice): string {
  const name = addressName(`${dice.pick(firstNames)} ${dice.pick(lastNames)}`);
  return `${name}@${dice.pick(dice.chance(0.6) ? partnerDomains : freeMailDomains)}`;
}

export function messageId(dice: Dice): string {
  const server = `${dice.pick(['AM9', 'DB7', 'MW5', 'SN6', 'TY0'])}PR${dice.digits(2)}MB${dice.digits(4)}`;
  return `<${server}${dice.hex(32).toUpperCase()}@${server}.eurprd${dice.digits(2)}.prod.outlook.com>`;
}

/** Whoever comes from the same place mostly comes with the same program. */
export function userAgent({ actor, address, bits }: Scene, dice: Dice): string {
  const another = dice.pick(userAgents);
  const own = userAgents[mix(actor.code, address) % userAgents.length] ?? another;
  return mix(bits, 8) % 12 === 0 ? another : own;
}

/** Another member of staff. */
export function colleague(scene: Scene, dice: Dice): Actor {
  const other = dice.pick(scene.tenant.cast.pools.people);
  return other.code === scene.actor.code ? (scene.tenant.cast.pools.people[0] ?? other) : other;
}

export function nameValues(values: Readonly<Record<string, string>>): { Name: string; Value: string }[] {
  return Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
}

export function serverName(dice: Dice): string {
  return `${dice.pick(['AM0', 'DB9', 'PSA', 'TYU'])}PR${dice.digits(2)}MB${dice.digits(4)} (15.20.${dice.between(8000, 9300)}.0${dice.between(10, 40)})`;
}

/** The record's own time, for the many properties that repeat it under another name. */
export function moment(scene: Scene): string {
  return isoSecond(scene.tenant.timeAt(scene.index));
}

export function accountKey({ actor }: Scene): string {
  return actor.upn.includes('@') ? actor.objectGuid : actor.upn;
}

export function documentUrl(dice: Dice): string {
  return `https://contoso.sharepoint.com/sites/${dice.pick(['Finance', 'Legal', 'HR'])}/Shared Documents/${dice.pick(topics)}.docx`;
}
