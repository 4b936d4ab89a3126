import { defineConfig } from '@playwright/test';

export default defineConfig({
  outputDir: 'out/playwright',
  forbidOnly: true,
  // A second try tells a busy machine from a fault; the report calls such a test flaky.
  retries: 1,
  // One more than the cores of a small machine: a story waits for a quarter of its time.
  workers: 3,
  timeout: 60_000,
  globalTimeout: 18 * 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { trace: 'off', screenshot: 'only-on-failure' },
  projects: [
    { name: 'e2e', testDir: 'test/e2e', testMatch: '**/*.e2e.ts' },
    { name: 'tour', testDir: 'test/tour', testMatch: '**/*.tour.ts' },
  ],
});
