import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { counted } from '~/lib/words';
import { useActiveCommands } from '~/ui/use-command';
import { useStored } from '~/ui/use-stored';
import { useCommandPaletteStyles } from './command-palette-styles';
import { type FoundCommand, findCommands } from './find-commands';
import { optionId, PaletteOptions } from './palette-options';

export interface CommandPaletteProps {
  onClose(): void;
}

/** Finds what can be done here, and does it. The browser's own modal dialog: it is in front of all, and gives the focus back. */
export function CommandPalette({ onClose }: CommandPaletteProps) {
  const styles = useCommandPaletteStyles();
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const commands = useActiveCommands();
  const [used, setUsed] = useStored('commands', parseUsed, []);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const groups = useMemo(() => findCommands(commands, text, used), [commands, text, used]);
  const found = groups.flatMap((group) => group.commands);
  const active = Math.min(chosen, found.length - 1);

  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(listId, active))?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);

  const close = () => dialog.current?.close();
  const run = (command: FoundCommand) => {
    setUsed([command.id, ...used.filter((id) => id !== command.id)].slice(0, mostUsed));
    // The focus is back where it was before the command moves it elsewhere.
    close();
    command.run?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // No key that is pressed here is for what is behind.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const next = afterKey(event.key, active, found.length);
    const command = found[active];
    if (next !== undefined) setChosen(next);
    else if (event.key === 'Enter' && command) run(command);
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) close();
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      aria-label="Commands"
      className={styles.dialog}
      onClose={onClose}
      onKeyDown={onKeyDown}
      // Beside its content is beside the dialog.
      onClick={({ target }) => target === dialog.current && close()}
    >
      <div className={styles.content}>
        <div className={styles.field}>
          <SearchRegular className={styles.icon} aria-hidden />
          <input
            className={styles.input}
            role="combobox"
            aria-label="Find a command"
            aria-expanded={found.length > 0}
            aria-autocomplete="list"
            aria-controls={found.length > 0 ? listId : undefined}
            aria-activedescendant={active < 0 ? undefined : optionId(listId, active)}
            placeholder="What do you want to do?"
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              setChosen(0);
            }}
          />
        </div>
        {found.length > 0 ? (
          <PaletteOptions id={listId} groups={groups} active={active} onActive={setChosen} onRun={run} />
        ) : (
          <div className={styles.nothing}>No command has these words.</div>
        )}
        <div role="status" className={styles.hidden}>
          {text !== '' && counted(found.length, 'command')}
        </div>
      </div>
    </dialog>
  );
}

/** More than are shown: some may not be there on this page. */
const mostUsed = 20;
const usedSchema = z.array(z.string());

function parseUsed(value: unknown): readonly string[] | undefined {
  return usedSchema.safeParse(value).data;
}

/** `undefined` when the key moves nothing. */
function afterKey(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % Math.max(1, count);
    case 'ArrowUp':
      return active <= 0 ? count - 1 : active - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
