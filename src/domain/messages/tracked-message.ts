// What is told of each encrypted message in a list: put together by the engine from all records that name its Message-ID.

import { type Filter, keepOnly, leaveOut } from '~/domain/view/filter';
import type { Group, Grouping } from '~/domain/view/grouping';
import type { EpochMs } from '~/lib/time';
import {
  messageFields,
  messageIdField,
  portalFilter,
  revocationOperation,
  sendFilter,
  signedIn,
  signInFailed,
  stepFilter,
  succeeded,
} from './encrypted-messages';
import { signInMethod } from './sign-in-methods';

export interface TrackedMessage {
  /** With angle brackets. */
  readonly messageId: string;
  readonly subject: string;
  readonly sender: string;
  /** Those who came to the portal. */
  readonly visitors: readonly string[];
  /** To how many it was sent; known only from the send record. */
  readonly recipientCount: number | undefined;
  readonly sent: EpochMs | undefined;
  readonly firstOpened: EpochMs | undefined;
  readonly lastActivity: EpochMs;
  readonly openedBy: readonly string[];
  readonly openedByCount: number;
  /** Of those who opened it, in one name each. */
  readonly openedWith: readonly string[];
  readonly methods: readonly string[];
  readonly attachments: readonly string[];
  readonly viewed: number;
  readonly downloaded: number;
  readonly forwarded: number;
  readonly failedSignIns: number;
  /** Who failed to sign in. */
  readonly failedSignInsOf: readonly string[];
  /** Acts that were refused to someone who had signed in. */
  readonly refused: number;
  readonly openedOutsideHours: number;
  readonly revoked: EpochMs | undefined;
}

const opened = [stepFilter('open'), succeeded];
const operationFailed: Filter = keepOnly(messageFields.operationStatus, '1');

/** `outsideHours` says which opens count as made outside business hours. */
export function messageGrouping(outsideHours: Filter) {
  return {
    by: [messageIdField],
    having: [portalFilter],
    measures: {
      subject: { field: messageFields.subject },
      sender: { field: messageFields.sender },
      visits: { field: messageFields.recipient, where: [portalFilter] },
      sent: { field: 'user', where: [sendFilter] },
      recipientCount: { field: messageFields.recipientCount, where: [sendFilter] },
      opened: { field: messageFields.recipient, where: opened },
      openedWith: { field: messageFields.method, where: opened },
      openedOutsideHours: { field: messageFields.recipient, where: [...opened, outsideHours] },
      methods: { field: messageFields.method },
      attachments: { field: messageFields.attachment },
      viewed: { field: messageFields.attachment, where: [stepFilter('view'), succeeded] },
      downloaded: { field: messageFields.attachment, where: [stepFilter('download'), succeeded] },
      forwarded: { field: messageFields.recipient, where: [stepFilter('forward'), succeeded] },
      failedSignIns: { field: messageFields.recipient, where: [signInFailed] },
      refused: { field: messageFields.recipient, where: [operationFailed, signedIn] },
      revoked: {
        field: 'operation',
        where: [keepOnly('operation', revocationOperation), leaveOut(messageFields.revoke, 'False')],
      },
    },
  } as const satisfies Grouping;
}

type Measured = keyof ReturnType<typeof messageGrouping>['measures'];

export function toTrackedMessage({ key, tallies, last }: Group<Measured>): TrackedMessage {
  return {
    messageId: key[0] ?? '',
    subject: tallies.subject.values[0] ?? '',
    sender: tallies.sender.values[0] ?? '',
    visitors: tallies.visits.values,
    recipientCount: recipientCount(tallies.recipientCount.values[0], tallies.visits.distinct),
    sent: tallies.sent.first,
    firstOpened: tallies.opened.first,
    lastActivity: tallies.visits.last ?? last,
    openedBy: tallies.opened.values,
    openedByCount: tallies.opened.distinct,
    openedWith: [...new Set(tallies.openedWith.values.map(signInMethod))],
    methods: [...new Set(tallies.methods.values.map(signInMethod))],
    attachments: tallies.attachments.values,
    viewed: tallies.viewed.count,
    downloaded: tallies.downloaded.count,
    forwarded: tallies.forwarded.count,
    failedSignIns: tallies.failedSignIns.count,
    failedSignInsOf: tallies.failedSignIns.values,
    refused: tallies.refused.count,
    openedOutsideHours: tallies.openedOutsideHours.count,
    revoked: tallies.revoked.first,
  };
}

/** A forwarded message is visited by more people than it was sent to; then the record's number would be wrong here. */
function recipientCount(written: string | undefined, visitors: number): number | undefined {
  const count = Number(written);
  return written === undefined || !Number.isInteger(count) ? undefined : Math.max(count, visitors);
}

/** Failed sign-ins to the portal, by the person who tried. */
export const failedSignInGrouping = {
  by: [messageFields.recipient],
  having: [signInFailed],
  measures: {
    failed: { field: messageIdField, where: [signInFailed] },
    methods: { field: messageFields.method, where: [signInFailed] },
    signedIn: { field: messageIdField, where: [stepFilter('signIn'), signedIn] },
  },
} as const satisfies Grouping;

export interface FailedSignIns {
  readonly recipient: string;
  readonly failed: number;
  readonly messages: number;
  readonly methods: readonly string[];
  readonly first: EpochMs | undefined;
  readonly last: EpochMs | undefined;
  /** The last time that it worked; `undefined` for someone who never got in. */
  readonly lastSignedIn: EpochMs | undefined;
}

export function toFailedSignIns({ key, tallies }: Group<keyof typeof failedSignInGrouping.measures>): FailedSignIns {
  return {
    recipient: key[0] ?? '',
    failed: tallies.failed.count,
    messages: tallies.failed.distinct,
    methods: [...new Set(tallies.methods.values.map(signInMethod))],
    first: tallies.failed.first,
    last: tallies.failed.last,
    lastSignedIn: tallies.signedIn.last,
  };
}
