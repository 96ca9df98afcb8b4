import { ReportPage, type ReportPageProps } from '~/ui/report-page';
import { AccessForm, type AccessFormProps } from './access-form';
import type { AccessParams } from './access-params';

export interface AccessPageProps extends AccessFormProps, Pick<ReportPageProps, 'links' | 'actions' | 'searched' | 'children'> {
  /** When the records are from. */
  readonly period: string;
  readonly criteria: Pick<AccessParams, 'mailbox' | 'person'>;
}

export function AccessPage({ links, actions, searched, period, criteria, children, ...form }: AccessPageProps) {
  const { mailbox, person } = criteria;
  return (
    <ReportPage
      title="Who can see a mailbox"
      about="Who was given access to which mailbox, by whom and when, and whose actions went unlogged."
      links={links}
      actions={actions}
      searched={searched}
      words={[period, mailbox && `to ${mailbox}`, person && `about ${person}`].filter(Boolean)}
      form={<AccessForm {...form} />}
    >
      {children}
    </ReportPage>
  );
}
