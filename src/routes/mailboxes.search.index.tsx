import { createFileRoute } from '@tanstack/react-router';
import { TextLink } from '~/features/frame/link-button';
import { MailboxLinks } from '~/features/frame/mailbox-links';
import { MailboxSearchPage } from '~/features/mailbox-search/mailbox-search-page';
import { mailboxSearchParamsSchema } from '~/features/mailbox-search/mailbox-search-params';

export const Route = createFileRoute('/mailboxes/search/')({
  validateSearch: mailboxSearchParamsSchema,
  component: MailboxSearchRoute,
});

function MailboxSearchRoute() {
  const params = Route.useSearch();
  const navigate = Route.useNavigate();
  const { exchange, account } = Route.useRouteContext();
  return (
    <MailboxSearchPage
      exchange={exchange}
      user={account.user}
      params={params}
      onParams={(search) => void navigate({ to: '/mailboxes/search', search, replace: true, resetScroll: false })}
      onOpen={(searchId) => void navigate({ to: '/mailboxes/search/$searchId', params: { searchId } })}
      links={<MailboxLinks />}
      unifiedLog={<TextLink to="/search">Search</TextLink>}
      openFile={<TextLink to="/files">Open a file</TextLink>}
    />
  );
}
