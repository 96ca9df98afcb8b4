import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { codeFolding, foldEffect, foldGutter, foldKeymap, syntaxTree, unfoldAll } from '@codemirror/language';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorState, type StateEffect } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap } from '@codemirror/view';
import { hiddenCharacter, hiddenCharacterName } from '~/lib/visible-text';
import { jsonColours, jsonTheme } from './json-theme';

export interface JsonEditor {
  show(text: string, label: string, at?: { readonly line: number; readonly column: number }): void;
  search(): void;
  /** Folds everything inside the outermost object or list. */
  foldAll(): void;
  unfoldAll(): void;
  dispose(): void;
}

/**
 * Read-only CodeMirror inside a shadow root: in a document it would write its styles into a `<style>` element, which a strict
 * Content-Security-Policy refuses; in a shadow root it adopts a constructed style sheet, which is allowed.
 */
export function createJsonEditor(host: HTMLElement): JsonEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new EditorView({ parent: root, root });
  host.addEventListener('keydown', keepTyping);
  return {
    show(text, label, at) {
      view.setState(stateOf(text, label));
      if (!at) return;
      const line = view.state.doc.line(Math.min(at.line, view.state.doc.lines));
      const position = Math.min(line.from + at.column - 1, line.to);
      view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: 'center' }) });
    },
    search() {
      openSearchPanel(view);
    },
    foldAll() {
      view.dispatch({ effects: inner(view.state) });
    },
    unfoldAll() {
      unfoldAll(view);
    },
    dispose() {
      host.removeEventListener('keydown', keepTyping);
      view.destroy();
    },
  };
}

function stateOf(text: string, label: string): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      ...(longestLine(text) > longestWrapped ? [] : [EditorView.lineWrapping]),
      json(),
      codeFolding(),
      foldGutter(),
      drawSelection(),
      search({ top: true }),
      highlightSpecialChars({ specialChars: new RegExp(hiddenCharacter), render: hiddenCharacterChip }),
      keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
      jsonColours,
      jsonTheme,
    ],
  });
}

/** Wrapping a line of a megabyte takes half a second each time; such a line scrolls sideways instead. */
const longestWrapped = 100_000;

function longestLine(text: string): number {
  let longest = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    longest = Math.max(longest, to - from);
    from = to + 1;
  }
  return longest;
}

function hiddenCharacterChip(code: number): HTMLElement {
  const chip = document.createElement('span');
  const name = hiddenCharacterName(String.fromCodePoint(code));
  chip.className = 'cm-specialChar';
  chip.textContent = `‹${name}›`;
  chip.title = 'Invisible character';
  return chip;
}

function inner(state: EditorState): StateEffect<{ from: number; to: number }>[] {
  const folds: StateEffect<{ from: number; to: number }>[] = [];
  let depth = 0;
  const isFoldable = (name: string) => name === 'Object' || name === 'Array';
  syntaxTree(state).iterate({
    enter: ({ name, from, to }) => {
      if (!isFoldable(name)) return undefined;
      depth++;
      if (depth !== 2) return undefined;
      if (to - from > 2) folds.push(foldEffect.of({ from: from + 1, to: to - 1 }));
      depth--;
      // What lies inside is folded with it.
      return false;
    },
    leave: ({ name }) => {
      if (isFoldable(name)) depth--;
    },
  });
  return folds;
}

/** From outside, the target of a key pressed in the search box is the host: the page would take letters for shortcuts. */
function keepTyping(event: KeyboardEvent): void {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement && event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
}
