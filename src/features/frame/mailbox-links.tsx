import { mailboxPages } from './places';
import { SectionLinks } from './section-links';

export function MailboxLinks() {
  return <SectionLinks label="Mailbox auditing" pages={mailboxPages} />;
}
