// One entry of a mailbox audit log out of its XML. Attributes and child elements are taken under the names they have, known or
// not. Entities other than XML's own five are refused, so nothing expands and nothing is fetched.

import { SaxesParser } from 'saxes';

/** Deeper than any entry: the event, its list of items, an item, a property of it, and as much again. */
const deepest = 8;

interface Element {
  readonly name: string;
  readonly properties: Map<string, unknown>;
  readonly children: unknown[];
  text: string;
}

const predefined = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export class XmlEntryReader {
  readonly #parser = new SaxesParser();
  readonly #open: Element[] = [];
  #properties: Iterable<readonly [string, unknown]> = [];
  #problem: string | undefined;

  constructor() {
    const parser = this.#parser;
    // The parser's own table also knows `constructor` and the like: it is an object with a prototype.
    const takeOwnEntities = () => {
      parser.ENTITIES = Object.assign(Object.create(null), predefined);
    };
    takeOwnEntities();
    parser.on('ready', takeOwnEntities);
    parser.on('error', ({ message }) => {
      this.#problem ??= message.replace(/^[\d:]*: |\.$/g, '');
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (this.#open.length >= deepest) this.#problem ??= 'elements are nested too deeply';
      if (this.#problem) return;
      this.#open.push({ name, properties: new Map(Object.entries(attributes)), children: [], text: '' });
    });
    const addText = (text: string) => {
      const element = this.#open.at(-1);
      if (element) element.text += text;
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', () => {
      const element = this.#problem ? undefined : this.#open.pop();
      if (!element) return;
      const parent = this.#open.at(-1);
      if (!parent) this.#properties = element.properties;
      else addChild(parent, element);
    });
  }

  /** The properties of the one element that `text` is; or what is wrong with it. */
  read(text: string): object | string {
    this.#open.length = 0;
    this.#properties = [];
    this.#problem = undefined;
    this.#parser.write(text).close();
    return this.#problem ?? Object.fromEntries(this.#properties);
  }
}

function addChild(parent: Element, { name, properties, children, text }: Element): void {
  const isList = name === 'SourceItems' || name === 'SourceFolders';
  const value = isList ? children : properties.size > 0 ? Object.fromEntries(properties) : text;
  parent.children.push(value);
  const known = parent.properties.get(name);
  if (Array.isArray(known)) for (const each of [value].flat()) known.push(each);
  else parent.properties.set(name, known === undefined ? value : [known, value].flat());
}
