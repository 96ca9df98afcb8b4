import { useStored } from './use-stored';

/** Something that is on or off in this browser: a part of a page that is open. */
export function useStoredSwitch(key: string, fallback: boolean): readonly [isOn: boolean, set: (isOn: boolean) => void] {
  const [isOn, set] = useStored(key, parseSwitch, fallback);
  return [isOn, set];
}

function parseSwitch(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
