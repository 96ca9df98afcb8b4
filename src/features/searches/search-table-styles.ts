import { makeStyles, tokens } from '@fluentui/react-components';

/** Narrower than this, seven columns would be unreadable: each search becomes a name and a few quiet lines below it. */
const narrow = '@container (max-width: 980px)';

/** Roles spelled out: a narrow list is laid out as cards, and some browsers then take a table's own away. */
export const asTable = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

export const useSearchTableStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'auto', [narrow]: { display: 'block' } },
  head: { [narrow]: { display: 'block' } },
  headRow: { [narrow]: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM } },
  body: { [narrow]: { display: 'block' } },
  header: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { borderBottom: 'none', padding: 0, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  },
  unsortable: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  sortButton: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    minHeight: '24px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1Hover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    [narrow]: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: `0 ${tokens.spacingHorizontalM}`,
      padding: `${tokens.spacingVerticalS} 0`,
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
    },
  },
  openable: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    height: '24px',
    maxWidth: '220px',
    ...oneLine,
    [narrow]: { display: 'block', height: 'auto', padding: 0, maxWidth: 'none' },
  },
  // No width of its own: a long name takes what the other columns leave.
  nameCell: {
    width: '34%',
    maxWidth: 0,
    [narrow]: { order: -2, flex: '1 1 calc(100% - 80px)', minWidth: 0, maxWidth: 'none', fontSize: tokens.fontSizeBase300 },
  },
  name: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ...oneLine,
    display: 'block',
    ':hover': { textDecorationLine: 'underline' },
    // In full for whoever comes by keyboard, as the title is for whoever points.
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
  cellLabel: {
    display: 'none',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    [narrow]: { display: 'inline', marginInlineEnd: tokens.spacingHorizontalXS },
  },
  // What speaks for itself needs no label, and a finished search no progress.
  plain: { [narrow]: { display: 'none' } },
  spare: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  number: { fontVariantNumeric: 'tabular-nums' },
  progress: { minWidth: '72px', maxWidth: '140px' },
  actions: { width: '1px', [narrow]: { order: -1, width: 'auto' } },
  placeholder: { height: '16px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground4 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});
