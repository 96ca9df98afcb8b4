// What the benchmark page offers to the Node side, which drives it through the DevTools protocol.

import { createArray } from './array-contender';
import { createCompanyArray } from './company-array';
import { createCompanyEngine } from './company-engine';
import { type CompanyContender, type PairName, pairs, shippedDetections } from './company-questions';
import type { Contender } from './contender';
import { createEngine } from './engine-contender';
import { createArrayGroups } from './group-array';
import { createEngineGroups } from './group-engine';
import type { GroupContender, GroupQuestion, GroupSubject } from './group-questions';
import { type FillRequest, fill, type Measurement, measureExport, startMeasurement, usualQuestions } from './measure';
import { indicatorQuestions } from './measure-indicators';
import { deleteKept, fillKept, openKept } from './measure-kept';
import { overviewQuestions } from './measure-overview';
import { type CsvContender, prepareOpening, readCsvFile } from './read-csv';
import { type Occupation, rowsMeanwhile } from './rows-meanwhile';

let contender: Contender | undefined;
let groups: GroupContender | undefined;
let company: CompanyContender | undefined;
let measurement: Measurement | undefined;

function current(): Contender {
  if (!contender) throw new Error('create a contender first');
  return contender;
}

function currentGroups(): GroupContender {
  if (!groups) throw new Error('create a contender first');
  return groups;
}

function currentCompany(): CompanyContender {
  if (!company) throw new Error('create a contender first');
  return company;
}

/** The file that was put into the page's file input. */
function chosenFile(): File {
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('choose a file first');
  return file;
}

const bench = {
  create(kind: 'engine' | 'array') {
    contender?.dispose();
    contender = kind === 'engine' ? createEngine() : createArray();
  },
  fill: (records: number) => fill(current(), { kind: 'records', from: 0, to: records, of: records }),
  async ask(round: number, records: number) {
    if (round === 0) measurement = startMeasurement(usualQuestions(current(), records));
    await measurement?.ask(round);
  },
  async askOverview(round: number, records: number) {
    if (round === 0) measurement = startMeasurement(overviewQuestions(current(), records));
    await measurement?.ask(round);
  },
  async askIndicators(round: number, records: number) {
    if (round === 0) measurement = startMeasurement(indicatorQuestions(current(), records));
    await measurement?.ask(round);
  },
  figures: () => measurement?.figures() ?? [],
  measureExport: () => measureExport(current()),
  rowsMeanwhile: (records: number, occupation: Occupation) => rowsMeanwhile(current(), records, occupation),
  fillKept,
  openKept,
  deleteKept,
  createGroups({ kind, subject }: { readonly kind: 'engine' | 'array'; readonly subject: GroupSubject }) {
    groups?.dispose();
    groups = kind === 'engine' ? createEngineGroups(subject) : createArrayGroups(subject);
  },
  fillGroups: (records: FillRequest) => fill(currentGroups(), records),
  askGroups: (question: GroupQuestion) => currentGroups().ask(question),
  createCompany(kind: 'engine' | 'array') {
    company?.dispose();
    company = kind === 'engine' ? createCompanyEngine() : createCompanyArray();
  },
  fillCompany: (records: FillRequest) => fill(currentCompany(), records),
  askPair: (pair: PairName, from: number) => currentCompany().groups(pairs[pair], from),
  askFindings: () => currentCompany().findings(shippedDetections()),
  prepareOpening: () => prepareOpening(chosenFile()),
  readCsv: (reader: CsvContender) => readCsvFile(reader, chosenFile()),
};

export type Bench = typeof bench;

declare global {
  interface Window {
    bench: Bench;
  }
}

window.bench = bench;
