// Who is in whose mailbox. People are in their own, in those they are a delegate of, and administrators in a few they look into; and
// only with actions their mailboxes are audited for, so that no record contradicts the settings the history began with. Everything is
// worked out once for each kind and actor: a search asks for a million records.

import type { LogonType } from '~/domain/mailbox-auditing/mailbox-actions';
import type { Actor, Cast, Kind, MailboxAccess, MailboxAction, MailboxWorld, Scene, Ways } from '~mocks/tenant/model';
import { executiveUpn } from '~mocks/tenant/people';
import { hashText, mix } from '~mocks/tenant/random';
import { type Delegation, delegations, type Right } from './delegations';
import { defaultMailboxSettings, isActionAudited } from './mailbox-settings';
import { mailboxesOf } from './mailboxes';

/** Of those who may do it in both, so many are in their own mailbox. */
const ownShare = 0.82 * 0x1_0000_0000;
/** An administrator looks into one mailbox of so many. */
const mailboxesPerCase = 16;
/** A shared mailbox is what its delegates work in. */
const sharedWeight = 10;

export const logonNames: Readonly<Record<MailboxAccess['logonType'], LogonType>> = {
  0: 'Owner',
  1: 'Admin',
  2: 'Delegate',
  6: 'Admin',
};

/** Owner and logon type without making the record; `undefined` for records that are not about one mailbox. */
export function mailboxAccessOf({ tenant, kind, actor, planned, bits }: Scene): MailboxAccess | undefined {
  if (!kind.inMailbox) return undefined;
  if (planned) return planned.access ?? tenant.world.ownAccess(actor);
  const ways = tenant.world.waysOf(kind, actor);
  if (!ways) return undefined;
  const { own, others } = ways;
  if (own && (others.length === 0 || mix(bits, 30) < ownShare)) return own;
  return others[mix(bits, 31) % others.length];
}

export function createMailboxWorld(cast: Cast, kinds: readonly Kind[]): MailboxWorld {
  const mailboxes = mailboxesOf(cast);
  const byAddress = new Map(mailboxes.map((mailbox) => [mailbox.upn, mailbox]));
  const mailbox = (address: string) => {
    const found = byAddress.get(address);
    if (!found) throw new Error(`${address} is no mailbox.`);
    return found;
  };
  const access = (address: string, logonType: 0 | 1 | 2): MailboxAccess => ({
    mailbox: mailbox(address),
    logonType,
    isExternal: false,
  });
  const people = [cast.administrator, ...cast.pools.people];
  const own = new Map(people.map((actor) => [actor.code, access(actor.upn, 0)]));
  const delegated = new Map<string, { readonly delegation: Delegation; readonly access: MailboxAccess }[]>();
  for (const delegation of delegations.filter(({ isFormer }) => !isFormer)) {
    const held = delegated.get(delegation.user) ?? [];
    const times = delegation.isShared ? sharedWeight : 1;
    const more = Array.from({ length: times }, () => ({ delegation, access: access(delegation.mailbox, 2) }));
    delegated.set(delegation.user, [...held, ...more]);
  }
  const cases = new Map(
    cast.pools.admins.map((admin) => [
      admin.code,
      cast.pools.people
        .filter(
          ({ upn, code }) =>
            upn !== executiveUpn && code !== admin.code && mix(hashText(upn), admin.code) % mailboxesPerCase === 0,
        )
        .map(({ upn }) => access(upn, 1)),
    ]),
  );

  const waysFor = ({ action, by }: MailboxAction, actor: Actor): Ways => {
    const isAudited = ({ mailbox, logonType }: MailboxAccess) =>
      isActionAudited(defaultMailboxSettings, mailbox.upn, logonNames[logonType], action);
    const mayBe = (logon: MailboxAction['by']) => by === logon || by === 'anyone';
    const mine = own.get(actor.code);
    return {
      own: mine && mayBe('owner') && isAudited(mine) ? mine : undefined,
      others: [
        ...(mayBe('delegate') ? (delegated.get(actor.upn) ?? []) : [])
          .filter(({ delegation }) => allows(delegation, action))
          .map((each) => each.access),
        ...(mayBe('admin') ? (cases.get(actor.code) ?? []) : []),
      ].filter(isAudited),
    };
  };
  const ways = kinds.map(({ inMailbox }) =>
    inMailbox ? new Map(people.map((actor) => [actor.code, waysFor(inMailbox, actor)])) : undefined,
  );
  const waysOf = (kind: Kind, actor: Actor) => ways[kind.code]?.get(actor.code);
  return {
    mailboxes,
    mailbox,
    waysOf,
    ownAccess: (actor) => own.get(actor.code),
    actorsOf: (kind) =>
      kind.inMailbox &&
      cast.pools.people.filter((actor) => {
        const { own, others = [] } = waysOf(kind, actor) ?? {};
        return own !== undefined || others.length > 0;
      }),
  };
}

const rightFor: Readonly<Record<string, Right>> = { SendAs: 'SendAs', SendOnBehalf: 'SendOnBehalf' };

/** Appointments are made by those who may only use the calendar, too. */
function allows({ rights }: Delegation, action: string): boolean {
  return rights.includes(rightFor[action] ?? 'FullAccess') || (action === 'Create' && rights.includes('Calendar'));
}
