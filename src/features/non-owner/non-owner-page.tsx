import { anyOf } from '~/lib/words';
import { ReportPage, type ReportPageProps } from '~/ui/report-page';
import { accessWords } from './access-words';
import type { NonOwnerParams } from './non-owner-params';

export interface NonOwnerPageProps extends Omit<ReportPageProps, 'title' | 'about' | 'words'> {
  /** When the records are from. */
  readonly period: string;
  readonly criteria: Pick<NonOwnerParams, 'access' | 'mailboxes'>;
}

export function NonOwnerPage({ period, criteria, ...page }: NonOwnerPageProps) {
  const { access, mailboxes } = criteria;
  return (
    <ReportPage
      {...page}
      title="Non-owner mailbox access"
      about="Who was in a mailbox that is not their own, how often, and what they did there."
      words={[period, accessWords[access].label, ...(mailboxes.length > 0 ? [`in ${anyOf(mailboxes)}`] : [])]}
    />
  );
}
