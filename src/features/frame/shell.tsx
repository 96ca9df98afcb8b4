import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { KeyCommandRegular } from '@fluentui/react-icons/svg/key-command';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Keys } from '~/ui/keys';
import { useCommand } from '~/ui/use-command';
import { useNoStrayDrops } from '~/ui/use-no-stray-drops';
import { AppearanceMenu, TimeZoneMenu } from './display-menus';
import { NavigationLinks } from './navigation-links';
import { paletteKeys, useCommandPalette } from './use-command-palette';

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
  commands: { flexShrink: 0, fontWeight: tokens.fontWeightRegular, '@media (max-width: 640px)': { display: 'none' } },
  keys: { display: 'inline-flex', marginInlineStart: tokens.spacingHorizontalS },
  narrowOnly: {
    display: 'none',
    '@media (max-width: 640px)': {
      display: 'flex',
      justifyContent: 'start',
      width: '100%',
      minHeight: '36px',
      marginBlockStart: tokens.spacingVerticalXXS,
      fontWeight: tokens.fontWeightRegular,
    },
  },
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
  /** Offers what can be opened by name. Shows nothing, and is there once the command palette is about to be. */
  readonly commands: ReactNode;
}

export function Shell({ tenant, commands }: ShellProps) {
  const styles = useStyles();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [areShortcutsShown, setShortcutsShown] = useState(false);
  const isLoading = useRouterState({ select: ({ isLoading }) => isLoading });
  const main = useFocusAfterPages();
  const menuButton = useRef<HTMLButtonElement>(null);
  const palette = useCommandPalette();
  useNoStrayDrops();
  const showShortcuts = () => setShortcutsShown(true);
  useCommand({ keys: '?', label: 'Keyboard shortcuts', group: 'Help' }, areShortcutsShown ? undefined : showShortcuts);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <header className={styles.bar}>
        <Button
          ref={menuButton}
          className={styles.menuButton}
          appearance="subtle"
          icon={<NavigationRegular />}
          aria-label="Menu"
          aria-expanded={isMenuOpen}
          onClick={() => setMenuOpen(!isMenuOpen)}
        />
        <span className={styles.brand}>Ledgerline</span>
        <span className={styles.tenant}>{tenant}</span>
        <Button
          className={styles.commands}
          appearance="subtle"
          onPointerEnter={palette.prepare}
          onFocus={palette.prepare}
          onClick={({ currentTarget }) => {
            // Firefox and Safari leave the focus where it was, and it is given back to where it is now.
            currentTarget.focus();
            palette.open();
          }}
        >
          Commands
          <span className={styles.keys}>
            <Keys keys={paletteKeys} />
          </span>
        </Button>
        <TimeZoneMenu className={styles.compact} wordClassName={styles.word} />
        <Button
          className={styles.roomy}
          appearance="subtle"
          icon={<QuestionCircleRegular />}
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          onClick={showShortcuts}
        />
        <AppearanceMenu />
      </header>
      <nav className={mergeClasses(styles.navigation, isMenuOpen && styles.navigationOpen)} aria-label="Main">
        <NavigationLinks onNavigate={() => setMenuOpen(false)} />
        <Button
          className={styles.narrowOnly}
          appearance="subtle"
          icon={<KeyCommandRegular />}
          onClick={() => {
            menuButton.current?.focus();
            setMenuOpen(false);
            palette.open();
          }}
        >
          Commands
        </Button>
      </nav>
      <main ref={main} id="main" className={styles.main} tabIndex={-1} aria-busy={isLoading}>
        <Outlet />
      </main>
      {palette.isPrepared && <Suspense>{commands}</Suspense>}
      {palette.palette}
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
