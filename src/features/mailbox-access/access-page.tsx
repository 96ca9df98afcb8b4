import type { ReactNode } from 'react';
import { Page } from '~/ui/page';
import { AccessForm, type AccessFormProps } from './access-form';

export interface AccessPageProps extends AccessFormProps {
  /** Links to the other pages about mailbox auditing. */
  readonly links: ReactNode;
  /** Other records to look at than those of a search. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

export function AccessPage({ links, actions, children, ...form }: AccessPageProps) {
  return (
    <Page
      title="Who can see a mailbox"
      about="Who was given access to which mailbox, by whom and when, and whose actions went unlogged."
      actions={actions}
    >
      {links}
      <AccessForm {...form} />
      {children}
    </Page>
  );
}
