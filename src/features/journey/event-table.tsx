import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState } from 'react';
import { propertiesText } from '~/domain/messages/journey-csv';
import type { JourneyEvent } from '~/domain/messages/journey-event';
import { formatTime, type TimeZone, zoneIdentifier } from '~/lib/time';
import { VisibleText } from '~/ui/visible-text';
import { useSlice } from './use-slice';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    '@media print': { display: 'none' },
  },
  toggle: { justifySelf: 'start', marginInlineStart: '-12px' },
  scroll: {
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'start',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  wide: { whiteSpace: 'normal', minWidth: '200px', maxWidth: '360px', overflowWrap: 'anywhere' },
  head: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
});

/** Every field Microsoft documents, by its own name and as written. */
const columns: readonly (readonly [name: string, text: (event: JourneyEvent) => string, isWide?: boolean])[] = [
  ['Operation', ({ operation }) => operation],
  ['Recipient', ({ recipients }) => recipients.join('; '), true],
  ['Sender', ({ sender }) => sender],
  ['AuthenticationMethod', ({ method }) => method],
  ['AuthenticationStatus', ({ signInStatus }) => withMeaning(signInStatus)],
  ['OperationStatus', ({ operationStatus }) => withMeaning(operationStatus)],
  ['AttachmentName', ({ attachment }) => attachment, true],
  ['OperationProperties', propertiesText, true],
  ['UserId', ({ user }) => user],
];

export interface EventTableProps {
  readonly events: readonly JourneyEvent[];
  readonly messageId: string;
  readonly zone: TimeZone;
}

export function EventTable({ events, messageId, zone }: EventTableProps) {
  const styles = useStyles();
  const id = useId();
  const [isShown, setShown] = useState(false);
  const { shown, more } = useSlice(events, 200, 'events');
  const head = mergeClasses(styles.cell, styles.head);
  return (
    <div className={styles.root}>
      <Button
        className={styles.toggle}
        appearance="subtle"
        icon={isShown ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setShown(!isShown)}
      >
        Every field of the events
      </Button>
      <div id={id} hidden={!isShown}>
        {isShown && (
          <>
            {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
            {/* biome-ignore-start lint/a11y/useSemanticElements: a fieldset would be announced as a form */}
            <div className={styles.scroll} role="group" aria-label="Fields of the events" tabIndex={0}>
              <table className={styles.table} aria-label={`Events of ${messageId} as they were written`}>
                <thead>
                  <tr>
                    <th scope="col" className={head}>
                      CreationTime ({zoneIdentifier(zone)})
                    </th>
                    {columns.map(([name]) => (
                      <th key={name} scope="col" className={head}>
                        {name}
                      </th>
                    ))}
                    <th scope="col" className={head}>
                      MessageID
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((event) => (
                    <tr key={event.key}>
                      <td className={styles.cell}>{formatTime(event.time, zone)}</td>
                      {columns.map(([name, text, isWide]) => (
                        <td key={name} className={mergeClasses(styles.cell, isWide && styles.wide)}>
                          <VisibleText text={text(event)} />
                        </td>
                      ))}
                      <td className={styles.cell}>
                        <VisibleText text={messageId} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {/* biome-ignore-end lint/a11y/useSemanticElements: a fieldset would be announced as a form */}
            {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
            {more}
          </>
        )}
      </div>
    </div>
  );
}

function withMeaning(status: string): string {
  return status === '0' ? '0 (success)' : status === '1' ? '1 (failure)' : status;
}
