// A column as the grid draws it, whatever it holds.

export interface GridColumn {
  readonly id: string;
  readonly label: string;
  /** What the values are, for whoever does not know the field. */
  readonly help?: string;
  /** Of a column that grows, the least. */
  readonly width: number;
  /** Its values stand on the right. */
  readonly isNumber?: boolean;
  /** Its share of what is left of the grid's width. */
  readonly grow?: number | undefined;
  /** Only for the first: stays in sight when the others are scrolled sideways. */
  readonly isPinned?: boolean;
  /** `order` counts from 1 when rows are sorted by more than one column, else it is 0. */
  readonly sort?: { readonly descending: boolean; readonly order: number } | undefined;
}
