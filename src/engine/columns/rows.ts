/** Position of a record in the order of arrival. Stays in the engine: outside, a record is named by its key. */
export type RowIndex = number;
