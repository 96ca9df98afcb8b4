// The tree of properties as a list of rows of limited size, so that a record of thousands of properties can be drawn a
// slice at a time.

import type { FilterTarget } from '~/domain/view/filter-target';
import type { PropertyNode, TableNode, ValueNode } from './record-properties';

export type PropertyRow =
  | { readonly kind: 'heading'; readonly key: string; readonly label: string; readonly level: number; readonly size: number }
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly level: number;
      readonly node: ValueNode;
      readonly target?: () => FilterTarget | undefined;
    }
  | { readonly kind: 'table'; readonly key: string; readonly level: number; readonly node: TableNode };

/** Longer tables are drawn as several, one after the other. */
export const mostTableRows = 50;

export function propertyRows(nodes: readonly PropertyNode[]): readonly PropertyRow[] {
  const rows: PropertyRow[] = [];
  addRows(nodes, 0, '', rows);
  return rows;
}

/** About a screenful: what can be drawn without being noticed. */
const sliceWeight = 50;

export function propertySlices(rows: readonly PropertyRow[]): readonly (readonly PropertyRow[])[] {
  const slices: PropertyRow[][] = [];
  let weight = sliceWeight;
  for (const row of rows) {
    if (weight >= sliceWeight) {
      slices.push([]);
      weight = 0;
    }
    slices.at(-1)?.push(row);
    weight += row.kind === 'table' ? row.node.rows.length * (row.node.columns.length - 1) : 1;
  }
  return slices;
}

/** Keys are positions: names are the record's, and can be anything and occur twice. */
function addRows(nodes: readonly PropertyNode[], level: number, parent: string, rows: PropertyRow[]): void {
  for (const [i, node] of nodes.entries()) {
    const key = `${parent}${i}`;
    if (node.kind === 'value') {
      rows.push({ kind: 'value', key, level, node });
      continue;
    }
    const size = node.kind === 'group' ? node.children.length : node.rows.length;
    rows.push({ kind: 'heading', key, label: node.label, level, size });
    if (node.kind === 'group') {
      addRows(node.children, level + 1, `${key}.`, rows);
      continue;
    }
    for (let from = 0; from < node.rows.length; from += mostTableRows) {
      const part = node.rows.length > mostTableRows ? { ...node, rows: node.rows.slice(from, from + mostTableRows) } : node;
      rows.push({ kind: 'table', key: `${key}:${from}`, level: level + 1, node: part });
    }
  }
}
