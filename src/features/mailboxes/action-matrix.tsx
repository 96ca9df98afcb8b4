import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { type LogonType, logonTypes } from '~/domain/mailbox-auditing/mailbox-actions';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  actionColumn: { width: '46%', '@media (max-width: 640px)': { width: '36%' } },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    textAlign: 'start',
    verticalAlign: 'top',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  action: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  cell: { padding: tokens.spacingHorizontalXXS, verticalAlign: 'top' },
  first: { paddingInlineStart: 0 },
  below: { paddingBlock: `0 ${tokens.spacingVerticalS}` },
});

export interface ActionMatrixProps {
  readonly label: string;
  readonly actions: readonly string[];
  renderAction(action: string): ReactNode;
  renderCell(action: string, logon: LogonType): ReactNode;
  /** Under the logon type. */
  renderHead?(logon: LogonType): ReactNode;
  /** Across the table, under the action. */
  renderBelow?(action: string): ReactNode;
  /** `grid` where cells can be pressed; without it the matrix is a table to read. */
  readonly role?: 'grid';
  /** From cell to cell: of `useArrowNavigationGroup`. */
  readonly arrowKeys: object;
}

/** Actions down, who does them across. */
export function ActionMatrix(props: ActionMatrixProps) {
  const { label, actions, renderAction, renderCell, renderHead, renderBelow, role, arrowKeys } = props;
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={label} role={role} {...arrowKeys}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.first, styles.actionColumn)}>
            Action
          </th>
          {logonTypes.map((logon) => (
            <th key={logon} scope="col" className={styles.head}>
              {logon}
              {renderHead?.(logon)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => {
          const below = renderBelow?.(action);
          return (
            <Fragment key={action}>
              <tr className={below ? undefined : styles.row}>
                <th scope="row" className={mergeClasses(styles.action, styles.first)}>
                  {renderAction(action)}
                </th>
                {logonTypes.map((logon) => (
                  <td key={logon} className={styles.cell}>
                    {renderCell(action, logon)}
                  </td>
                ))}
              </tr>
              {below && (
                <tr className={styles.row}>
                  <td colSpan={4} className={styles.below}>
                    {below}
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
