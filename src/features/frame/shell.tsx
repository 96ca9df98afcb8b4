import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DarkThemeRegular } from '@fluentui/react-icons/svg/dark-theme';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { type TimeZone, zoneIdentifier, zoneName } from '~/lib/time';
import { MenuButton } from '~/ui/menu-button';
import { type ThemeChoice, useThemeChoice } from '~/ui/theme';
import { useTimeZone } from '~/ui/time-zone';
import { useShortcut } from '~/ui/use-shortcut';
import { NavigationLinks } from './navigation-links';

const ShortcutsDialog = lazy(() => import('./shortcuts-dialog').then(({ ShortcutsDialog }) => ({ default: ShortcutsDialog })));

const useStyles = makeStyles({
  shell: {
    height: '100dvh',
    display: 'grid',
    gridTemplateRows: '48px minmax(0, 1fr)',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    '@media print': { display: 'block', height: 'auto' },
  },
  bar: {
    gridColumn: '1 / -1',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
    '@media (max-width: 640px)': { gap: 0, paddingInline: tokens.spacingHorizontalXS },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media print': { display: 'none' },
  },
  brand: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    '@media (max-width: 640px)': { fontSize: tokens.fontSizeBase300, marginInlineEnd: tokens.spacingHorizontalS },
  },
  tenant: {
    color: tokens.colorNeutralForeground2,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    marginInlineEnd: 'auto',
    paddingInlineStart: tokens.spacingHorizontalM,
    '@media (max-width: 640px)': { paddingInlineStart: 0, fontSize: tokens.fontSizeBase200 },
  },
  word: { '@media (max-width: 640px)': { display: 'none' } },
  // There is hardly a keyboard, and the key does the same.
  roomy: { '@media (max-width: 640px)': { display: 'none' } },
  compact: { '@media (max-width: 640px)': { minWidth: '32px', paddingInline: '5px' } },
  menuButton: { display: 'none', minWidth: '32px', '@media (max-width: 640px)': { display: 'inline-flex' } },
  navigation: {
    overflowY: 'auto',
    padding: tokens.spacingHorizontalS,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    width: '220px',
    boxSizing: 'border-box',
    '@media (max-width: 1100px)': { width: '56px' },
    '@media (max-width: 640px)': { display: 'none' },
    '@media print': { display: 'none' },
  },
  navigationOpen: {
    '@media (max-width: 640px)': {
      display: 'block',
      position: 'fixed',
      insetBlock: '48px 0',
      insetInline: 0,
      width: 'auto',
      zIndex: 10,
    },
  },
  main: {
    gridColumn: 2,
    minWidth: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    outlineStyle: 'none',
    '@media (max-width: 640px)': { gridColumn: '1 / -1' },
  },
  skip: {
    position: 'absolute',
    insetInlineStart: '-9999px',
    ':focus': {
      insetInlineStart: '8px',
      top: '8px',
      zIndex: 20,
      backgroundColor: tokens.colorNeutralBackground1,
      padding: '8px',
    },
  },
});

export interface ShellProps {
  /** Whose records these are; always in sight. */
  readonly tenant: string;
}

export function Shell({ tenant }: ShellProps) {
  const styles = useStyles();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [areShortcutsShown, setShortcutsShown] = useState(false);
  const isLoading = useRouterState({ select: ({ isLoading }) => isLoading });
  const main = useFocusAfterPages();
  useShortcut({ keys: '?', label: 'Show these shortcuts' }, () => setShortcutsShown(true));
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <header className={styles.bar}>
        <Button
          className={styles.menuButton}
          appearance="subtle"
          icon={<NavigationRegular />}
          aria-label="Menu"
          aria-expanded={isMenuOpen}
          onClick={() => setMenuOpen(!isMenuOpen)}
        />
        <span className={styles.brand}>Ledgerline</span>
        <span className={styles.tenant}>{tenant}</span>
        <TimeZoneMenu />
        <Button
          className={styles.roomy}
          appearance="subtle"
          icon={<QuestionCircleRegular />}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          onClick={() => setShortcutsShown(true)}
        />
        <ThemeMenu />
      </header>
      <nav className={mergeClasses(styles.navigation, isMenuOpen && styles.navigationOpen)} aria-label="Main">
        <NavigationLinks onNavigate={() => setMenuOpen(false)} />
      </nav>
      <main ref={main} id="main" className={styles.main} tabIndex={-1} aria-busy={isLoading}>
        <Outlet />
      </main>
      {areShortcutsShown && (
        <Suspense>
          <ShortcutsDialog onClose={() => setShortcutsShown(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** What had the focus went with the page before: it goes to the content, not back to the top of the document. */
function useFocusAfterPages() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    const isOther = before.current !== undefined && before.current !== path;
    before.current = path;
    if (isOther && document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

function TimeZoneMenu() {
  const styles = useStyles();
  const [zone, setZone] = useTimeZone();
  return (
    <MenuButton
      className={styles.compact}
      appearance="subtle"
      icon={<ClockRegular />}
      aria-label={`Times are shown in ${zoneIdentifier(zone)}`}
      groups={[
        (['utc', 'local'] satisfies TimeZone[]).map((each) => ({
          label: each === 'utc' ? 'UTC, as the service records' : `Local time (${zoneName('local', Date.now())})`,
          isChosen: each === zone,
          onChoose: () => setZone(each),
        })),
      ]}
    >
      <span className={styles.word}>{zone === 'utc' ? 'UTC' : 'Local time'}</span>
    </MenuButton>
  );
}

const themeNames: Record<ThemeChoice, string> = { system: 'Like the system', light: 'Light', dark: 'Dark' };

function ThemeMenu() {
  const [choice, setChoice] = useThemeChoice();
  return (
    <MenuButton
      appearance="subtle"
      icon={<DarkThemeRegular />}
      aria-label={`Theme: ${themeNames[choice]}`}
      groups={[
        (['system', 'light', 'dark'] satisfies ThemeChoice[]).map((each) => ({
          label: themeNames[each],
          isChosen: each === choice,
          onChoose: () => setChoice(each),
        })),
      ]}
    />
  );
}
