// What a cell of the matrix says, step by step, without how it is drawn: the table and the cards of a phone say the same.

import type { Deed, Journey, RecipientJourney } from '~/domain/messages/message-journey';
import { signInMethodLabel } from '~/domain/messages/sign-in-methods';
import type { EpochMs } from '~/lib/time';
import { counted, formatNumber } from '~/lib/words';
import { unnamedAttachment } from './words';

export interface CellLine {
  readonly tone: 'asked' | 'done' | 'failure' | 'quiet';
  readonly words: string;
  readonly time?: EpochMs | undefined;
  /** Given where it happened more than once. */
  readonly count?: number;
  readonly last?: EpochMs | undefined;
}

export interface MatrixColumn {
  readonly key: string;
  readonly label: string;
  /** Empty where nothing of the kind happened. */
  lines(recipient: RecipientJourney): readonly CellLine[];
}

export interface MatrixGroup {
  readonly key: string;
  /** Text of the record: the attachment's name. Steps of the message stand alone, without a group. */
  readonly attachment: string | undefined;
  readonly columns: readonly MatrixColumn[];
}

export function matrixGroups({ attachments }: Journey): readonly MatrixGroup[] {
  return [
    alone('asked', 'Asked to sign in', askedLines),
    alone('signedIn', 'Signed in', ({ signIn }) =>
      signIn.methods.map(({ method, first }) => ({ tone: 'done', words: signInMethodLabel(method), time: first })),
    ),
    alone('opened', 'Opened', ({ open }) => deedLines('Opened', open)),
    ...attachments.map((name, position) => ({
      key: `attachment ${position}`,
      attachment: name || unnamedAttachment,
      columns: [
        column(`view ${position}`, 'Viewed', ({ views }) => deedLines('Viewed', views[position])),
        column(`download ${position}`, 'Downloaded', ({ downloads }) => deedLines('Downloaded', downloads[position])),
      ],
    })),
    alone('forwarded', 'Replied or forwarded', ({ forward }) => deedLines('Replied or forwarded', forward)),
  ];
}

function askedLines({ signIn: { asked, failed, lastFailed, codesSent } }: RecipientJourney): readonly CellLine[] {
  if (asked.count === 0) return [];
  return [
    { tone: 'asked', words: 'Asked', time: asked.first, count: asked.count },
    ...failures(failed, 'failed', lastFailed),
    ...(codesSent > 0
      ? [
          {
            tone: 'quiet',
            words: `${asked.count > 1 ? 'at least ' : ''}${counted(codesSent, 'code')} sent`,
          } as const,
        ]
      : []),
  ];
}

function deedLines(word: string, deed: Deed | undefined): readonly CellLine[] {
  if (!deed) return [];
  const { first, last, count } = deed;
  return [
    ...(count > 0 ? [{ tone: 'done', words: word, time: first, count, last } as const] : []),
    ...failures(deed.refused, 'refused', deed.lastRefused),
    ...failures(deed.signInFailed, 'sign-in failed', deed.lastSignInFailed),
  ];
}

function failures(count: number, word: string, last: EpochMs | undefined): readonly CellLine[] {
  if (count === 0) return [];
  return [{ tone: 'failure', words: `${formatNumber(count)} ${word}${count > 1 ? ', last' : ''}`, time: last }];
}

function column(key: string, label: string, lines: MatrixColumn['lines']): MatrixColumn {
  return { key, label, lines };
}

function alone(key: string, label: string, lines: MatrixColumn['lines']): MatrixGroup {
  return { key, attachment: undefined, columns: [column(key, label, lines)] };
}
