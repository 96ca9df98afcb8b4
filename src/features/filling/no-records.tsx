import type { AuditQuery } from '~/domain/query/audit-query';
import { describeQuery } from '~/domain/query/describe-query';
import { formatNumber } from '~/lib/words';
import { EmptyState } from '~/ui/empty-state';

export interface NoRecordsProps {
  readonly query: AuditQuery;
  readonly retentionDays: number;
  /** Records that came and could not be read. */
  readonly rejected: number;
}

/** Why there is nothing, said only once the service has handed over all it has. */
export function NoRecords({ query, retentionDays, rejected }: NoRecordsProps) {
  if (rejected > 0)
    return (
      <EmptyState
        title="No record could be read"
        advice={`The service found records, and none of the ${formatNumber(rejected)} could be read. See above what stands there.`}
      />
    );
  return (
    <EmptyState
      title="The service found no record"
      advice={
        <>
          Nothing matched: {describeQuery(query)}. {likeliestReasons(query).join(' ')} New records take 60 to 90 minutes to
          arrive, some up to a day. This tenant keeps records for {retentionDays} days. A misspelled operation name or user finds
          nothing. Edit the search to ask for less, or for a longer range.
        </>
      }
    />
  );
}

/** A text without a wildcard is compared as a whole, a keyword is not looked for everywhere, and types leave out all others. */
function likeliestReasons({ objects, keyword, recordTypes }: AuditQuery): string[] {
  const reasons: string[] = [];
  const item = objects.find((text) => !text.includes('*'));
  if (item !== undefined)
    reasons.push(
      `“${item}” finds a file, folder or site of exactly this name or address: *${item}*, with wildcards, finds all that contain it.`,
    );
  const word = keyword.trim();
  if (word !== '' && !word.includes('*'))
    reasons.push(
      `The keyword is looked for in what all records have in common, not inside AuditData: *${word}*, with wildcards, finds longer words, too.`,
    );
  if (recordTypes.length > 0) reasons.push('Records of other record types are left out.');
  return reasons;
}
