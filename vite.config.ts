import { readFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './e2e/browser.ts';
import { assemblyScript } from './src/engine/kernel/assembly-script.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What asks for a module's imports while chunks are made. */
interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

let firstPage: Set<string> | undefined;

/** Whether New search, where most begin, shows only once the module is there. */
function isOnFirstPage(id: string, graph: ModuleGraph): boolean {
  firstPage ??= withImports(`${path('./src/routes/search.index.tsx')}?tsr-split=component`, graph);
  return firstPage.has(id);
}

function withImports(id: string, graph: ModuleGraph): Set<string> {
  const found = new Set([id]);
  // What is added to a set on the way is walked through, too. Libraries come by themselves with what needs them.
  for (const each of found)
    for (const imported of graph.getModuleInfo(each)?.importedIds ?? [])
      if (!imported.includes('node_modules')) found.add(imported);
  return found;
}

export default defineConfig({
  plugins: [
    tanstackRouter({
      routesDirectory: './src/routes',
      generatedRouteTree: './src/route-tree.gen.ts',
      autoCodeSplitting: true,
      quoteStyle: 'single',
    }),
    react(),
    assemblyScript(),
    contentSecurityPolicy(),
  ],
  resolve: { alias: { '~mocks': path('./mocks'), '~': path('./src') } },
  build: {
    manifest: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A few chunks instead of forty: they are there sooner and compress better.
          groups: [
            // Of what every page starts with, the part that changes only with the lockfile, and the other.
            { name: 'framework', test: /node_modules/, tags: ['$initial'] },
            { name: 'start', tags: ['$initial'] },
            // Small, and nearly everywhere.
            {
              name: 'common',
              test: /node_modules\/(@tanstack\/(react-query|query-core)|@fluentui\/react-(icons|motion|progress))\//,
              minShareCount: 3,
            },
            // Pages of results have no forms.
            { name: 'forms', test: /node_modules\/react-hook-form\// },
            { name: (id, graph) => (isOnFirstPage(id, graph) ? 'first-page' : null), debugName: 'first page', minShareCount: 2 },
          ],
        },
      },
    },
  },
  // A build shares no plugins with its workers.
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  server: { port: 5173 },
  preview: {
    port: 4173,
    headers: { 'X-Content-Type-Options': 'nosniff' },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['./e2e/unit-setup.ts'],
          environment: 'node',
          // Property tests do much; a busy machine must not make them fail.
          testTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          include: ['**/*.test.ts'],
          exclude: ['node_modules/**', 'dist/**'],
        },
      },
      {
        extends: true,
        // Found before the first test: a dependency that is bundled later would come with a second React.
        optimizeDeps: { entries: ['src/**/*.{ts,tsx}', 'mocks/**/*.ts'] },
        test: {
          name: 'component',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['./e2e/component-setup.ts'],
          env: { LEDGERLINE_DAY: process.env['LEDGERLINE_DAY'] ?? '' },
          // Where what lands is decided, a busy machine must not: what fails twice fails.
          retry: process.env['CI'] ? 1 : 0,
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            // What is clicked is in sight then: a menu that is scrolled to moves away from under the pointer.
            viewport: { width: 1280, height: 900 },
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

/**
 * Whom the page may talk to: itself and the addresses of `public/config.json`, so change that file before building, not after.
 * A server should send it as a header, too: a page's own word covers no worker.
 */
function securityPolicy(scripts = "'self'"): string {
  const config: { graphUrl: string; exchangeAdmin?: { url: string }; signIn?: { authority: string } } = JSON.parse(
    readFileSync(path('./public/config.json'), 'utf8'),
  );
  const origins = (...urls: (string | undefined)[]) => urls.flatMap((url) => (url ? [new URL(url).origin] : []));
  const signIn = origins(config.signIn?.authority);
  const services = origins(config.graphUrl, config.exchangeAdmin?.url);
  return [
    `default-src 'none'`,
    `script-src ${scripts}`,
    `worker-src 'self'`,
    // The hash of nothing: Fluent fills empty <style> elements through the CSSOM, and only empty ones are let in.
    `style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `connect-src ${["'self'", ...services, ...signIn].join(' ')}`,
    `frame-src ${signIn[0] ?? "'none'"}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** In the built page, for wherever it is served from, and in headers of the preview. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'ledgerline-content-security-policy',
    apply: (_, { command, isPreview }) => command === 'build' || isPreview === true,
    transformIndexHtml() {
      return [
        { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: securityPolicy() }, injectTo: 'head-prepend' },
      ];
    },
    // What the page itself cannot say: nobody may put it into a frame, and its workers are bound as it is, but for the search,
    // which is WebAssembly. A worker has the policy that its own script is served with.
    configurePreviewServer({ middlewares }) {
      const page = `${securityPolicy()}; frame-ancestors 'none'`;
      const worker = `${securityPolicy("'self' 'wasm-unsafe-eval'")}; frame-ancestors 'none'`;
      middlewares.use(({ url }, response, next) => {
        response.setHeader('Content-Security-Policy', url?.startsWith('/assets/worker-') ? worker : page);
        next();
      });
    },
  };
}
