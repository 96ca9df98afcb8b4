import { createFileRoute, type SearchSchemaInput, stripSearchParams } from '@tanstack/react-router';
import { MessageLinks } from '~/features/frame/message-links';
import { defaultMessagesParams, type MessagesParamsInput, parseMessagesParams } from '~/features/messages/messages-params';
import { TrackingSetup } from '~/features/tracking/tracking-setup';

export const Route = createFileRoute('/messages/set-up')({
  // Of the list of messages, for the way back to it.
  validateSearch: (search: MessagesParamsInput & SearchSchemaInput) => parseMessagesParams(search),
  search: { middlewares: [stripSearchParams(defaultMessagesParams)] },
  component: SetUpRoute,
});

function SetUpRoute() {
  const { exchange } = Route.useRouteContext();
  return <TrackingSetup exchange={exchange} links={<MessageLinks />} />;
}
