import type { ReactNode } from 'react';
import { Page } from '~/ui/page';

export interface NonOwnerPageProps {
  /** Links to the other pages about mailbox auditing. */
  readonly links: ReactNode;
  /** Other records to look at than those of a search. */
  readonly actions: ReactNode;
  /** What asks for a range of time. */
  readonly form: ReactNode;
  readonly children: ReactNode;
}

export function NonOwnerPage({ links, actions, form, children }: NonOwnerPageProps) {
  return (
    <Page
      title="Non-owner mailbox access"
      about="Who was in a mailbox that is not their own, how often, and what they did there."
      actions={actions}
    >
      {links}
      {form}
      {children}
    </Page>
  );
}
