// What the form holds, and the ways from there to a search and to the address of the page and back.

import { logonTypes } from '~/domain/mailbox-auditing/mailbox-actions';
import { type MailboxSearch, searchLogonTypes, searchWays, standardResultSize } from '~/domain/mailbox-log/mailbox-search';
import { type DateRange, defaultRange, rangeEnding } from '~/lib/date-range';
import type { EpochMs } from '~/lib/time';
import type { MailboxSearchParams } from './mailbox-search-params';

export type MailboxSearchForm = MailboxSearch & DateRange;

/** A range that ends now ends when it is asked, not when the page was opened. */
export function toMailboxSearch({ range, ...form }: MailboxSearchForm, now: EpochMs): MailboxSearch {
  const { start, end } = range ? rangeEnding(range, now) : form;
  const resultSize = form.way === 'now' ? form.resultSize : standardResultSize;
  return { ...form, start, end, name: form.name.trim(), resultSize };
}

export function toParams(form: MailboxSearchForm): MailboxSearchParams {
  const params: MailboxSearchParams = {
    way: form.way === 'now' ? undefined : form.way,
    mailbox: someOf(form.mailboxes),
    last: form.range === defaultRange ? undefined : form.range,
    from: form.range ? undefined : form.start,
    to: form.range ? undefined : form.end,
    by: form.logonTypes.join() === logonTypes.join() ? undefined : form.logonTypes,
    action: someOf(form.operations),
    details: form.showDetails ? undefined : false,
    external: form.externalAccess || undefined,
    attachments: form.hasAttachments || undefined,
    groups: form.groupMailbox || undefined,
    inactive: form.inactiveMailbox || undefined,
    most: form.resultSize === standardResultSize || Number.isNaN(form.resultSize) ? undefined : form.resultSize,
    name: form.name || undefined,
    mail: someOf(form.recipients),
  };
  // The router would take a key without a value for a difference.
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
}

export function fromParams(params: MailboxSearchParams, now: EpochMs): MailboxSearchForm {
  const isFixed = params.from !== undefined || params.to !== undefined;
  return {
    way: searchWays.find((way) => way === params.way) ?? 'now',
    mailboxes: params.mailbox ?? [],
    ...(isFixed
      ? { range: undefined, start: wholeTime(params.from), end: wholeTime(params.to) }
      : rangeEnding(params.last ?? defaultRange, now)),
    logonTypes: params.by ? searchLogonTypes.filter((type) => params.by?.includes(type)) : [...logonTypes],
    operations: params.action ?? [],
    showDetails: params.details ?? true,
    externalAccess: params.external ?? false,
    hasAttachments: params.attachments ?? false,
    groupMailbox: params.groups ?? false,
    inactiveMailbox: params.inactive ?? false,
    resultSize: params.most ?? standardResultSize,
    name: params.name ?? '',
    recipients: params.mail ?? [],
  };
}

/** The address of a form that asks for this search. */
export function paramsOf(search: MailboxSearch): MailboxSearchParams {
  return toParams({ ...search, range: undefined });
}

const someOf = (list: string[]) => (list.length > 0 ? list : undefined);

function wholeTime(time: string | undefined): string {
  const date = new Date(time ?? '');
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
