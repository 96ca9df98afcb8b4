// The JavaScript a browser needs to show /search, without the mocked tenant, gzipped: 300 kB at most.
// Counted as the browser would load it: the entry, the route's own chunks, and what these import statically.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgetKb = 300;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

const wanted = new Set();
function add(key) {
  if (wanted.has(key)) return;
  wanted.add(key);
  for (const imported of manifest[key].imports ?? []) add(imported);
}
const keys = Object.keys(manifest);
add(keys.find((key) => manifest[key].isEntry));
for (const key of keys.filter((key) => key.startsWith('src/routes/search.index.tsx'))) add(key);

const files = [...new Set([...wanted].map((key) => manifest[key].file))].filter((file) => file.endsWith('.js'));
const sizes = files
  .map((file) => ({ file, kb: gzipSync(readFileSync(`dist/${file}`)).length / 1000 }))
  .sort((a, b) => b.kb - a.kb);
const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
for (const { file, kb } of sizes) console.log(`${kb.toFixed(1).padStart(7)} kB  ${file}`);
console.log(`${total.toFixed(1).padStart(7)} kB  first load of /search, budget ${budgetKb} kB`);
if (sizes.length < 2 || total > budgetKb) process.exit(1);
