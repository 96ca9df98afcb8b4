// Which two bytes of a run a search compares first. Text is full of `e` and digits, and a word that begins and ends with one
// would have to be compared in whole at every tenth position.

import { asciiLower } from '~/lib/bytes';

/** Bytes of audit records, the commonest first, as they were counted. Those that are missing are rarer. */
const common = '"etiaosrcd:n0,1-ulp.m24f5639/b 87hvxgy\\k{}wz@;j[]|()=';

/** Higher for commoner bytes. */
const ranks = new Uint8Array(256);
for (let i = 0; i < common.length; i++) ranks[common.charCodeAt(i)] = common.length - i;

/** Places of the rarest byte of the run and of the next; the same twice when the run is a single byte. */
export function rarePlaces(run: Uint8Array): readonly [number, number] {
  let first = 0;
  let second = run.length - 1;
  const rank = (place: number) => ranks[asciiLower[run[place] ?? 0] ?? 0] ?? 0;
  for (let place = 1; place < run.length; place++) {
    if (rank(place) < rank(first)) {
      second = first;
      first = place;
    } else if (place !== first && rank(place) < rank(second)) {
      second = place;
    }
  }
  return [first, second];
}
