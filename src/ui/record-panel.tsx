import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SidePanel } from './side-panel';
import { useCommand } from './use-command';

const useStyles = makeStyles({
  waiting: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
});

export interface RecordPanelProps {
  readonly takesFocus: boolean;
  onClose(): void;
  /** Above the record, whatever becomes of it. */
  readonly before?: ReactNode;
  /** The record; nothing while it is being read. */
  readonly children: ReactNode;
}

/** Beside a list, the record behind one of its lines. */
export function RecordPanel({ takesFocus, onClose, before, children }: RecordPanelProps) {
  const styles = useStyles();
  useCommand({ keys: 'Escape', label: 'Close the record' }, onClose);
  return (
    <SidePanel label="Record details" takesFocus={takesFocus} onClose={onClose}>
      {before}
      {children ?? (
        <Skeleton className={styles.waiting} aria-label="The record is being read">
          <SkeletonItem size={24} />
          <SkeletonItem />
          <SkeletonItem />
        </Skeleton>
      )}
    </SidePanel>
  );
}
