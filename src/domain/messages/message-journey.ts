// What happened to one encrypted message: who was asked to sign in, who opened it, when and how often, what became of its
// attachments, and who never came. Whatever the order of the events, the journey is the same; addresses, attachments and
// methods that differ only in spelling are one. A failed visit is counted as failed and never as a visit.

import type { EpochMs } from '~/lib/time';
import { type PortalStep, portalSteps } from './encrypted-messages';
import { isDone, type JourneyEvent } from './journey-event';
import { signInMethod } from './sign-in-methods';

export interface KnownRecipient {
  readonly address: string;
  readonly source: 'send record' | 'by hand';
}

/** The better one first. */
const sources = ['send record', 'by hand'] as const satisfies readonly KnownRecipient['source'][];

export interface Journey {
  readonly messageId: string;
  readonly subject: string;
  readonly sender: string;
  /** `undefined` without a send record. */
  readonly sent: { readonly time: EpochMs; readonly user: string } | undefined;
  /** All attempts, also those that failed. */
  readonly revocations: readonly JourneyEvent[];
  /** The first revocation that succeeded. */
  readonly revoked: JourneyEvent | undefined;
  /** Those who acted by their first event, then the others by name. */
  readonly recipients: readonly RecipientJourney[];
  /** The best there is; `undefined` when nobody said to whom it was sent: events only tell of those who came. */
  readonly recipientsKnownFrom: KnownRecipient['source'] | undefined;
  /** In time order. */
  readonly events: readonly JourneyEvent[];
  readonly attachments: readonly string[];
  readonly firstOpened: EpochMs | undefined;
  /** In the portal. */
  readonly lastActivity: EpochMs | undefined;
}

/** What became of one step of one recipient. */
export interface Deed {
  readonly first: EpochMs | undefined;
  readonly last: EpochMs | undefined;
  /** Successful ones. */
  readonly count: number;
  /** Signing in failed. */
  readonly signInFailed: number;
  readonly lastSignInFailed: EpochMs | undefined;
  /** Signed in, and the act itself failed. */
  readonly refused: number;
  readonly lastRefused: EpochMs | undefined;
}

export interface SignedIn {
  readonly method: string;
  readonly first: EpochMs;
}

export interface RecipientJourney {
  /** Empty for visits that name nobody: they count all the same. */
  readonly recipient: string;
  readonly source: 'events' | KnownRecipient['source'];
  readonly signIn: {
    /** Requests, whether they succeeded or not. */
    readonly asked: { readonly count: number; readonly first: EpochMs | undefined };
    readonly failed: number;
    readonly lastFailed: EpochMs | undefined;
    /** The largest number an event names: whether each counts for itself or on from the last is not documented. */
    readonly codesSent: number;
    /** By first success. Every successful event names one, so that a visit without a request to sign in does, too. */
    readonly methods: readonly SignedIn[];
  };
  readonly open: Deed;
  /** One for each of the journey's attachments. */
  readonly views: readonly Deed[];
  readonly downloads: readonly Deed[];
  readonly forward: Deed;
  /** Of a step that nobody described. */
  readonly unknown: number;
  readonly first: EpochMs | undefined;
  readonly neverOpened: boolean;
  /** Same domain as the sender, without any event: opens such mail in Outlook, which the portal does not see. */
  readonly isInside: boolean;
  /** Visits after the message was taken back that failed although signing in did not. */
  readonly refusedAfterRevocation: number;
}

export function buildJourney(
  messageId: string,
  unordered: readonly JourneyEvent[],
  knownRecipients: readonly KnownRecipient[],
): Journey {
  const events = unordered.toSorted((a, b) => a.time - b.time || (a.key < b.key ? -1 : 1));
  const portal = events.filter(({ kind }) => kind === 'portal');
  const sends = events.filter((event) => event.kind === 'send' && isDone(event));
  const [sent] = sends;
  const revocations = events.filter(({ kind }) => kind === 'revocation');
  const revoked = revocations.find((event) => event.revokes === true && isDone(event));
  const sender = firstText(portal, 'sender') || (sent?.user ?? '');
  const attachments = attachmentsOf(portal);
  const recipients = recipientsOf(portal, knownRecipients).map(({ events: own, ...who }) =>
    recipientJourney(who, own, { attachments, sender, revokedAt: revoked?.time }),
  );
  return {
    messageId,
    subject: firstText([...portal, ...sends], 'subject') || firstText(events, 'subject'),
    sender,
    sent: sent && { time: sent.time, user: sent.user },
    revocations,
    revoked,
    recipients: recipients.toSorted(byFirstActivity),
    recipientsKnownFrom: sources.find((source) => knownRecipients.some((each) => each.source === source)),
    events,
    attachments,
    firstOpened: earliest(recipients.map(({ open }) => open.first)),
    lastActivity: portal.at(-1)?.time,
  };
}

interface Who {
  readonly recipient: string;
  readonly source: RecipientJourney['source'];
}

