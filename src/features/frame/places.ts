// What the navigation leads to: each place, and the pages it has.

/** The first page is the one the place opens with. */
export const messagePages = [
  { to: '/messages', label: 'Tracked messages' },
  { to: '/messages/set-up', label: 'Tracking set-up' },
] as const;

export const mailboxPages = [
  { to: '/mailboxes', label: 'Settings' },
  { to: '/mailboxes/search', label: 'Mailbox audit search' },
  { to: '/mailboxes/non-owner', label: 'Non-owner mailbox access' },
  { to: '/mailboxes/access', label: 'Who can see a mailbox' },
] as const;

const reportPages = [...messagePages, ...mailboxPages];
export type ReportPage = (typeof reportPages)[number]['to'];

/** As the address bar has it. */
type AnySearch = Readonly<Record<string, unknown>>;

/** A page with reports, and what it showed: above all whose records, `in` its address. */
export interface Visit {
  readonly to: ReportPage;
  readonly search: AnySearch;
}

/** The page of a place that was looked at last, by the address of the place. */
export type Visits = ReadonlyMap<string, Visit>;

export function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** One message is no page to come back to, but a later search of it is: the list follows. */
export function withVisit(visits: Visits, path: string, search: AnySearch): Visits {
  const place = [messagePages[0].to, mailboxPages[0].to].find((each) => isWithin(path, each));
  if (!place) return visits;
  const page = reportPages.find(({ to }) => to === path.replace(/(.)\/$/, '$1'));
  const last = visits.get(place) ?? { to: place, search: {} };
  const visit = page ? { to: page.to, search } : { ...last, search: { ...last.search, in: search['in'] ?? last.search['in'] } };
  return new Map(visits).set(place, visit);
}
