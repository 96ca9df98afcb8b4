import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import { describeError } from '~/domain/errors/describe-error';
import type { TimeZone } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import type { ShownView } from '~/records/view-follower';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { RecordPanel } from '~/ui/record-panel';
import type { RecordSlot } from './record-slot';
import type { useOpenRecord } from './use-open-record';

export interface RecordPaneProps
  extends Pick<RecordSlot, 'held' | 'onChoose' | 'onAround' | 'onMessagesRead' | 'onOpen' | 'onColumn'> {
  readonly shown: ShownView | undefined;
  readonly open: ReturnType<typeof useOpenRecord>;
  readonly catalogue: Catalogue;
  readonly zone: TimeZone;
  readonly takesFocus: boolean;
  onShowAll(): void;
  onClose(): void;
  renderRecord(slot: RecordSlot): ReactNode;
}

export function RecordPane(props: RecordPaneProps) {
  const { shown, open, catalogue, zone, takesFocus, onShowAll, onClose, renderRecord } = props;
  const { place, record, error, canStep, step } = open;

  const content = () => {
    if (error) return <Failure {...describeError(error)} action={<Button onClick={onClose}>Close</Button>} />;
    if (place === null) return <NotInView onShowAll={onShowAll} onClose={onClose} />;
    if (!place || !record || !shown) return undefined;
    return renderRecord({
      record,
      held: props.held,
      catalogue,
      zone,
      text: shown.asked.text,
      onChoose: props.onChoose,
      onAround: props.onAround,
      onMessagesRead: props.onMessagesRead,
      onOpen: props.onOpen,
      onColumn: props.onColumn,
      onClose,
      onPrevious: canStep(-1) ? () => void step(-1) : undefined,
      onNext: canStep(1) ? () => void step(1) : undefined,
      position: `${formatNumber(place.position + 1)} of ${formatNumber(shown.state.rowCount)}`,
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
