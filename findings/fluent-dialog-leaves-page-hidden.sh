#!/bin/sh
# While a modal dialog of Fluent UI is open, all behind it has aria-hidden="true". Where the open dialog is taken away with what it
# stands in, as when a page is left, all behind it has to be in reach again, and so it is while anything else on the page uses
# Tabster, Fluent's keeper of the focus: a toolbar will do. Where the dialog was the last to use it, Fluent gives Tabster up before
# it has shown again what it hid, and the page stays hidden from assistive technology for good. Hence src/ui/keep-tabster.ts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @fluentui/react-components@9.74.11 tabster@8.8.1 react@19.3.1 react-dom@19.3.1 jsdom@26.1.0 >/dev/null
cat > page.cjs <<'JS'
// A page in jsdom, in which Fluent and React find what they expect of a browser.
const { JSDOM } = require('jsdom');

const { window } = new JSDOM('<!doctype html><main></main><aside></aside>', { pretendToBeVisual: true, url: 'https://example.com/' });
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// Of what Node has, too, the page's own is wanted.
const both = ['navigator', 'Event', 'CustomEvent', 'EventTarget'];
for (const name of Object.getOwnPropertyNames(window).concat(both)) {
  if (name in globalThis && !both.includes(name)) continue;
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
JS
cat > look.cjs <<'JS'
require('./page.cjs');
const { readFileSync } = require('node:fs');
const { act, createElement: h } = require('react');
const { createRoot } = require('react-dom/client');
const fluent = require('@fluentui/react-components');
const { Button, Dialog, DialogBody, DialogSurface, FluentProvider, Toolbar, ToolbarButton, webLightTheme } = fluent;

const inTheme = (content) => h(FluentProvider, { theme: webLightTheme }, content);
const close = h(Button, null, 'Close');
const dialog = inTheme(h(Dialog, { open: true }, h(DialogSurface, { 'aria-label': 'Export' }, h(DialogBody, null, close))));
const toolbar = inTheme(h(Toolbar, null, h(ToolbarButton, null, 'Sort')));
const main = document.querySelector('main');

/** Long enough for whatever Tabster puts off. */
const later = () => new Promise((resolve) => setTimeout(resolve, 1000));

async function show(root, content) {
  await act(async () => root.render(content));
  await later();
}

/** Whether the page is hidden: before the dialog is there, while it is open, and once it is taken away. */
async function look(beside) {
  const page = createRoot(main);
  const aside = createRoot(document.querySelector('aside'));
  const seen = [];
  const isHidden = () => main.getAttribute('aria-hidden') === 'true';
  await show(page, beside);
  seen.push(isHidden());
  await show(aside, dialog);
  // As whoever uses the dialog does.
  document.querySelector('[role=dialog] button').focus();
  await later();
  seen.push(isHidden());
  await show(aside, null);
  seen.push(isHidden());
  await act(async () => {
    page.unmount();
    aside.unmount();
  });
  return seen;
}

async function run() {
  const names = ['@fluentui/react-components', 'tabster', 'react', 'jsdom'];
  const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
  console.log([...names.map((name) => `${name} ${versionOf(name)}`), `Node ${process.versions.node}`].join(', '));
  const withToolbar = await look(toolbar);
  const alone = await look(h('h1', null, 'Records'));
  const row = (page, [before, open, gone]) => ({ page, 'hidden before': before, 'with the dialog open': open, 'once it is gone': gone });
  console.table([row('a toolbar', withToolbar), row('a heading', alone)]);
  console.log(main.outerHTML);
  const isSo = String(withToolbar) === 'false,true,false' && String(alone) === 'false,true,true';
  console.log(isSo ? 'As found: the page behind the last dialog stays hidden.' : 'CHANGED: this is no longer as it was found.');
  process.exit(isSo ? 0 : 1);
}

run();
JS
node look.cjs
