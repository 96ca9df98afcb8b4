import { createFileRoute, type SearchSchemaInput, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { type CasesParamsInput, defaultCasesParams, parseCasesParams } from '~/features/casework/cases-params';
import { CasesScreen } from '~/features/casework/cases-screen';
import { TextLink } from '~/features/frame/link-button';

export const Route = createFileRoute('/cases/')({
  validateSearch: (search: CasesParamsInput & SearchSchemaInput) => parseCasesParams(search),
  search: { middlewares: [stripSearchParams(defaultCasesParams)] },
  component: CasesRoute,
});

function CasesRoute() {
  const { casework } = Route.useRouteContext();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <CasesScreen
      casework={casework}
      params={Route.useSearch()}
      onParams={(change) => void navigate({ search: (last) => ({ ...last, ...change }), replace: true })}
      renderCaseLink={({ id, name }) => (
        <TextLink to="/cases/$caseId" params={{ caseId: id }} search={{}}>
          {name}
        </TextLink>
      )}
    />
  );
}
