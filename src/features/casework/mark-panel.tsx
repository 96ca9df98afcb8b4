import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import type { Mark } from '~/domain/casework/kept-work';
import { formatTime, zoneIdentifier } from '~/lib/time';
import type { Casework } from '~/records/casework';
import { SidePanel } from '~/ui/side-panel';
import { useTimeZone } from '~/ui/time-zone';
import { VisibleText } from '~/ui/visible-text';
import { AddressLink } from './address-link';
import { MarkRecord } from './mark-record';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL, minWidth: 0 },
  head: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  title: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  facts: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

export interface MarkPanelProps {
  readonly casework: Casework;
  readonly mark: Mark;
  /** Beside deleting the mark. */
  readonly actions?: ReactNode;
  onDelete(): void;
  onClose(): void;
}

/** Beside a list of marked records, what is kept of one. */
export function MarkPanel({ casework, mark, actions, onDelete, onClose }: MarkPanelProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  return (
    <SidePanel label="Marked record" takesFocus onClose={onClose}>
      <div className={styles.content}>
        <div className={styles.head}>
          <h2 className={styles.title}>
            <VisibleText text={mark.summary || mark.recordId} />
          </h2>
          <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" title="Close (Escape)" onClick={onClose} />
        </div>
        <div className={styles.facts}>
          {mark.time !== undefined && `${formatTime(mark.time, zone)} ${zoneIdentifier(zone)}, `}
          <VisibleText text={mark.recordId} />
        </div>
        {mark.address !== undefined && (
          <div>
            <AddressLink address={mark.address}>Show it where it was marked</AddressLink>
          </div>
        )}
        <MarkRecord casework={casework} record={mark} />
        <div className={styles.actions}>
          {actions}
          <Button size="small" icon={<DeleteRegular />} onClick={onDelete}>
            Delete this mark
          </Button>
        </div>
      </div>
    </SidePanel>
  );
}
