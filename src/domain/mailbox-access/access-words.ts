// Changes of access in words: labels of the table, and sentences that read on from who did it.

import { listed, type Sentence, say } from '~/domain/record/sentence';
import type { AccessChange, AccessEffect, AccessKind, Party } from './access-change';

export const accessKindNames: Readonly<Record<AccessKind, string>> = {
  fullAccess: 'Full access',
  sendAs: 'Send as',
  sendOnBehalf: 'Send on behalf',
  folder: 'Folder',
  calendarDelegation: 'Calendar delegates',
  bypass: 'Audit bypass',
  auditing: 'Auditing',
};

const effectNames: Readonly<Record<AccessEffect, string>> = {
  granted: 'Granted',
  removed: 'Removed',
  replaced: 'Replaced',
  changed: 'Changed',
  denied: 'Denied',
};

/** `Granted`; of what failed, `Failed: not granted`. */
export function effectLabel({ kind, effect, isFailed }: AccessChange): string {
  const bypass = effect === 'granted' ? 'Turned on' : 'Turned off';
  const label = kind === 'bypass' ? bypass : effectNames[effect];
  return isFailed ? `Failed: not ${label.toLowerCase()}` : label;
}

/** Reads on from who did it; the mailbox itself is known where it stands. No full stop. */
export function deedOf(change: AccessChange): Sentence {
  return change.isFailed ? say`${done(change)}: failed` : done(change);
}

function done(change: AccessChange): Sentence {
  const { kind, effect, people, rights, folder, by } = change;
  const who = named(people, by);
  switch (kind) {
    case 'fullAccess':
      return mailboxDeed(change, who, listed(rights, 6));
    case 'sendAs':
      return effect === 'granted'
        ? say`${did(change, 'let', 'let')} ${who} send as the mailbox`
        : say`${did(change, 'stopped', 'stop')} ${who} sending as the mailbox`;
    case 'sendOnBehalf':
      return onBehalfDeed(change, who);
    case 'folder':
      return folderDeed(change, who);
    case 'calendarDelegation':
      return say`${did(change, 'changed', 'change')} the delegates of ${folder === '' ? say`the calendar` : say`‘${folder}’`}${people.length > 0 ? say`: ${who}` : say`; the record does not say whom`}`;
    case 'bypass':
      return effect === 'granted'
        ? say`${did(change, 'exempted', 'exempt')} ${who} from auditing: nothing they do is logged`
        : say`${did(change, 'ended', 'end')} that ${who} goes unlogged`;
    case 'auditing':
      return say`${did(change, 'set', 'set')} ${listed(rights, 6)}`;
  }
}

/** What failed was tried. */
function did({ isFailed }: AccessChange, past: string, infinitive: string): Sentence {
  return [isFailed ? `tried to ${infinitive}` : past];
}

function mailboxDeed(change: AccessChange, who: Sentence, rights: Sentence): Sentence {
  const { effect } = change;
  if (effect === 'granted') return say`${did(change, 'gave', 'give')} ${who} ${rights}`;
  if (effect === 'removed') return say`${did(change, 'took', 'take')} ${rights} from ${who}`;
  if (effect === 'denied') return say`${did(change, 'denied', 'deny')} ${who} ${rights}`;
  if (effect === 'changed') return say`${did(change, 'took', 'take')} back that ${who} is denied ${rights}`;
  return say`${did(change, 'took', 'take')} away every permission that had been given`;
}

function onBehalfDeed(change: AccessChange, who: Sentence): Sentence {
  const { effect, people } = change;
  if (effect === 'changed')
    return say`${did(change, 'changed', 'change')} who may send on its behalf; the record does not say how`;
  if (effect === 'removed') return say`${did(change, 'stopped', 'stop')} ${who} sending on its behalf`;
  const lets = did(change, 'let', 'let');
  if (effect === 'granted') return say`${lets} ${who} send on its behalf`;
  return people.length === 0
    ? say`${lets} nobody send on its behalf any more`
    : say`${lets} ${who} send on its behalf, and nobody else`;
}

function folderDeed(change: AccessChange, who: Sentence): Sentence {
  const { effect, people, rights, folder } = change;
  const on = folder === '' ? say`a folder` : say`‘${folder}’`;
  const whose = people.length === 0 ? say`somebody` : who;
  if (effect === 'removed') return say`${did(change, 'took', 'take')} the rights on ${on} from ${whose}`;
  if (effect === 'granted' && rights.length > 0)
    return say`${did(change, 'gave', 'give')} ${whose} rights on ${on}: ${listed(rights, 8)}`;
  return rights.length === 0
    ? say`${did(change, 'changed', 'change')} the rights of ${whose} on ${on}; the record does not say to what`
    : say`${did(change, 'set', 'set')} the rights of ${whose} on ${on} to ${listed(rights, 8)}`;
}

/** That somebody gave it to themselves must not be read over. */
function named(people: readonly Party[], by: string): Sentence {
  const [first, ...others] = people;
  if (first?.key === by.toLowerCase() && others.length === 0) return say`themselves`;
  return listed(
    people.map(({ name }) => name),
    4,
  );
}
