import { createFileRoute, type SearchSchemaInput, stripSearchParams, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ExportButton } from '~/features/export/export-button';
import { FileDrop } from '~/features/files/file-drop';
import { NoFiles } from '~/features/files/no-files';
import { fileOpeningOf } from '~/features/files/open-files';
import { useOpenedFiles } from '~/features/files/use-opened-files';
import { RecordDetails } from '~/features/record/record-details';
import { defaultParams, parseResultParams, type ResultParamsInput } from '~/features/results/result-params';
import { ResultsScreen } from '~/features/results/results-screen';
import { type HeldRecordSet, recordSets } from '~/records/held-record-sets';

export const Route = createFileRoute('/files')({
  validateSearch: (search: ResultParamsInput & SearchSchemaInput) => parseResultParams(search),
  search: { middlewares: [stripSearchParams(defaultParams)] },
  component: FilesRoute,
});

const key = 'files';

function FilesRoute() {
  const [held, setHeld] = useState(() => recordSets.find(key));
  const open = (files: File[]) => {
    const set = recordSets.hold(key);
    fileOpeningOf(set).open(files);
    setHeld(set);
  };
  const close = () => {
    recordSets.release(key);
    setHeld(undefined);
  };
  return (
    <>
      <FileDrop onFiles={open} />
      {held ? <OpenedFiles key={held.id} held={held} onFiles={open} onClose={close} /> : <NoFiles onFiles={open} />}
    </>
  );
}

interface OpenedFilesProps {
  readonly held: HeldRecordSet;
  onFiles(files: File[]): void;
  onClose(): void;
}

function OpenedFiles({ held, onFiles, onClose }: OpenedFilesProps) {
  const params = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const files = useOpenedFiles(fileOpeningOf(held), { onFiles, onClose });
  return (
    <ResultsScreen
      {...files}
      held={held}
      params={params}
      onParams={(change, { replace }) => void navigate({ search: (last) => ({ ...last, ...change }), replace })}
      renderRecord={(slot) => <RecordDetails {...slot} />}
      renderExport={(slot) => <ExportButton {...slot} />}
    />
  );
}