interface Context {
  readonly attachments: readonly string[];
  readonly sender: string;
  readonly revokedAt: EpochMs | undefined;
}

/** `events` in time order. */
function recipientJourney(
  who: Who,
  events: readonly JourneyEvent[],
  { attachments, sender, revokedAt }: Context,
): RecipientJourney {
  const at = (step: PortalStep) => events.filter((event) => event.step === step);
  const [signIns, opens, views, downloads, forwards] = portalSteps.map(at);
  const perAttachment = (all: readonly JourneyEvent[] = []) =>
    attachments.map((name) => deedOf(all.filter(({ attachment }) => isSame(attachment, name))));
  const open = deedOf(opens);
  return {
    ...who,
    signIn: {
      asked: { count: signIns?.length ?? 0, first: signIns?.[0]?.time },
      failed: signIns?.filter((event) => !isDone(event)).length ?? 0,
      lastFailed: signIns?.findLast((event) => !isDone(event))?.time,
      codesSent: events.reduce((most, event) => Math.max(most, event.codesSent ?? 0), 0),
      methods: methodsOf(events),
    },
    open,
    views: perAttachment(views),
    downloads: perAttachment(downloads),
    forward: deedOf(forwards),
    unknown: events.filter(({ step }) => step === undefined).length,
    first: events[0]?.time,
    neverOpened: open.count === 0,
    isInside: events.length === 0 && domainOf(who.recipient) !== '' && domainOf(who.recipient) === domainOf(sender),
    refusedAfterRevocation: events.filter(
      (event) => revokedAt !== undefined && event.time >= revokedAt && event.operationFailed && !event.signInFailed,
    ).length,
  };
}

function deedOf(events: readonly JourneyEvent[] = []): Deed {
  const done = events.filter(isDone);
  const signInFailed = events.filter((event) => event.signInFailed);
  const refused = events.filter((event) => !isDone(event) && !event.signInFailed);
  return {
    first: done[0]?.time,
    last: done.at(-1)?.time,
    count: done.length,
    signInFailed: signInFailed.length,
    lastSignInFailed: signInFailed.at(-1)?.time,
    refused: refused.length,
    lastRefused: refused.at(-1)?.time,
  };
}

/** A refused act after signing in tells as well how somebody signed in; a request that failed does not. */
function methodsOf(events: readonly JourneyEvent[]): SignedIn[] {
  const methods = new Map<string, EpochMs>();
  for (const event of events) {
    const isSignedIn = !event.signInFailed && (event.step !== 'signIn' || !event.operationFailed);
    const method = signInMethod(event.method);
    if (isSignedIn && method !== '' && !methods.has(method)) methods.set(method, event.time);
  }
  return [...methods].map(([method, first]) => ({ method, first }));
}

function recipientsOf(portal: readonly JourneyEvent[], known: readonly KnownRecipient[]) {
  const all = new Map<string, Who & { readonly events: JourneyEvent[] }>();
  for (const event of portal) {
    const named = spelledOnce(event.recipients);
    for (const recipient of named.length > 0 ? named : ['']) {
      const found = all.get(recipient.toLowerCase());
      if (found) found.events.push(event);
      else all.set(recipient.toLowerCase(), { recipient, source: 'events', events: [event] });
    }
  }
  for (const source of sources) {
    for (const { address } of known.filter((each) => each.source === source)) {
      const key = address.trim().toLowerCase();
      if (key !== '' && !all.has(key)) all.set(key, { recipient: address.trim(), source, events: [] });
    }
  }
  return [...all.values()];
}

function byFirstActivity(a: RecipientJourney, b: RecipientJourney): number {
  const never = Number.MAX_SAFE_INTEGER;
  return (a.first ?? never) - (b.first ?? never) || (a.recipient.toLowerCase() < b.recipient.toLowerCase() ? -1 : 1);
}

/** An attachment without a name is one, too: what was done to it must not be lost. */
function attachmentsOf(portal: readonly JourneyEvent[]): string[] {
  const isUnnamed = portal.some(({ step, attachment }) => (step === 'view' || step === 'download') && attachment === '');
  return [...spelledOnce(portal.map(({ attachment }) => attachment)), ...(isUnnamed ? [''] : [])];
}

/** Without empty ones; of those that differ only in case the first. */
function spelledOnce(texts: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const text of texts) if (text !== '' && !seen.has(text.toLowerCase())) seen.set(text.toLowerCase(), text);
  return [...seen.values()];
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? '' : address.slice(at + 1).toLowerCase();
}

function firstText(events: readonly JourneyEvent[], of: 'sender' | 'subject'): string {
  return events.find((event) => event[of] !== '')?.[of] ?? '';
}

function earliest(times: readonly (EpochMs | undefined)[]): EpochMs | undefined {
  const [first] = times.filter((time) => time !== undefined).toSorted((a, b) => a - b);
  return first;
}
