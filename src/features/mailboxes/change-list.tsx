import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SettingChange } from '~/domain/mailbox-auditing/mailbox-plan';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXS },
  change: {
    paddingBlock: tokens.spacingVerticalXXS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    overflowWrap: 'anywhere',
  },
  before: { color: tokens.colorNeutralForeground2 },
  after: { textDecorationLine: 'none', fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  action: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, textDecorationLine: 'none' },
  added: { color: tokens.colorStatusSuccessForeground1 },
  removed: { color: tokens.colorStatusDangerForeground3 },
  remark: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, textWrap: 'pretty' },
});

export interface ChangeListProps {
  readonly changes: readonly SettingChange[];
}

/** Before and after, setting by setting. */
export function ChangeList({ changes }: ChangeListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {changes.map(({ setting, before, after, added, removed, remark }) => (
        <li key={setting} className={styles.change}>
          <div>
            {setting}: <del className={styles.before}>{before}</del> → <ins className={styles.after}>{after}</ins>
          </div>
          {added.length + removed.length > 0 && (
            <div className={styles.actions}>
              {added.map((action) => (
                <ins key={action} className={mergeClasses(styles.action, styles.added)}>
                  + {action}
                </ins>
              ))}
              {removed.map((action) => (
                <del key={action} className={mergeClasses(styles.action, styles.removed)}>
                  − {action}
                </del>
              ))}
            </div>
          )}
          {remark && <div className={styles.remark}>{remark}</div>}
        </li>
      ))}
    </ul>
  );
}
