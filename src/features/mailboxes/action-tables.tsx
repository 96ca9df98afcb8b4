import { makeStyles, mergeClasses, Tooltip, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import {
  actionsOf,
  auditability,
  describeAction,
  type Edition,
  editionNames,
  whatItCovers,
  whyNever,
} from '~/domain/mailbox-auditing/mailbox-actions';
import { actionActivities } from '~/domain/mailbox-auditing/mailbox-actions.data';
import { ownValue } from '~/lib/own-value';
import { ActionMatrix } from './action-matrix';
import { ActionName } from './action-name';
import { MatrixLegend } from './matrix-legend';
import { MatrixMark } from './matrix-mark';
import { PanelHead } from './panel-head';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  words: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  name: { fontWeight: tokens.fontWeightSemibold },
  about: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, textWrap: 'pretty' },
  quiet: { color: tokens.colorNeutralForeground2 },
  cell: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    padding: '3px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    minHeight: '24px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  told: { cursor: 'help' },
});

const markWords = { never: 'never', possible: 'can be', default: 'default' } as const;

export interface ActionTablesProps {
  readonly edition: Edition;
  onClose(): void;
}

/** What the edition can log and logs by default, as its document states it. */
export function ActionTables({ edition, onClose }: ActionTablesProps) {
  const styles = useStyles();
  const arrowKeys = useArrowNavigationGroup({ axis: 'grid', memorizeCurrent: true });
  return (
    <>
      <PanelHead title={`Actions of ${editionNames[edition]}`} onClose={onClose} />
      <div className={styles.content}>
        <p className={styles.words}>
          What mailbox auditing can log, and logs by default. Under each action stands what the audit log calls it, where the
          documents say so.
        </p>
        <MatrixLegend isOfSettings={false} mixed="" />
        <ActionMatrix
          label={`Actions of ${editionNames[edition]}`}
          arrowKeys={arrowKeys}
          actions={actionsOf(edition)}
          renderAction={(action) => (
            <>
              <span className={styles.name}>
                <ActionName action={action} />
              </span>
              <span className={styles.about}>{describeAction(action)}</span>
              {Object.hasOwn(actionActivities, action) && (
                <span className={`${styles.about} ${styles.quiet}`}>Audit log: {ownValue(actionActivities, action)}</span>
              )}
            </>
          )}
          renderCell={(action, logon) => {
            const mark = auditability(edition, action, logon);
            const words = (
              <>
                <MatrixMark state={mark === 'never' ? 'never' : false} isDefault={mark === 'default'} /> {markWords[mark]}
              </>
            );
            const reason = whyNever(edition, action, logon) ?? whatItCovers(edition, action, logon);
            if (!reason) return <span className={styles.cell}>{words}</span>;
            return (
              <Tooltip content={reason} relationship="description">
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer reads the reason, too */}
                <span className={mergeClasses(styles.cell, styles.told)} tabIndex={0}>
                  {words}
                </span>
              </Tooltip>
            );
          }}
        />
      </div>
    </>
  );
}
