import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Journey } from '~/domain/messages/message-journey';
import type { RecordSet } from '~/engine/record-set';
import { formatTime, type TimeZone, zoneName } from '~/lib/time';
import { counted } from '~/lib/words';
import { coverageWords } from '~/records/coverage-words';
import { useSetState } from '~/records/use-set-state';
import { CopyButton } from '~/ui/copy-button';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  id: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  copy: { flexShrink: 0, '@media print': { display: 'none' } },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  strong: { color: tokens.colorNeutralForeground1 },
});

export interface JourneyContextProps {
  readonly messageId: string;
  readonly journey: Journey | undefined;
  readonly set: RecordSet;
  readonly source: ReactNode;
  readonly zone: TimeZone;
}

export function JourneyContext({ messageId, journey, set, source, zone }: JourneyContextProps) {
  const styles = useStyles();
  const { records, coverage } = useSetState(set);
  // Without one the Message ID is the title already.
  const hasSubject = journey !== undefined && journey.subject !== '';
  return (
    <>
      <div className={styles.id}>
        {hasSubject && (
          <span>
            <VisibleText text={messageId} />
          </span>
        )}
        <span className={styles.copy}>
          <CopyButton label="Message ID" text={messageId} showLabel={!hasSubject} />
        </span>
      </div>
      <div className={styles.line}>
        {journey && journey.events.length > 0 && (
          <>
            <span>
              From <span className={styles.strong}>{journey.sender ? <VisibleText text={journey.sender} /> : 'not known'}</span>
            </span>
            <span>
              Sent{' '}
              {journey.sent ? (
                <span className={styles.strong}>
                  {formatTime(journey.sent.time, zone)} {zoneName(zone, journey.sent.time)}
                </span>
              ) : (
                'not known: no send record among these records'
              )}
            </span>
          </>
        )}
        {journey && (
          <span>
            <span className={styles.strong}>{counted(journey.events.length, 'event')}</span> in {counted(records, 'record')} ·{' '}
            {coverageWords[coverage]}
          </span>
        )}
        <span>Source: {source}</span>
      </div>
    </>
  );
}
