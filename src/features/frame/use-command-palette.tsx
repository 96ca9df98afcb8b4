import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { CommandPalette } from '~/ui/command-palette/command-palette';
import { useCommand } from '~/ui/use-command';

export const paletteKeys = 'Ctrl+K';

interface CommandPaletteUse {
  open(): void;
  /** Loads what opening it takes: the pointer or the focus is near. */
  prepare(): void;
  /** It is loaded. */
  readonly isPrepared: boolean;
  readonly palette: ReactNode;
}

/** The command palette, which is loaded when somebody is about to open it, at the latest with the first of its two keys. */
export function useCommandPalette(): CommandPaletteUse {
  // Not `lazy`: what was suspended is shown a while later, and this is to be there at once.
  const [Palette, setPalette] = useState<typeof CommandPalette>();
  const [isOpen, setOpen] = useState(false);
  const prepare = useCallback(() => {
    import('~/ui/command-palette/command-palette').then(
      ({ CommandPalette }) => setPalette(() => CommandPalette),
      // Without a connection. Everything can be done without it, and the next time it may be there.
      () => setOpen(false),
    );
  }, []);
  const open = () => {
    prepare();
    setOpen(true);
  };
  useCommand({ keys: paletteKeys, label: 'Commands', group: 'Help' }, isOpen ? undefined : open);
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => (key === 'Control' || key === 'Meta') && prepare();
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [prepare]);
  return {
    open,
    prepare,
    isPrepared: Palette !== undefined,
    palette: isOpen && Palette && <Palette onClose={() => setOpen(false)} />,
  };
}
