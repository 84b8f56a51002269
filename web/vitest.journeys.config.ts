import { fileURLToPath, URL } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Journeys drive a real browser against a real server (DAFTAR_TEST_URL): one at a time, with patience.
export default defineConfig({
  root: here('../tests/journeys'),
  resolve: {
    alias: {
      'playwright-core': here('./node_modules/playwright-core'),
      '@axe-core/playwright': here('./node_modules/@axe-core/playwright'),
    },
  },
  server: { fs: { allow: [here('..')] } },
  test: {
    include: ['**/*.spec.ts'],
    environment: 'node',
    testTimeout: 300_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
