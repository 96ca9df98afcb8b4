import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import { describeError } from '~/domain/errors/describe-error';
import type { JourneyEvent } from '~/domain/messages/journey-event';
import type { RecordKey } from '~/domain/record/record-key';
import type { RawRecord } from '~/engine/record-set';
import { formatNumber } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { recordQuery } from '~/records/record-queries';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { RecordPanel } from '~/ui/record-panel';

/** What the details pane is told. The pane is another feature, so the route fills this slot. */
export interface RecordSlot {
  readonly record: RawRecord;
  /** Of the set: it tells what fields are called. */
  readonly catalogue: Catalogue;
  onClose(): void;
  /** `undefined` at the first event. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** `3 of 11` */
  readonly position: string;
}

export interface EventPanelProps {
  readonly held: HeldRecordSet;
  readonly events: readonly JourneyEvent[];
  readonly record: RecordKey;
  onStep(record: RecordKey): void;
  onClose(): void;
  renderRecord(slot: RecordSlot): ReactNode;
}

export function EventPanel({ held, events, record, onStep, onClose, renderRecord }: EventPanelProps) {
  const at = events.findIndex(({ key }) => key === record);
  const event = events[at];
  const { data, error } = useQuery(recordQuery(held, event?.key));
  const stepTo = (position: number) => {
    const next = events[position];
    return next && (() => onStep(next.key));
  };
  const close = <Button onClick={onClose}>Close</Button>;
  return (
    <RecordPanel takesFocus onClose={onClose}>
      {error ? (
        <Failure {...describeError(error)} action={close} />
      ) : !event ? (
        <EmptyState title="This record does not tell of this message" advice="It is not among its events." action={close} />
      ) : (
        data &&
        renderRecord({
          record: data,
          catalogue: held.set.catalogue,
          onClose,
          onPrevious: stepTo(at - 1),
          onNext: stepTo(at + 1),
          position: `${formatNumber(at + 1)} of ${formatNumber(events.length)}`,
        })
      )}
    </RecordPanel>
  );
}
