import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: ['test/renderer/harness/site-setup.ts'],
    // Processes, not threads: some tests load SQLite's native module, start workers or change the
    // environment, and must not meet in one process.
    pool: 'forks',
    maxWorkers: 2,
    // Generous, because two busy cores can hold up any timer; a test that needs this long is wrong.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
