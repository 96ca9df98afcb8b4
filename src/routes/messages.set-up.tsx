import { createFileRoute } from '@tanstack/react-router';
import { MessageLinks } from '~/features/frame/message-links';
import { TrackingSetup } from '~/features/tracking/tracking-setup';

export const Route = createFileRoute('/messages/set-up')({ component: SetUpRoute });

function SetUpRoute() {
  const { exchange } = Route.useRouteContext();
  return <TrackingSetup exchange={exchange} links={<MessageLinks />} />;
}
