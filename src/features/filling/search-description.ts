import type { AuditQuery } from '~/domain/query/audit-query';
import { describeQuery } from '~/domain/query/describe-query';

/** What was asked for, in words, unless the name that the portal gave the search says all of it. */
export function descriptionBeside(name: string, query: AuditQuery): string | undefined {
  const description = describeQuery(query);
  return description.replace(', by anyone', '') === name ? undefined : description;
}
