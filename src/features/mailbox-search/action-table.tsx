import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { describeAction } from '~/domain/mailbox-auditing/mailbox-actions';
import { activityOfAction, searchableActions } from '~/domain/mailbox-log/mailbox-search';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', minWidth: '640px', maxWidth: '1200px' },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

const columns = ['Activity name', 'Action name', 'What it means', 'In the background'];

/** What the results call an activity beside what the cmdlets call it. */
export function ActionTable() {
  const styles = useStyles();
  const classic = searchableActions('background');
  return (
    <Accordion collapsible>
      <AccordionItem value="actions">
        <AccordionHeader as="h2">Activity names and action names</AccordionHeader>
        <AccordionPanel>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reachable by keyboard */}
          <section className={styles.scroll} tabIndex={0} aria-label="Activity names and action names">
            <table className={styles.table}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {searchableActions('now').map((action) => (
                  <tr key={action}>
                    <td className={styles.cell}>{activityOfAction(action) || '–'}</td>
                    <th scope="row" className={styles.cell}>
                      {action}
                    </th>
                    <td className={styles.cell}>{describeAction(action) || '–'}</td>
                    <td className={styles.cell}>{classic.includes(action) ? 'Yes' : 'No'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
