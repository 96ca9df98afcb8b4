// For Vite: `import { code } from './scan.as.ts?wasm'` is the WebAssembly that this AssemblyScript compiles to. The compiler runs
// where the import is met, in development, tests and builds alike, so nothing compiled is kept with the sources. What it makes is
// a few hundred bytes and stands in the script itself: no request, and nothing to wait for.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { main } from 'assemblyscript/asc';
import type { Plugin } from 'vite';

export function assemblyScript(): Plugin {
  return {
    name: 'ledgerline-assembly-script',
    enforce: 'pre',
    load: {
      filter: { id: /\.as\.ts\?wasm$/ },
      async handler(id) {
        const file = id.slice(0, -'?wasm'.length);
        this.addWatchFile(file);
        const base64 = Buffer.from(await compile(basename(file), await readFile(file, 'utf8'))).toString('base64');
        return `export const code = Uint8Array.from(atob('${base64}'), (char) => char.charCodeAt(0));`;
      },
    },
  };
}

/** `source` may import nothing, and the module imports nothing: it has a memory and functions. */
async function compile(name: string, source: string): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await main(
    [name, '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--outFile', 'wasm'],
    {
      readFile: (wanted) => (wanted === name ? source : null),
      writeFile: (_, contents) => {
        if (typeof contents !== 'string') wasm = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !wasm) throw new Error(`${name} does not compile.\n${stderr.toString()}`, { cause: error });
  return wasm;
}
