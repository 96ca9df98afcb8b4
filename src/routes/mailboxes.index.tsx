import { createFileRoute, type SearchSchemaInput, stripSearchParams } from '@tanstack/react-router';
import { MailboxLinks } from '~/features/frame/mailbox-links';
import { MailboxSettings } from '~/features/mailboxes/mailbox-settings';
import { defaultMailboxesParams, type MailboxesParamsInput, parseMailboxesParams } from '~/features/mailboxes/mailboxes-params';
import { SettingsByHand } from '~/features/mailboxes/settings-by-hand';

export const Route = createFileRoute('/mailboxes/')({
  validateSearch: (search: MailboxesParamsInput & SearchSchemaInput) => parseMailboxesParams(search),
  search: { middlewares: [stripSearchParams(defaultMailboxesParams)] },
  component: SettingsRoute,
});

function SettingsRoute() {
  const params = Route.useSearch();
  const navigate = Route.useNavigate();
  const { exchange } = Route.useRouteContext();
  const page = {
    links: <MailboxLinks />,
    params,
    onParams: (change: MailboxesParamsInput) =>
      // What is opened can be gone back from; what is typed or sorted by is not a place.
      void navigate({ search: (last) => ({ ...last, ...change }), replace: !('mailbox' in change), resetScroll: false }),
  };
  return exchange ? <MailboxSettings exchange={exchange} {...page} /> : <SettingsByHand {...page} />;
}
