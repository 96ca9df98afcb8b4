// Records no client can read, for the scenario #bad-records: the JSON around them is sound, they are not.

/** How many positions apart the unreadable records stand. */
const unreadableEvery = 40;

const spoil: readonly ((json: string) => string)[] = [
  () => 'null',
  (json) => JSON.stringify({ ...JSON.parse(json), auditData: '{"CreationTime":"2026-01-01T00:00:00","Id"' }),
  (json) => JSON.stringify({ ...JSON.parse(json), id: undefined, auditData: null }),
  (json) =>
    JSON.stringify({
      ...JSON.parse(json),
      createdDateTime: 'not a time',
      auditLogRecordType: { name: 'ExchangeAdmin' },
      operation: 42,
      clientIp: ['198.51.100.7'],
    }),
  () => '"a record that is only text"',
];

/** The record as it is, or one of five unreadable forms at every 40th position. */
export function unreadableText(json: string, position: number): string {
  if (position % unreadableEvery !== 7) return json;
  return spoil[Math.floor(position / unreadableEvery) % spoil.length]?.(json) ?? json;
}
