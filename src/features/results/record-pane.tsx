import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
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

const useStyles = makeStyles({ bar: { flexShrink: 0 } });

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
  const { place, position, outOf, record, error, isMissing, canStep, step } = open;

  // The record before stays until the next is here, and with it how it is read, and the focus in it.
  const ready = place !== undefined && record ? { place, record, position } : undefined;
  const [last, setLast] = useState(ready);
  if (ready && (ready.place !== last?.place || ready.record !== last?.record)) setLast(ready);
  const read = ready ?? last;

  const content = () => {
    if (error) return <Failure {...describeError(error)} action={<Button onClick={onClose}>Close</Button>} />;
    if (isMissing) return <NotInView onShowAll={onShowAll} onClose={onClose} />;
    if (!read || !shown) return undefined;
    return renderRecord({
      record: read.record,
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
      position:
        read.position === undefined
          ? 'Not among the records shown'
          : `${formatNumber(read.position + 1)} of ${formatNumber(outOf)}`,
    });
  };

  return (
    <RecordPanel takesFocus={takesFocus} onClose={onClose} before={place === null && record && <LeftOut onShowAll={onShowAll} />}>
      {content()}
    </RecordPanel>
  );
}

function LeftOut({ onShowAll }: { readonly onShowAll: () => void }) {
  const styles = useStyles();
  return (
    <MessageBar layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>This record is not in what is shown</MessageBarTitle>
        The filters leave it out.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onShowAll}>Clear filters</Button>
      </MessageBarActions>
    </MessageBar>
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
