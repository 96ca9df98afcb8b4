import { Button } from '@fluentui/react-components';
import { type ErrorComponentProps, useLinkProps, useRouter } from '@tanstack/react-router';
import { describeError } from '~/domain/errors/describe-error';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { Page } from '~/ui/page';

export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = async () => {
    reset();
    await router.invalidate();
  };
  return (
    <Page title="This page failed">
      <Failure {...describeError(error)} action={<Button onClick={retry}>Try again</Button>} />
    </Page>
  );
}

export function NotFound() {
  const newSearch = useLinkProps({ to: '/search' });
  return (
    <Page title="Not found">
      <EmptyState
        title="There is no page at this address"
        advice="The link may be mistyped, or come from a newer version."
        action={
          <Button as="a" href={newSearch.href} onClick={newSearch.onClick}>
            Go to New search
          </Button>
        }
      />
    </Page>
  );
}
