import { createFileRoute, type SearchSchemaInput, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { CaseScreen } from '~/features/casework/case-screen';
import { type CasesParamsInput, defaultCasesParams, parseCasesParams } from '~/features/casework/cases-params';
import { BackLink } from '~/features/frame/link-button';

export const Route = createFileRoute('/cases/$caseId')({
  validateSearch: (search: CasesParamsInput & SearchSchemaInput) => parseCasesParams(search),
  search: { middlewares: [stripSearchParams(defaultCasesParams)] },
  component: CaseRoute,
});

function CaseRoute() {
  const { caseId } = Route.useParams();
  const { casework } = Route.useRouteContext();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <CaseScreen
      key={caseId}
      casework={casework}
      caseId={caseId}
      before={
        <BackLink to="/cases" search={{}}>
          Cases
        </BackLink>
      }
      params={Route.useSearch()}
      onParams={(change) => void navigate({ search: (last) => ({ ...last, ...change }), replace: true })}
    />
  );
}
