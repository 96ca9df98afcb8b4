import { isSendIncluded } from '~/domain/messages/encrypted-messages';
import type { MessageCriteria } from '~/domain/messages/message-criteria';
import { ReportPage, type ReportPageProps } from '~/ui/report-page';
import { criteriaWords } from './criteria-words';
import { MessagesForm, type MessagesFormProps } from './messages-form';

export interface MessagesPageProps
  extends MessagesFormProps,
    Pick<ReportPageProps, 'links' | 'actions' | 'searched' | 'children'> {
  /** When the records are from. */
  readonly period: string;
  readonly criteria: MessageCriteria;
}

export function MessagesPage({ links, actions, searched, period, criteria, children, ...form }: MessagesPageProps) {
  const sends = form.query && isSendIncluded(form.query) ? ['with the send records'] : [];
  return (
    <ReportPage
      title="Encrypted messages"
      about="Who opened what was sent encrypted, when and how, message by message."
      links={links}
      actions={actions}
      searched={searched}
      words={[period, ...sends, ...criteriaWords(criteria)]}
      form={<MessagesForm {...form} />}
    >
      {children}
    </ReportPage>
  );
}
