// What the page of the part `rivals` offers to the Node side.

import { fill, type Measurement, startMeasurement } from './measure';
import { type Rival, rivalQuestions } from './rival';
import { createDuckDbRival } from './rival-duckdb';
import { createEngineRival } from './rival-engine';
import { createPerspectiveRival } from './rival-perspective';

const makers = { engine: createEngineRival, Perspective: createPerspectiveRival, DuckDB: createDuckDbRival };
export type RivalName = keyof typeof makers;

let rival: Rival | undefined;
let measurement: Measurement | undefined;

function current(): Rival {
  if (!rival) throw new Error('create a rival first');
  return rival;
}

const rivals = {
  async create(name: RivalName) {
    rival = await makers[name]();
  },
  async fill(records: number) {
    await fill(current(), { kind: 'records', from: 0, to: records, of: records });
    await current().ready();
  },
  async ask(round: number) {
    if (round === 0) measurement = startMeasurement(rivalQuestions(current()));
    await measurement?.ask(round);
  },
  figures: () => measurement?.figures() ?? [],
};

export type Rivals = typeof rivals;

declare global {
  interface Window {
    rivals: Rivals;
  }
}

window.rivals = rivals;
