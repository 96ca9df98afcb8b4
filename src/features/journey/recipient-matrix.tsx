import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import type { RecipientJourney } from '~/domain/messages/message-journey';
import type { TimeZone } from '~/lib/time';
import { VisibleText } from '~/ui/visible-text';
import type { MatrixGroup } from './matrix-columns';
import { RecipientName } from './recipient-name';
import { StepCell } from './step-cell';

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    // The page scrolls; this must keep its height in a column that would rather shrink it.
    flexShrink: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media print': { overflow: 'visible' },
  },
  table: {
    // Borders of a collapsed table would not stick with their cells.
    borderCollapse: 'separate',
    borderSpacing: 0,
    width: '100%',
    '@media print': { tableLayout: 'fixed', fontSize: '9px', lineHeight: '12px' },
  },
  caption: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    '@media print': { padding: '3px 5px', overflowWrap: 'anywhere' },
  },
  last: { borderBottomStyle: 'none' },
  head: {
    paddingBlock: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    verticalAlign: 'bottom',
    whiteSpace: 'nowrap',
    '@media print': { whiteSpace: 'normal', fontSize: 'inherit' },
  },
  group: {
    paddingInlineStart: tokens.spacingHorizontalS,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
  },
  first: {
    paddingInlineStart: tokens.spacingHorizontalM,
    position: 'sticky',
    insetInlineStart: 0,
    zIndex: 1,
    minWidth: '180px',
    maxWidth: '280px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { width: '20%', minWidth: 0, position: 'static' },
  },
  firstHead: { backgroundColor: tokens.colorNeutralBackground2 },
  row: {
    breakInside: 'avoid',
    '@media screen and (hover: hover)': { ':hover > *': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  },
  icon: { verticalAlign: 'text-bottom', marginInlineEnd: tokens.spacingHorizontalXXS },
});

export interface RecipientMatrixProps {
  readonly recipients: readonly RecipientJourney[];
  readonly groups: readonly MatrixGroup[];
  readonly caption: string;
  readonly zone: TimeZone;
}

/** Recipient by step. A step no record of this message speaks of, such as an attachment where there is none, has no column. */
export function RecipientMatrix({ recipients, groups, caption, zone }: RecipientMatrixProps) {
  const styles = useStyles();
  const columns = groups.flatMap(({ columns, attachment }) =>
    columns.map((column, position) => ({ ...column, startsGroup: attachment !== undefined && position === 0 })),
  );
  const hasGroups = groups.some(({ attachment }) => attachment !== undefined);
  const head = mergeClasses(styles.cell, styles.head);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form
    <div className={styles.scroll} role="group" aria-label="Recipients and steps" tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={hasGroups ? 2 : 1} className={mergeClasses(head, styles.first, styles.firstHead)}>
              Recipient
            </th>
            {groups.map(({ key, attachment, columns }) =>
              attachment === undefined ? (
                <th key={key} scope="col" rowSpan={hasGroups ? 2 : 1} className={head}>
                  {columns[0]?.label}
                </th>
              ) : (
                <th key={key} scope="colgroup" colSpan={columns.length} className={mergeClasses(head, styles.group)}>
                  <AttachRegular className={styles.icon} aria-hidden />
                  <VisibleText text={attachment} />
                </th>
              ),
            )}
          </tr>
          {hasGroups && (
            <tr>
              {groups.flatMap(({ attachment, columns }) =>
                attachment === undefined
                  ? []
                  : columns.map(({ key, label }, position) => (
                      <th key={key} scope="col" className={mergeClasses(head, position === 0 && styles.group)}>
                        {label}
                      </th>
                    )),
              )}
            </tr>
          )}
        </thead>
        <tbody>
          {recipients.map((recipient, row) => {
            const end = row === recipients.length - 1 && styles.last;
            return (
              <tr key={recipient.recipient} className={styles.row}>
                <th scope="row" className={mergeClasses(styles.cell, styles.first, end)}>
                  <RecipientName recipient={recipient} />
                </th>
                {columns.map(({ key, lines, startsGroup }) => (
                  <td key={key} className={mergeClasses(styles.cell, startsGroup && styles.group, end)}>
                    <StepCell lines={lines(recipient)} zone={zone} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
