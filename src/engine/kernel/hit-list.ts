// Positions found by one search after another. The room for them is kept from search to search.

export class HitList {
  #array = new Uint32Array(1024);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  push(position: number): void {
    if (this.#length === this.#array.length) this.#reserve(1);
    this.#array[this.#length++] = position;
  }

  append(positions: Uint32Array): void {
    if (this.#length + positions.length > this.#array.length) this.#reserve(positions.length);
    this.#array.set(positions, this.#length);
    this.#length += positions.length;
  }

  /** Valid until the list changes. */
  view(): Uint32Array {
    return this.#array.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    const larger = new Uint32Array(Math.max(this.#array.length * 2, this.#length + more));
    larger.set(this.view());
    this.#array = larger;
  }
}
