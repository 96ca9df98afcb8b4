// Chance without a random source: everything in the tenant follows from whole numbers put through a hash, so the same seed and
// number give the same record on any machine, in any order.

/** Spreads two 32-bit numbers over 32 bits (murmur3's finaliser). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Puts 65,536 numbers into another order: whichever so many follow each other, each of 0 to 65,535 comes out once. */
export function shuffle16(seed: number, number: number): number {
  let bits = (number ^ seed) & 0xffff;
  bits = Math.imul(bits ^ (bits >>> 8), 0x88b5) & 0xffff;
  bits = Math.imul(bits ^ (bits >>> 7), 0xdb2d) & 0xffff;
  return bits ^ (bits >>> 9);
}

/** 32 bits of a text, for seeds and names. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash, text.length);
}

const hexDigits = '0123456789abcdef';
const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A sequence of throws that depends on the starting number alone. */
export class Dice {
  #state: number;
  constructor(start: number) {
    this.#state = start >>> 0;
  }

  /** 0 to 2^32-1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    return mix(this.#state, 0x2545f491);
  }

  /** 0 to `limit - 1`. */
  below(limit: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * limit);
  }

  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  chance(share: number): boolean {
    return this.next() < share * 0x1_0000_0000;
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new Error('Cannot pick from an empty list.');
    return picked;
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += hex8(this.next());
    return text.slice(0, length);
  }

  digits(length: number): string {
    let text = '';
    for (let at = 0; at < length; at++) text += hexDigits[this.below(10)];
    return text;
  }

  /** Looks like the entry ids Exchange writes. */
  base64(length: number): string {
    let text = '';
    for (let at = 0; at < length; at += 5) {
      let bits = this.next();
      for (let digit = 0; digit < 5; digit++, bits >>>= 6) text += base64Digits[bits & 63];
    }
    return text.slice(0, length);
  }

  guid(): string {
    return guidOf(this.next(), this.next(), this.next(), this.next());
  }
}

function hex8(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** A version 4 GUID out of four 32-bit numbers. */
export function guidOf(a: number, b: number, c: number, d: number): string {
  const second = hex8(b);
  const third = hex8(c);
  const variant = hexDigits[8 + (c >>> 30)];
  return `${hex8(a)}-${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${hex8(d)}`;
}

/** A GUID that belongs to a name, such as a site's or a policy's. */
export function guidOfText(text: string): string {
  return new Dice(hashText(text)).guid();
}
