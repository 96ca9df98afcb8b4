import type { ReactNode } from 'react';
import { Page } from '~/ui/page';
import { MessagesForm, type MessagesFormProps } from './messages-form';

export interface MessagesPageProps extends MessagesFormProps {
  /** Links to the other pages about encrypted messages. */
  readonly links: ReactNode;
  /** Other records to look at than those of a search. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

export function MessagesPage({ links, actions, children, ...form }: MessagesPageProps) {
  return (
    <Page
      title="Encrypted messages"
      about="Who opened what was sent encrypted, when and how, message by message."
      actions={actions}
    >
      {links}
      <MessagesForm {...form} />
      {children}
    </Page>
  );
}
