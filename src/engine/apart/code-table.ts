// The codes of all records of one template, a row of them for each record. Chunks never move, but for the first, which grows.

const chunkBits = 10;
const chunkRows = 1 << chunkBits;
const firstRows = 4;
const none = new Uint32Array(0);

export class CodeTable {
  /** Codes in a row. */
  readonly width: number;
  readonly #chunks: Uint32Array<ArrayBuffer>[] = [];
  #length = 0;

  constructor(width: number) {
    this.width = width;
  }

  /** Of rows. */
  get length(): number {
    return this.#length;
  }

  /** Adds a row, which is the beginning of `codes`. */
  push(codes: Uint32Array): void {
    const { width } = this;
    const inChunk = this.#length % chunkRows;
    const chunk = inChunk === 0 ? this.#addChunk() : this.#lastChunk(inChunk);
    for (let i = 0, to = inChunk * width; i < width; i++, to++) chunk[to] = codes[i] ?? 0;
    this.#length++;
  }

  /** Adds rows that come column by column. */
  pushColumns(rows: number, columns: readonly ArrayLike<number>[]): void {
    const { width } = this;
    for (let from = 0; from < rows; ) {
      const inChunk = this.#length % chunkRows;
      const chunk = inChunk === 0 ? this.#addChunk() : this.#lastChunk(inChunk);
      const end = Math.min(rows, from + (width === 0 ? rows : chunk.length / width) - inChunk);
      for (const [i, column] of columns.entries())
        for (let row = from, to = inChunk * width + i; row < end; row++, to += width) chunk[to] = column[row] ?? 0;
      this.#length += end - from;
      from = end;
    }
  }

  code(row: number, at: number): number {
    return this.chunk(row)[this.base(row) + at] ?? 0;
  }

  /** The codes among which those of a row stand, from `base(row)` on. */
  chunk(row: number): Uint32Array {
    return this.#chunks[row >>> chunkBits] ?? none;
  }

  base(row: number): number {
    return (row & (chunkRows - 1)) * this.width;
  }

  #lastChunk(used: number): Uint32Array {
    const last = this.#chunks.at(-1) ?? this.#addChunk();
    if (used * this.width < last.length) return last;
    const larger = new Uint32Array(Math.min(used * 2, chunkRows) * this.width);
    larger.set(last);
    this.#chunks[this.#chunks.length - 1] = larger;
    return larger;
  }

  #addChunk(): Uint32Array {
    const rows = this.#chunks.length === 0 ? firstRows : chunkRows;
    const chunk = new Uint32Array(rows * this.width);
    this.#chunks.push(chunk);
    return chunk;
  }
}
