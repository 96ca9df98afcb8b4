import { createFileRoute } from '@tanstack/react-router';
import { OpenedBooks } from '~/features/addresses/opened-books';
import { KeptSettings } from '~/features/kept/kept-settings';
import { useKeeping } from '~/features/kept/use-keeping';
import { addressBooks } from '~/records/address-books';
import { Page } from '~/ui/page';

export const Route = createFileRoute('/settings')({ component: SettingsRoute });

function SettingsRoute() {
  const { kept } = Route.useRouteContext();
  const { choice } = useKeeping(kept);
  const unlessKept = kept.isPossible ? 'this visit, unless records are kept' : 'this visit';
  return (
    <Page title="Settings" about="Of this browser">
      <KeptSettings kept={kept} />
      <OpenedBooks books={addressBooks} stay={choice === 'keep' ? 'kept' : unlessKept} />
    </Page>
  );
}
