import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useOpenRecord } from './record-context';

// The viewer is a quarter of the product's code, and most records are never read as JSON.
const JsonViewer = lazy(async () => ({ default: (await import('~/ui/json-viewer')).JsonViewer }));

export function RecordJson() {
  const { record } = useOpenRecord();
  return (
    <Suspense fallback={<Spinner size="small" label="Opening the JSON viewer" />}>
      <JsonViewer text={record.auditData} label="record as JSON" />
    </Suspense>
  );
}
