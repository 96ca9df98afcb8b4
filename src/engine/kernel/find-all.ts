// The search for a run of bytes, which every search for a text comes down to. In WebAssembly, 64 positions at a time; the same in
// JavaScript where the browser has no SIMD or the policy of the server lets nothing be compiled.

import { type FindAll, plainFindAll } from './plain-find-all';
import { simdFindAll } from './simd-find-all';

let chosen: FindAll | undefined;

/** As `FindAll` says. What comes back is valid until the next call, from wherever in this realm. */
export const findAll: FindAll = (run, bytes, start, end) => {
  chosen ??= simdFindAll() ?? plainFindAll;
  return chosen(run, bytes, start, end);
};
