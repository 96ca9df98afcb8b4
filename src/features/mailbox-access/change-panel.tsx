import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import { describeError } from '~/domain/errors/describe-error';
import type { AccessChange } from '~/domain/mailbox-access/access-change';
import type { RecordKey } from '~/domain/record/record-key';
import type { RawRecord } from '~/engine/record-set';
import { visibleText } from '~/lib/visible-text';
import { formatNumber } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { recordQuery } from '~/records/record-queries';
import { EmptyState } from '~/ui/empty-state';
import { Failure } from '~/ui/failure';
import { RecordPanel } from '~/ui/record-panel';

const useStyles = makeStyles({
  mailbox: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    overflowWrap: 'anywhere',
  },
});

/** What the details pane is told. The pane is another feature, so the route fills this slot. */
export interface RecordSlot {
  readonly record: RawRecord;
  /** Of the set: it tells what fields are called. */
  readonly catalogue: Catalogue;
  onClose(): void;
  /** `undefined` at the first change. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** `3 of 11` */
  readonly position: string;
}

export interface ChangePanelProps {
  readonly held: HeldRecordSet;
  /** As they are listed beside it. */
  readonly changes: readonly AccessChange[];
  readonly record: RecordKey;
  readonly takesFocus: boolean;
  /** Absent where one mailbox is looked at. */
  readonly onMailbox: ((mailbox: string) => void) | undefined;
  onStep(record: RecordKey): void;
  onClose(): void;
  renderRecord(slot: RecordSlot): ReactNode;
}

/** The record behind a change. */
export function ChangePanel(props: ChangePanelProps) {
  const { held, changes, record, takesFocus, onMailbox, onStep, onClose, renderRecord } = props;
  const styles = useStyles();
  // A record that tells of several changes is one step.
  const records = [...new Map(changes.map((change) => [change.record, change])).values()];
  const at = records.findIndex((change) => change.record === record);
  const change = records[at];
  const { data, error } = useQuery(recordQuery(held, change?.record));
  const stepTo = (position: number) => {
    const next = records[position];
    return next && (() => onStep(next.record));
  };
  const close = <Button onClick={onClose}>Close</Button>;
  const mailbox = change?.mailbox;
  return (
    <RecordPanel
      takesFocus={takesFocus}
      onClose={onClose}
      before={
        mailbox &&
        onMailbox && (
          <div className={styles.mailbox}>
            <Button size="small" onClick={() => onMailbox(mailbox.name)}>
              Who can see {visibleText(mailbox.name)}
            </Button>
          </div>
        )
      }
    >
      {error ? (
        <Failure {...describeError(error)} action={close} />
      ) : !change ? (
        <EmptyState
          title="This record tells of no change of access"
          advice="It is not among the changes in these records."
          action={close}
        />
      ) : (
        data &&
        renderRecord({
          record: data,
          catalogue: held.set.catalogue,
          onClose,
          onPrevious: stepTo(at - 1),
          onNext: stepTo(at + 1),
          position: `${formatNumber(at + 1)} of ${formatNumber(records.length)}`,
        })
      )}
    </RecordPanel>
  );
}
