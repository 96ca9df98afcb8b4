// Puts the figures of a run into bench/figures.md, between the markers of its part, with the machine they come from.

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

export function machineText(browserVersion: string): string {
  const gb = Math.round(totalmem() / 1e9);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const date = new Date().toISOString().slice(0, 10);
  // Other programs make every figure worse, and not evenly.
  const load = `${loadavg()[0]?.toFixed(1)} programs already running`;
  return `${date}: ${model}, ${cpus().length} cores, ${gb} GB, ${process.platform}; Chromium ${browserVersion} headless; Node ${process.versions.node}; ${load}.`;
}

export function writeFigures(part: string, text: string): void {
  const file = 'bench/figures.md';
  const figures = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- ${part}: written by npm run bench -->`, `<!-- end of ${part} -->`];
  const from = figures.indexOf(begin);
  const to = figures.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has no place for ${part}`);
  writeFileSync(file, `${figures.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${figures.slice(to)}`);
}
