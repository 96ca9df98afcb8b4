import { makeStyles, tokens } from '@fluentui/react-components';
import type { TimelineStack } from './timeline-stack';

/**
 * Far enough from each other and from the page in both themes, also for most who see fewer colours. Forced colours are fewer
 * still, hence halves of two.
 */
const useStyles = makeStyles({
  0: { fill: tokens.colorCompoundBrandBackground, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  1: { fill: tokens.colorPalettePumpkinBorderActive, '@media (forced-colors: active)': { fill: 'Highlight' } },
  2: { fill: tokens.colorPaletteLilacForeground2, '@media (forced-colors: active)': { fill: 'LinkText' } },
  3: { fill: tokens.colorPaletteForestBorderActive, '@media (forced-colors: active)': { fill: 'CanvasText', fillOpacity: 0.5 } },
  4: { fill: tokens.colorPaletteNavyBorderActive, '@media (forced-colors: active)': { fill: 'Highlight', fillOpacity: 0.5 } },
  rest: { fill: tokens.colorNeutralStrokeAccessible, '@media (forced-colors: active)': { fill: 'GrayText' } },
});

/** The class that fills each stack. There are colours for five, and grey. */
export function useStackColors(stacks: readonly TimelineStack[]): readonly string[] {
  const styles = useStyles();
  const colors = [styles[0], styles[1], styles[2], styles[3], styles[4]];
  return stacks.map(({ isRest }, index) => (isRest ? styles.rest : (colors[index] ?? styles.rest)));
}
