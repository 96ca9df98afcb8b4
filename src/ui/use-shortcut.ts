// Former names, for whoever has not gone over to `use-command` yet.

import { type NewCommand, useCommand, useCommands } from './use-command';

export type Shortcut = NewCommand;
export const useShortcut = useCommand;
export const useListedShortcuts = useCommands;
