// A thousand indicators of compromise, as a list from elsewhere has them: most are nowhere, some are in the records. Each round has
// others, so that nothing is known from the round before.

import { readIndicators } from '~/domain/indicators/read-indicators';
import { wholeSet } from '~/domain/view/result-view';
import type { Contender } from './contender';
import { hash, hex, recordParts } from './generate-records';
import type { Question } from './measure';

export const indicatorRounds = 4;
export const indicatorCount = 1000;

export function indicatorQuestions(contender: Contender, records: number): Question[] {
  return [
    {
      name: `${indicatorCount} indicators in all records`,
      prepare: () => contender.view(wholeSet),
      ask: async (round) => ({ answer: await contender.matches(readIndicators(listOf(round, records)).indicators) }),
    },
  ];
}

/** Half are addresses, a fifth each hashes and domains, the rest mail addresses; one in twenty is in the records. */
function listOf(round: number, records: number): string {
  return Array.from({ length: indicatorCount }, (_, at) => {
    const random = hash(at, 100 + round);
    const { ip, user } = recordParts(random % records, records);
    const isThere = at % 20 < 1;
    switch (at % 10) {
      case 0:
        return isThere ? user : `user${hex(random)}@evil-${round}.example`;
      case 1:
      case 2:
        return `${hex(random)}${hex(hash(at, 1))}${hex(hash(at, 2))}${hex(hash(at, 3))}`;
      case 3:
      case 4:
        return `host${random % 10_000}-${round}.evil.example`;
      default:
        return at % 40 === 5 ? ip : `${1 + (random % 15)}.${(random >>> 8) % 256}.${(random >>> 16) % 256}.${random >>> 24}`;
    }
  }).join('\n');
}
