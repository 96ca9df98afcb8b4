/**
 * The same text until `count` has doubled, or until it no longer grows. Work that is done anew whenever this changes adds up to
 * about twice what it takes in the end.
 */
export function growthStage(count: number, isGrowing: boolean): string {
  return isGrowing ? `2^${Math.floor(Math.log2(Math.max(1, count)))}` : String(count);
}
