import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { describeError } from '~/domain/describe-error';
import type { Filter } from '~/domain/result-view';
import type { HeldResultSet } from '~/engine/held-result-sets';
import type { TimeZone } from '~/lib/time';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { RecordPanel } from '~/ui/record-panel';
import type { RecordSlot } from './record-slot';
import type { useOpenRecord } from './use-open-record';
import type { ShownView } from './view-follower';

export interface RecordPaneProps {
  readonly held: HeldResultSet;
  readonly shown: ShownView | undefined;
  readonly open: ReturnType<typeof useOpenRecord>;
  readonly zone: TimeZone;
  readonly takesFocus: boolean;
  onFilter(filter: Filter): void;
  onShowAll(): void;
  onStep(recordId: string): void;
  onClose(): void;
  renderRecord(slot: RecordSlot): ReactNode;
}

export function RecordPane(props: RecordPaneProps) {
  const { held, shown, open, zone, takesFocus, onFilter, onShowAll, onStep, onClose, renderRecord } = props;
  const { place, record, error } = open;

  const stepTo = (position: number) => async () => {
    if (!shown) return;
    // A view that was renewed meanwhile answers nothing; the next press asks the new one.
    const [row] = await held.resultSet.rows(shown.state.viewId, position, 1, []).catch(() => []);
    if (row) onStep(row.recordId);
  };

  const content = () => {
    if (error) return <Failure {...describeError(error)} action={<Button onClick={onClose}>Close</Button>} />;
    if (place === null) return <NotInView onShowAll={onShowAll} onClose={onClose} />;
    if (!place || !record || !shown) return undefined;
    const { position } = place;
    const { rowCount } = shown.state;
    return renderRecord({
      record,
      zone,
      onFilter,
      onClose,
      onPrevious: position > 0 ? stepTo(position - 1) : undefined,
      onNext: position < rowCount - 1 ? stepTo(position + 1) : undefined,
      position: `${(position + 1).toLocaleString('en-US')} of ${rowCount.toLocaleString('en-US')}`,
    });
  };

  return (
    <RecordPanel takesFocus={takesFocus} onClose={onClose}>
      {content()}
    </RecordPanel>
  );
}

function NotInView({ onShowAll, onClose }: { onShowAll: () => void; onClose: () => void }) {
  return (
    <EmptyState
      title="This record is not in what is shown"
      advice="The filters leave it out, or it is not among these records."
      action={
        <>
          <Button onClick={onShowAll}>Clear filters</Button>
          <Button appearance="subtle" onClick={onClose}>
            Close
          </Button>
        </>
      }
    />
  );
}
