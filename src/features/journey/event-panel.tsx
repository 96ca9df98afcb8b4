import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { describeError } from '~/domain/describe-error';
import type { JourneyEvent } from '~/domain/journey-event';
import type { HeldResultSet } from '~/engine/held-result-sets';
import type { RawRecord } from '~/engine/result-set';
import { inThisBrowser } from '~/lib/in-this-browser';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { SidePanel } from '~/ui/side-panel';
import { useShortcut } from '~/ui/use-shortcut';

const useStyles = makeStyles({
  waiting: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
});

/** What the details pane is told. The pane is another feature, so the route fills this slot. */
export interface RecordSlot {
  readonly record: RawRecord;
  onClose(): void;
  /** `undefined` at the first event. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** `3 of 11` */
  readonly position: string;
}

export interface EventPanelProps {
  readonly held: HeldResultSet;
  readonly events: readonly JourneyEvent[];
  readonly recordId: string;
  onStep(recordId: string): void;
  onClose(): void;
  renderRecord(slot: RecordSlot): ReactNode;
}

export function EventPanel({ held, events, recordId, onStep, onClose, renderRecord }: EventPanelProps) {
  const styles = useStyles();
  const at = events.findIndex((event) => event.recordId === recordId);
  const event = events[at];
  useShortcut({ keys: 'Escape', label: 'Close the record' }, onClose);
  const { data, error } = useQuery({
    ...inThisBrowser,
    queryKey: ['record', held.id, event?.index],
    enabled: event !== undefined,
    queryFn: () => held.resultSet.record(event?.index ?? -1),
  });
  const stepTo = (position: number) => {
    const next = events[position];
    return next && (() => onStep(next.recordId));
  };
  const close = <Button onClick={onClose}>Close</Button>;
  return (
    <SidePanel label="Record details" takesFocus onClose={onClose}>
      {error ? (
        <Failure {...describeError(error)} action={close} />
      ) : !event ? (
        <EmptyState title="This record does not tell of this message" advice="It is not among its events." action={close} />
      ) : data ? (
        renderRecord({
          record: data,
          onClose,
          onPrevious: stepTo(at - 1),
          onNext: stepTo(at + 1),
          position: `${(at + 1).toLocaleString('en-US')} of ${events.length.toLocaleString('en-US')}`,
        })
      ) : (
        <Skeleton className={styles.waiting} aria-label="The record is being read">
          <SkeletonItem size={24} />
          <SkeletonItem />
          <SkeletonItem />
        </Skeleton>
      )}
    </SidePanel>
  );
}
