import { useRouter } from '@tanstack/react-router';
import { addressOf } from '~/domain/casework/saved-view';
import { formatTime, type TimeZone } from '~/lib/time';
import { type Casework, useCasework } from '~/records/casework';
import { useTimeZone } from '~/ui/time-zone';
import { useCommands } from '~/ui/use-command';
import { byName } from './by-name';

export interface CaseworkCommandsProps {
  readonly casework: Casework;
  onCase(caseId: string): void;
}

/** Offers every saved view and every case by name. Shows nothing. */
export function CaseworkCommands({ casework, onCase }: CaseworkCommandsProps) {
  const { history } = useRouter();
  const [zone] = useTimeZone();
  const { work } = useCasework(casework);
  useCommands([
    ...named(work.views, zone).map(({ name, entry }) => ({
      group: 'Open' as const,
      label: `Open view: ${name}`,
      run: () => history.push(addressOf(entry)),
    })),
    ...named(work.cases, zone).map(({ name, entry }) => ({
      group: 'Open' as const,
      label: `Open case: ${name}`,
      run: () => onCase(entry.id),
    })),
  ]);
  return null;
}

interface Named {
  readonly name: string;
  readonly created: number;
}

/** Those that are called the same are told apart by when they were made. */
function named<Entry extends Named>(entries: ReadonlyMap<string, Entry>, zone: TimeZone) {
  const all = byName(entries);
  const times = new Map<string, number>();
  for (const { name } of all) times.set(name, (times.get(name) ?? 0) + 1);
  return all.map((entry) => {
    const isAlone = times.get(entry.name) === 1;
    return { entry, name: isAlone ? entry.name : `${entry.name} (${formatTime(entry.created, zone)})` };
  });
}
