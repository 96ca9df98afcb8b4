import { createFileRoute, type SearchSchemaInput, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { NoFiles } from '~/features/files/no-files';
import { fileOpeningOf } from '~/features/files/open-files';
import { rememberedFiles } from '~/features/files/remembered-files';
import { keptFilesPrefix, useFileSet } from '~/features/files/use-file-set';
import { useOpenedFiles } from '~/features/files/use-opened-files';
import { KeepNotice } from '~/features/kept/keep-notice';
import { KeptFiles } from '~/features/kept/kept-files';
import { useKeeping } from '~/features/kept/use-keeping';
import { defaultParams, parseResultParams, type ResultParamsInput } from '~/features/results/result-params';
import { ResultsScreen } from '~/features/results/results-screen';
import { allOf } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { FileDrop } from '~/ui/file-drop';
import { resultsParts } from './-results-parts';

export const Route = createFileRoute('/files')({
  validateSearch: (search: ResultParamsInput & SearchSchemaInput) => parseResultParams(search),
  search: { middlewares: [stripSearchParams(defaultParams)] },
  component: FilesRoute,
});

function FilesRoute() {
  const { kept } = Route.useRouteContext();
  const { held, open, openKept, close } = useFileSet(useKeeping(kept).keep);
  return (
    <>
      <FileDrop label="Drop to open" onFiles={open} />
      {held ? (
        <OpenedFiles key={held.id} held={held} onFiles={open} onClose={close} />
      ) : (
        <NoFiles onFiles={open} kept={<KeptFiles kept={kept} prefix={keptFilesPrefix} onOpen={openKept} />} />
      )}
    </>
  );
}

interface OpenedFilesProps {
  readonly held: HeldRecordSet;
  onFiles(files: File[]): void;
  onClose(): void;
}

function OpenedFiles({ held, onFiles, onClose }: OpenedFilesProps) {
  const { kept } = Route.useRouteContext();
  const params = Route.useSearch();
  const [remembered] = useState(rememberedFiles);
  const navigate = useNavigate({ from: Route.fullPath });
  const files = useOpenedFiles(fileOpeningOf(held), { onFiles, onClose });
  return (
    <ResultsScreen
      {...resultsParts}
      {...files}
      notices={
        <>
          {files.notices}
          {remembered && (
            <KeepNotice kept={kept} held={held} keptAs={`${keptFilesPrefix}${remembered.id}`} title={allOf(files.names)} />
          )}
        </>
      }
      held={held}
      params={params}
      onParams={(change, { replace }) => void navigate({ search: (last) => ({ ...last, ...change }), replace })}
    />
  );
}
