import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useId } from 'react';
import { SidePanel } from '~/ui/side-panel';
import { type StandsOutTab, standsOutTabs, standsOutTitles } from './stands-out';

const useStyles = makeStyles({
  // Stays while what is found scrolls.
  top: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
    '@media print': { display: 'none' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  tabs: { flexShrink: 0, overflowX: 'auto', paddingInline: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    overflowWrap: 'anywhere',
    '@media print': { display: 'none' },
  },
});

export interface StandsOutPanelProps {
  readonly tab: StandsOutTab;
  readonly takesFocus: boolean;
  onTab(tab: StandsOutTab): void;
  onClose(): void;
  /** Of the tab. */
  readonly children: ReactNode;
}

/** What stands out among all records of a set, looked for in several ways. Closing it ends what is under way. */
export function StandsOutPanel({ tab, takesFocus, onTab, onClose, children }: StandsOutPanelProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <SidePanel label="What stands out" takesFocus={takesFocus} onClose={onClose}>
      <div className={styles.top}>
        <header className={styles.head}>
          <h2 className={styles.title}>What stands out</h2>
          <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close what stands out" onClick={onClose} />
        </header>
        <TabList
          className={styles.tabs}
          size="small"
          aria-label="Ways to find what stands out"
          selectedValue={tab}
          onTabSelect={(_, { value }) => onTab(standsOutTabs.find((each) => each === value) ?? tab)}
        >
          {standsOutTabs.map((each) => (
            <Tab key={each} value={each} id={`${id}${each}`} aria-controls={`${id}content`}>
              {standsOutTitles[each]}
            </Tab>
          ))}
        </TabList>
      </div>
      <div className={styles.content} role="tabpanel" id={`${id}content`} aria-labelledby={`${id}${tab}`}>
        {children}
      </div>
    </SidePanel>
  );
}
