import { SectionLinks } from './section-links';

export function MailboxLinks() {
  return (
    <SectionLinks
      label="Mailbox auditing"
      pages={[
        { to: '/mailboxes', label: 'Settings' },
        { to: '/mailboxes/search', label: 'Mailbox audit search' },
        { to: '/mailboxes/non-owner', label: 'Non-owner mailbox access' },
        { to: '/mailboxes/access', label: 'Who can see a mailbox' },
      ]}
    />
  );
}
