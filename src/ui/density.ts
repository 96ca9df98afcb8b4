import { useStored } from './use-stored';

export type Density = 'comfortable' | 'compact';

const parse = (value: unknown): Density | undefined => (value === 'comfortable' || value === 'compact' ? value : undefined);

/** How close together the rows of every grid stand. */
export function useDensity(): [Density, (density: Density) => void] {
  const [chosen, choose] = useStored('density', parse, 'comfortable');
  return [chosen, choose];
}
