import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DarkThemeRegular } from '@fluentui/react-icons/svg/dark-theme';
import { zoneIdentifier, zoneName } from '~/lib/time';
import { type Density, useDensity } from '~/ui/density';
import type { MenuEntry } from '~/ui/menu-below';
import { MenuButton } from '~/ui/menu-button';
import { type ThemeChoice, useThemeChoice } from '~/ui/theme';
import { useTimeZone } from '~/ui/time-zone';
import { useCommands } from '~/ui/use-command';

/** Entries of a menu to choose one of, and a command for each of the others. */
function useChoice<T extends string>(
  what: string,
  words: Readonly<Record<T, string>>,
  [chosen, choose]: readonly [T, (choice: T) => void],
): MenuEntry[] {
  // The keys of such a record are its choices.
  const choices = Object.keys(words) as T[];
  useCommands(
    choices.map((each) => ({
      group: 'Display',
      label: `${what}: ${words[each]}`,
      run: each === chosen ? undefined : () => choose(each),
    })),
  );
  return choices.map((each) => ({ label: words[each], isChosen: each === chosen, onChoose: () => choose(each) }));
}

export interface TimeZoneMenuProps {
  readonly className: string;
  readonly wordClassName: string;
}

export function TimeZoneMenu({ className, wordClassName }: TimeZoneMenuProps) {
  const [zone, setZone] = useTimeZone();
  const words = { utc: 'UTC, as the service records', local: `Local time (${zoneName('local', Date.now())})` };
  const entries = useChoice('Times', words, [zone, setZone]);
  return (
    <MenuButton
      className={className}
      appearance="subtle"
      icon={<ClockRegular />}
      aria-label={`Times are shown in ${zoneIdentifier(zone)}`}
      groups={[entries]}
    >
      <span className={wordClassName}>{zone === 'utc' ? 'UTC' : 'Local time'}</span>
    </MenuButton>
  );
}

const themeWords: Record<ThemeChoice, string> = { system: 'Like the system', light: 'Light', dark: 'Dark' };
const densityWords: Record<Density, string> = { comfortable: 'Comfortable rows', compact: 'Compact rows' };

/** The theme, and how close together the rows of grids stand. */
export function AppearanceMenu() {
  const [theme, setTheme] = useThemeChoice();
  const [density, setDensity] = useDensity();
  const themes = useChoice('Theme', themeWords, [theme, setTheme]);
  const densities = useChoice('Density', densityWords, [density, setDensity]);
  return (
    <MenuButton
      appearance="subtle"
      icon={<DarkThemeRegular />}
      aria-label={`Theme: ${themeWords[theme]}. Density: ${densityWords[density]}`}
      groups={[themes, densities]}
    />
  );
}
