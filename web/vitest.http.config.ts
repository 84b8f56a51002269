import { fileURLToPath, URL } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Calls over the network to a real server (DAFTAR_TEST_URL) that holds the demonstration.
export default defineConfig({
  root: here('../tests/http'),
  resolve: { alias: { ajv: here('node_modules/ajv') } },
  server: { fs: { allow: [here('..')] } },
  test: { include: ['**/*.spec.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
});
