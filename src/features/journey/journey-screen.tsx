import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { describeError } from '~/domain/errors/describe-error';
import type { RecordKey } from '~/domain/record/record-key';
import type { TimeZone } from '~/lib/time';
import { visibleText } from '~/lib/visible-text';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { Failure } from '~/ui/failure';
import { Page } from '~/ui/page';
import { EventPanel, type RecordSlot } from './event-panel';
import { JourneyActions } from './journey-actions';
import { JourneyContext } from './journey-context';
import { JourneyStory } from './journey-story';
import { useHandRecipients } from './use-hand-recipients';
import { useJourney } from './use-journey';

const useStyles = makeStyles({
  panel: { display: 'contents', '@media print': { display: 'none' } },
  quiet: { '@media print': { display: 'none' } },
  body: {
    position: 'relative',
    display: 'flex',
    flexGrow: 1,
    flexBasis: 0,
    minHeight: '280px',
    // The column beside the panel scrolls; on a narrow screen the whole page does, unless the panel covers it.
    '@media (max-width: 900px)': { display: 'block', flexBasis: 'auto', flexGrow: 0 },
    // On paper nothing scrolls: it is as tall as what is in it.
    '@media print': { display: 'block', flexBasis: 'auto' },
  },
  bodyCovered: { '@media (max-width: 900px)': { minHeight: '70dvh', flexGrow: 1 }, '@media print': { minHeight: 0 } },
  story: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    flexGrow: 1,
    minWidth: 0,
    overflowY: 'auto',
    // Keeps focus outlines from being cut off at the edges.
    padding: '2px',
    paddingBottom: tokens.spacingVerticalXXL,
    '@media (max-width: 900px)': { overflowY: 'visible' },
    '@media print': { overflowY: 'visible', display: 'block', '> * + *': { marginTop: '16px' } },
  },
  storyBesidePanel: { paddingInlineEnd: tokens.spacingHorizontalL },
  storyCovered: { '@media screen and (max-width: 900px)': { display: 'none' } },
});

/** What of the page stands in the URL. */
export interface JourneyParams {
  /** The open record. */
  readonly record?: RecordKey | undefined;
}

export interface JourneyScreenProps {
  /** With angle brackets. */
  readonly messageId: string;
  readonly held: HeldRecordSet;
  readonly source: ReactNode;
  /** The way back. */
  readonly before: ReactNode;
  readonly notices?: ReactNode;
  readonly actions?: ReactNode;
  /** `undefined` where this browser may not run cmdlets: the PowerShell is handed over then. */
  readonly exchange: ExchangeAdmin | undefined;
  readonly zone: TimeZone;
  readonly params: JourneyParams;
  onParams(params: JourneyParams, options: { readonly replace: boolean }): void;
  /** After Exchange took the message back. */
  onRevoked?(): void;
  renderRecord(slot: RecordSlot & { readonly zone: TimeZone }): ReactNode;
}

/** One encrypted message: whether, when, how and by whom it was opened, and taking it back. */
export function JourneyScreen(props: JourneyScreenProps) {
  const { messageId, held, exchange, zone, params, onParams, renderRecord } = props;
  const styles = useStyles();
  const story = useRef<HTMLDivElement>(null);
  const opened = useRef<string>(undefined);
  const [byHand, setByHand] = useHandRecipients(messageId);
  const { journey, error, isPending } = useJourney(held, { messageId, byHand });

  const isOpen = params.record !== undefined;
  const open = useCallback((record: RecordKey) => onParams({ record }, { replace: isOpen }), [onParams, isOpen]);
  const close = () => onParams({ record: undefined }, { replace: false });
  // Back to the event, once it is no longer covered.
  useEffect(() => {
    if (params.record === undefined && opened.current !== undefined) {
      story.current?.querySelector<HTMLElement>(`[data-record="${CSS.escape(opened.current)}"]`)?.focus();
    }
    opened.current = params.record;
  }, [params.record]);

  return (
    <Page
      title={visibleText(journey?.subject || messageId)}
      before={<div className={styles.quiet}>{props.before}</div>}
      context={<JourneyContext messageId={messageId} journey={journey} set={held.set} source={props.source} zone={zone} />}
      actions={
        <JourneyActions messageId={messageId} journey={journey} exchange={exchange} onRevoked={props.onRevoked ?? (() => {})}>
          {props.actions}
        </JourneyActions>
      }
    >
      {props.notices}
      {error && <Failure {...describeError(error)} />}
      <div className={mergeClasses(styles.body, isOpen && styles.bodyCovered)}>
        <div ref={story} className={mergeClasses(styles.story, isOpen && styles.storyBesidePanel, isOpen && styles.storyCovered)}>
          {isPending && <Spinner label="Reading the events of the message" />}
          {journey && (
            <JourneyStory
              journey={journey}
              set={held.set}
              zone={zone}
              openRecord={params.record}
              onOpen={open}
              byHand={byHand}
              onByHand={setByHand}
            />
          )}
        </div>
        {journey && params.record !== undefined && (
          <div className={styles.panel}>
            <EventPanel
              held={held}
              events={journey.events}
              record={params.record}
              onStep={open}
              onClose={close}
              renderRecord={(slot) => renderRecord({ ...slot, zone })}
            />
          </div>
        )}
      </div>
    </Page>
  );
}
