import { createFileRoute } from '@tanstack/react-router';
import { KeptSettings } from '~/features/kept/kept-settings';
import { Page } from '~/ui/page';

export const Route = createFileRoute('/settings')({ component: SettingsRoute });

function SettingsRoute() {
  const { kept } = Route.useRouteContext();
  return (
    <Page title="Settings" about="Of this browser">
      <KeptSettings kept={kept} />
    </Page>
  );
}
