import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { usePrinting } from './use-printing';
import { useStored } from './use-stored';

export type ThemeChoice = 'system' | 'light' | 'dark';

const parse = (value: unknown): ThemeChoice | undefined =>
  value === 'system' || value === 'light' || value === 'dark' ? value : undefined;

export function useThemeChoice(): [ThemeChoice, (choice: ThemeChoice) => void] {
  const [chosen, choose] = useStored('theme', parse, 'system');
  return [chosen, choose];
}

// Fonts of the systems administrators use, ending well on Linux. Nothing is downloaded.
const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, 'Inter', 'Cantarell', 'Noto Sans', 'DejaVu Sans', sans-serif";
const fontFamilyMonospace = "'Cascadia Mono', Consolas, 'SF Mono', 'DejaVu Sans Mono', 'Noto Sans Mono', monospace";
const light: Theme = { ...webLightTheme, fontFamilyBase, fontFamilyMonospace };
const dark: Theme = { ...webDarkTheme, fontFamilyBase, fontFamilyMonospace };

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

function onSystemChange(notify: () => void) {
  darkSystem.addEventListener('change', notify);
  return () => darkSystem.removeEventListener('change', notify);
}

/** Fluent's theme for the choice, following the system while it says so. Paper is always light. */
export function useTheme(): { theme: Theme; isDark: boolean } {
  const [choice] = useThemeChoice();
  const isSystemDark = useSyncExternalStore(onSystemChange, () => darkSystem.matches);
  const isPrinting = usePrinting();
  const isDark = !isPrinting && (choice === 'system' ? isSystemDark : choice === 'dark');
  return { theme: isDark ? dark : light, isDark };
}
