// How large the parts of a grid are. Everything that is laid out or counted by the height of a row reads it here.

import { tokens } from '@fluentui/react-components';
import type { CSSProperties } from 'react';
import type { Density } from '~/ui/density';

export interface GridMeasures {
  /** Of every row, in CSS pixels. No less than 24: a row is something to press. */
  readonly rowHeight: number;
  /** Above the rows, in CSS pixels. */
  readonly headerHeight: number;
  readonly padding: string;
  readonly fontSize: string;
}

const comfortable: GridMeasures = {
  rowHeight: 32,
  headerHeight: 36,
  padding: tokens.spacingHorizontalS,
  fontSize: tokens.fontSizeBase300,
};
const compact: GridMeasures = {
  rowHeight: 24,
  headerHeight: 28,
  padding: tokens.spacingHorizontalSNudge,
  fontSize: tokens.fontSizeBase200,
};
/** Two lines for a thumb, whatever the density, and a header that only screen readers read. */
const cards: GridMeasures = { ...comfortable, rowHeight: 60, headerHeight: 0 };

export function gridMeasures(density: Density, hasCards: boolean): GridMeasures {
  if (hasCards) return cards;
  return density === 'compact' ? compact : comfortable;
}

/** For the grid: its parts take their sizes from these custom properties, so that rows need not be drawn again. */
export function measuresStyle({ rowHeight, headerHeight, padding, fontSize }: GridMeasures): CSSProperties {
  // React types know no custom properties.
  return {
    fontSize,
    '--grid-row': `${rowHeight}px`,
    '--grid-header': `${headerHeight}px`,
    '--grid-padding': padding,
  } as CSSProperties;
}
