import type { SeenKey } from '~/domain/catalogue/fields';

export interface SeenWords {
  readonly label: string;
  readonly one: string;
  readonly many: string;
}

export const seenWords: Readonly<Record<SeenKey, SeenWords>> = {
  'seen.ip': { label: 'IP addresses', one: 'IP address', many: 'IP addresses' },
  'seen.country': { label: 'Countries', one: 'country', many: 'countries' },
  'seen.network': { label: 'Networks', one: 'network', many: 'networks' },
  'seen.client': { label: 'Clients', one: 'client', many: 'clients' },
  'seen.operation': { label: 'Activities', one: 'activity', many: 'activities' },
};
