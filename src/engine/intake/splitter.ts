// How bytes are parted into pieces, whatever the pieces are.

export const incomplete = -1;

/** Parts bytes into pieces. Whatever it remembers, it remembers of pieces that are complete: an incomplete one is read again. */
export interface Splitter {
  /** Nothing but what stands between two pieces of interest. */
  readonly isBlank: boolean;
  /** The end of the bytes was taken for the end of the piece. */
  readonly isUnclosed: boolean;
  /**
   * Reads the piece at `at` and returns where the next begins, or `incomplete` when the piece does not end within the bytes.
   * With `last` the end of the bytes ends the piece.
   */
  read(bytes: Uint8Array, at: number, end: number, last: boolean): number;
}
