// An audit query in Graph's words: https://learn.microsoft.com/graph/api/resources/security-auditlogquery

import * as z from 'zod/mini';
import { recordOf } from '~/lib/record-of';
import type { AuditQuery } from './audit-query';
import { listCriterion, listKeys, searchCriteria, textCriterion, textKeys, timeKeys } from './search-criteria';

const text = z.nullish(z.string());
/** Some answers have one text where others have a list. */
const list = z.nullish(z.union([z.string(), z.array(z.string())]));

const aliases = listKeys.flatMap((key) => {
  const criterion = searchCriteria[key];
  return 'graphAlias' in criterion ? [criterion.graphAlias] : [];
});

/** As the service sends it. Unset filters come back as `null`. */
export const graphQuerySchema = z.object({
  displayName: text,
  ...recordOf(
    [...timeKeys, ...textKeys].map((key) => searchCriteria[key].graph),
    () => text,
  ),
  ...recordOf([...listKeys.map((key) => searchCriteria[key].graph), ...aliases], () => list),
});

export type GraphQuery = z.infer<typeof graphQuerySchema>;

/** The body of `POST /security/auditLog/queries`. Filters that are not set are left out. */
export function toGraphQuery(query: AuditQuery): Record<string, string | readonly string[]> {
  const times = timeKeys.map((key) => [searchCriteria[key].graph, query[key]] as const);
  const texts = textKeys.flatMap((key) => (query[key] ? [[textCriterion(key).graph, query[key]] as const] : []));
  const lists = listKeys.flatMap((key) => {
    const { graph, toGraph } = listCriterion(key);
    const values = toGraph ? query[key].map(toGraph) : query[key];
    return values.length > 0 ? [[graph, values] as const] : [];
  });
  return {
    '@odata.type': '#microsoft.graph.security.auditLogQuery',
    displayName: query.name,
    ...Object.fromEntries<string | readonly string[]>([...times, ...texts, ...lists]),
  };
}

export function fromGraphQuery(graph: GraphQuery): AuditQuery {
  return {
    name: graph.displayName ?? '',
    ...recordOf(timeKeys, (key) => toIso(graph[searchCriteria[key].graph])),
    ...recordOf(textKeys, (key) => graph[searchCriteria[key].graph] ?? ''),
    ...recordOf(listKeys, (key) => {
      const criterion = searchCriteria[key];
      const { normal } = listCriterion(key);
      const sent = graph[criterion.graph] ?? ('graphAlias' in criterion ? graph[criterion.graphAlias] : undefined) ?? [];
      const values = typeof sent === 'string' ? [sent] : sent;
      return normal ? values.map(normal) : values;
    }),
  };
}

function toIso(text: string | null | undefined): string {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

/** The whole request as text, for those who would send it themselves. The token is theirs to fill in. */
export function toGraphRequest(query: AuditQuery, service: { readonly graphUrl: string; readonly graphVersion: string }): string {
  return [
    `POST ${service.graphUrl}/${service.graphVersion}/security/auditLog/queries`,
    'Authorization: Bearer {token}',
    'Content-Type: application/json',
    '',
    JSON.stringify(toGraphQuery(query), null, 2),
    '',
  ].join('\n');
}
