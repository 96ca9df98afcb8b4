import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { BracesRegular } from '@fluentui/react-icons/svg/braces';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import { sessionField } from '~/domain/catalogue/joined-fields';
import { explainRecord } from '~/domain/record/explain-record';
import type { Filter } from '~/domain/view/filter';
import { type Pivot, tiesOf } from '~/domain/view/surroundings';
import type { RawRecord } from '~/engine/record-set';
import { readJson } from '~/lib/read-json';
import { textFinder } from '~/lib/text-finder';
import type { EpochMs, TimeZone } from '~/lib/time';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { CopyButton } from '~/ui/copy-button';
import { usePrinting } from '~/ui/use-printing';
import { DamagedAuditData } from './damaged-audit-data';
import { RecordAround } from './record-around';
import { type OpenRecord, OpenRecordContext } from './record-context';
import { RecordHeader } from './record-header';
import { RecordJson } from './record-json';
import { RecordProperties } from './record-properties';
import { RecordSummary } from './record-summary';
import { SessionReads } from './session-reads';

const useStyles = makeStyles({
  details: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    padding: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media print': { height: 'auto', display: 'block' },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    '@media print': { display: 'none' },
  },
  tabs: { marginInlineStart: '-10px' },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: 0,
    minHeight: 0,
    overflowY: 'auto',
    paddingTop: tokens.spacingVerticalS,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media print': { overflow: 'visible', display: 'block' },
  },
});

const tabs = [
  ['summary', 'Summary'],
  ['properties', 'All properties'],
  ['json', 'JSON'],
  ['session', 'Session'],
  ['notes', 'Notes'],
] as const;
type TabKey = (typeof tabs)[number][0];

/** Whoever shows what it is tied to knows of a record. */
export interface TiedRecord {
  readonly record: RawRecord;
  /** The session first, if there is one; there is at least one. */
  readonly ties: readonly Pivot[];
}

/** As notes on it know a record. */
export interface NotedRecord {
  readonly recordId: string;
  readonly time: EpochMs | undefined;
  readonly summary: string;
}

export interface RecordDetailsProps {
  readonly record: RawRecord;
  /** Of the record's source: it tells what fields are called. */
  readonly catalogue: Catalogue;
  readonly zone: TimeZone;
  /** What the records were searched for: it is marked. */
  readonly text?: string;
  /** What can be done with its values; without them, they can be copied. */
  readonly onChoose?: OpenRecord['onChoose'];
  readonly onColumn?: OpenRecord['onColumn'];
  readonly onAround?: ((filters: Filter[]) => void) | undefined;
  /** The set it is from; without it, nothing is asked about other records. */
  readonly held?: HeldRecordSet | undefined;
  onMessagesRead?(filters: Filter[]): void;
  /** The records of the same session or act, in a tab of their own. */
  renderTied?(record: TiedRecord): ReactNode;
  /** What is kept of the record, in a tab of its own. */
  renderNotes?(record: NotedRecord): ReactNode;
  /** `undefined` at the first record. */
  readonly onPrevious: (() => void) | undefined;
  /** `undefined` at the last record. */
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
  /** `3 of 48,213` */
  readonly position: string;
}

/** One record: in words, property by property, and as it came. On paper: in words and property by property. */
export function RecordDetails(props: RecordDetailsProps) {
  const {
    record,
    catalogue,
    zone,
    text = '',
    onChoose,
    onColumn,
    onAround,
    held,
    onMessagesRead,
    renderTied,
    renderNotes,
    position,
    onPrevious,
    onNext,
    onClose,
  } = props;
  const styles = useStyles();
  const id = useId();
  const isPrinting = usePrinting();
  const [tab, setTab] = useState<TabKey>('summary');
  const { value: auditData, brokenAt } = useMemo(() => readJson(record.auditData), [record.auditData]);
  const explanation = useMemo(
    () => explainRecord(auditData, record.envelope, catalogue),
    [auditData, record.envelope, catalogue],
  );
  const ties = useMemo(() => tiesOf(auditData, record.envelope), [auditData, record.envelope]);
  const session = ties.find(({ field }) => field === sessionField)?.value;
  const offered = { summary: true, properties: true, json: true, session: renderTied && ties.length > 0, notes: renderNotes };
  // The next record may have no session.
  const chosenTab = offered[tab] ? tab : 'summary';
  const open = useMemo(
    () => ({ record, catalogue, auditData, zone, isPrinting, finder: textFinder(isPrinting ? '' : text), onChoose, onColumn }),
    [record, catalogue, auditData, zone, isPrinting, text, onChoose, onColumn],
  );
  // The tab answers at once; a long record follows in its own time.
  const shownTab = useDeferredValue(chosenTab);
  return (
    <OpenRecordContext value={open}>
      <div className={styles.details}>
        <RecordHeader
          activity={explanation.activity}
          position={position}
          onPrevious={onPrevious}
          onNext={onNext}
          onClose={onClose}
        />
        <div className={styles.bar}>
          <TabList
            className={styles.tabs}
            size="small"
            aria-label="Ways to read the record"
            selectedValue={chosenTab}
            onTabSelect={(_, { value }) => setTab(tabs.find(([key]) => key === value)?.[0] ?? 'summary')}
          >
            {tabs
              .filter(([key]) => offered[key])
              .map(([key, name]) => (
                <Tab key={key} value={key} id={`${id}${key}`} aria-controls={`${id}panel`}>
                  {key === 'session' && session === undefined ? 'Correlation' : name}
                </Tab>
              ))}
          </TabList>
          <span>
            <CopyButton label="record as JSON" text={record.auditData} icon={<BracesRegular />} shortcut="c" />
            <CopyButton label="link to this record" text={() => window.location.href} icon={<LinkRegular />} />
          </span>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls has to be reachable by keyboard */}
        <div className={styles.panel} role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${chosenTab}`} tabIndex={0}>
          {brokenAt !== undefined && (shownTab !== 'json' || isPrinting) && (
            <DamagedAuditData text={record.auditData} brokenAt={brokenAt} isReadable={auditData !== undefined} />
          )}
          {shownTab === 'summary' && onAround && explanation.time !== undefined && (
            <RecordAround time={explanation.time} onAround={onAround}>
              {held && session !== undefined && onMessagesRead && (
                <SessionReads set={held.set} session={session} onMessagesRead={onMessagesRead} />
              )}
            </RecordAround>
          )}
          {(shownTab === 'summary' || isPrinting) && <RecordSummary explanation={explanation} />}
          {(shownTab === 'properties' || isPrinting) && <RecordProperties />}
          {shownTab === 'json' && !isPrinting && <RecordJson />}
          {shownTab === 'session' && ties.length > 0 && renderTied?.({ record, ties })}
          {shownTab === 'notes' &&
            renderNotes?.({ recordId: record.recordId, time: explanation.time, summary: explanation.sentence })}
        </div>
      </div>
    </OpenRecordContext>
  );
}
