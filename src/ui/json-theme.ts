import { syntaxTree } from '@codemirror/language';
import type { Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { tokens } from '@fluentui/react-components';

const border = `1px solid ${tokens.colorNeutralStroke1}`;
const accessibleBorder = `1px solid ${tokens.colorNeutralStrokeAccessible}`;

/** Fluent's tokens follow the theme by themselves, also inside a shadow root. */
export const jsonTheme = EditorView.theme({
  '&': {
    height: '100%',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
  },
  '&.cm-focused': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: tokens.fontFamilyMonospace, lineHeight: '1.5' },
  '.cm-content': { caretColor: tokens.colorNeutralForeground1 },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: tokens.colorNeutralForeground1 },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  '.cm-gutters': { color: tokens.colorNeutralForeground3, backgroundColor: tokens.colorNeutralBackground1, border: 'none' },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer', padding: '0 4px' },
  '.cm-foldPlaceholder': {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    border,
    padding: '0 4px',
  },
  '.cm-specialChar': {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: accessibleBorder,
  },
  '.cm-searchMatch': {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    outline: border,
  },
  '.cm-searchMatch *': { color: `${tokens.colorNeutralForeground1} !important` },
  '.cm-searchMatch-selected': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  '.cm-panels': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground2 },
  '.cm-panels.cm-panels-top': { borderBottom: border },
  '.cm-panel.cm-search': {
    fontFamily: tokens.fontFamilyBase,
    padding: '6px 32px 6px 6px',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    alignItems: 'center',
  },
  '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': {
    margin: '0',
    fontSize: tokens.fontSizeBase200,
  },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '4px', minHeight: '24px' },
  '.cm-panel.cm-search [name=close]': {
    minWidth: '24px',
    minHeight: '24px',
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
  },
  '.cm-textfield': {
    minHeight: '24px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: accessibleBorder,
    borderRadius: tokens.borderRadiusMedium,
  },
  '.cm-textfield::placeholder': { color: tokens.colorNeutralForeground3, opacity: '1' },
  '.cm-button': {
    minHeight: '24px',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    backgroundImage: 'none',
    border,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  '.cm-button:active': { backgroundImage: 'none', backgroundColor: tokens.colorNeutralBackground1Pressed },
  '.cm-textfield:focus-visible, .cm-panel button:focus-visible, .cm-panel input:focus-visible': {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
  },
  '.json-name': { color: tokens.colorBrandForeground1 },
  '.json-number': { color: tokens.colorPaletteGreenForeground1 },
  '.json-word': { color: tokens.colorPalettePurpleForeground2 },
});

const classes = new Map([
  ['PropertyName', 'json-name'],
  ['Number', 'json-number'],
  ['True', 'json-word'],
  ['False', 'json-word'],
  ['Null', 'json-word'],
]);
const marks = new Map([...classes].map(([node, className]) => [node, Decoration.mark({ class: className })]));

/** Colours what is on the screen. Text stays plain: most of a record is text. */
export const jsonColours = ViewPlugin.define(
  (view) => ({
    decorations: colours(view),
    update(update: ViewUpdate) {
      const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || parsed) this.decorations = colours(update.view);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

function colours(view: EditorView): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  const tree = syntaxTree(view.state);
  for (const { from, to } of view.visibleRanges) {
    tree.iterate({
      from,
      to,
      enter: ({ name, from: start, to: end }) => {
        const mark = marks.get(name);
        if (mark && end > start) ranges.push(mark.range(start, end));
      },
    });
  }
  return Decoration.set(ranges, true);
}
