import { readFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './e2e/browser.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What every page needs, in one chunk: twenty of them compress worse, and this one changes only with the lockfile. */
const framework = new RegExp(
  `node_modules/(${[
    'react|react-dom|scheduler|zod|tabster|keyborg|@griffel|@floating-ui',
    '@tanstack/(react-router|router-core|history|react-store|store|react-query|query-core)',
    '@fluentui/(tokens|keyboard-keys|react-(utilities|shared-contexts|theme|tabster|positioning|portal|motion|jsx-runtime|provider|context-selector))',
  ].join('|')})/`,
);

export default defineConfig({
  plugins: [
    tanstackRouter({
      routesDirectory: './src/routes',
      generatedRouteTree: './src/route-tree.gen.ts',
      autoCodeSplitting: true,
      quoteStyle: 'single',
    }),
    react(),
    contentSecurityPolicy(),
  ],
  resolve: { alias: { '~mocks': path('./mocks'), '~': path('./src') } },
  build: {
    manifest: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'framework', test: framework }] } } },
  },
  worker: { format: 'es' },
  server: { port: 5173 },
  preview: {
    port: 4173,
    // What a meta element cannot say: nobody may put the portal into a frame.
    headers: { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff' },
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
 * Writes a strict Content-Security-Policy into the built page. The only addresses it lets the page talk to are its own and
 * those of `public/config.json`, so change that file before building, not after.
 */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'ledgerline-content-security-policy',
    apply: 'build',
    transformIndexHtml() {
      const config: { graphUrl: string; exchangeAdmin?: { url: string }; signIn?: { authority: string } } = JSON.parse(
        readFileSync(path('./public/config.json'), 'utf8'),
      );
      const origins = (...urls: (string | undefined)[]) => urls.flatMap((url) => (url ? [new URL(url).origin] : []));
      const signIn = origins(config.signIn?.authority);
      const services = origins(config.graphUrl, config.exchangeAdmin?.url);
      const policy = [
        `default-src 'none'`,
        `script-src 'self'`,
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
      return [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' }];
    },
  };
}
