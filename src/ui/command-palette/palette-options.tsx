import { mergeClasses } from '@fluentui/react-components';
import { Keys } from '~/ui/keys';
import { useCommandPaletteStyles } from './command-palette-styles';
import type { FoundCommand, FoundGroup } from './find-commands';

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

export interface PaletteOptionsProps {
  readonly id: string;
  readonly groups: readonly FoundGroup[];
  /** Index of the command the keyboard is on, over all groups. */
  readonly active: number;
  onActive(index: number): void;
  onRun(command: FoundCommand): void;
}

export function PaletteOptions({ id, groups, active, onActive, onRun }: PaletteOptionsProps) {
  const styles = useCommandPaletteStyles();
  const firsts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { commands }) => sum + commands.length, 0));
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Commands"
      tabIndex={-1}
      className={styles.list}
      // The input keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ name, commands }, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
        <div key={name} role="group" aria-label={name}>
          <div className={styles.groupName} aria-hidden>
            {name}
          </div>
          {commands.map((command, index) => {
            const place = (firsts[at] ?? 0) + index;
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and points here with aria-activedescendant
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keyboard
              <div
                key={command.id}
                id={optionId(id, place)}
                role="option"
                aria-selected={place === active}
                className={mergeClasses(styles.option, place === active && styles.active)}
                // Rows that move under a pointer that rests are not pointed at.
                onPointerMove={() => place !== active && onActive(place)}
                onClick={() => onRun(command)}
              >
                <span className={styles.label}>{command.label}</span>{' '}
                {name !== command.group && <span className={styles.from}>{command.group}</span>}{' '}
                {command.keys && <Keys keys={command.keys} />}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
