/** Ways to look for what stands out, as the address names them. */
export const standsOutTabs = ['detections', 'newAndRare', 'compare', 'indicators'] as const;

export type StandsOutTab = (typeof standsOutTabs)[number];

export const standsOutTitles: Readonly<Record<StandsOutTab, string>> = {
  detections: 'Detections',
  newAndRare: 'New and rare',
  compare: 'Compare',
  indicators: 'Indicators',
};
