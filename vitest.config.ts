import { defineConfig } from 'vitest/config';

const journeys = 'test/renderer/**/*-journeys.test.ts';
const pure = ['shared', 'renderer', 'security'].map((room) => `test/${room}/**/*.test.ts`);
// But the two that replace modules, and one that looks at the memory of its process.
const core = ['test/{core,db,simulator}/**/!(handing-over|go-back|exports).test.ts'];
const threads = 'test/core/support/threads-setup.ts';

export default defineConfig({
  test: {
    projects: [
      {
        // The window in a browser, which the files share with all it has loaded.
        extends: true,
        test: {
          name: 'journeys',
          include: [journeys],
          isolate: false,
          globalSetup: ['test/renderer/harness/site-setup.ts'],
        },
      },
      {
        // Values in, values out: nothing outlives a test, and files share what they import.
        extends: true,
        test: { name: 'pure', include: pure, exclude: [journeys], isolate: false },
      },
      {
        // The core, its archive and the simulator keep nothing but in what a test has made.
        extends: true,
        test: { name: 'core', include: core, isolate: false, globalSetup: [threads] },
      },
      {
        // Whatever has a desktop, a process or doubles of modules: each file in a process of its own.
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [...pure, ...core],
          globalSetup: [threads],
        },
      },
    ],
    environment: 'node',
    // Processes, not threads: some tests load SQLite's native module, start workers or change the
    // environment, and must not meet in one process.
    pool: 'forks',
    // One more than the cores of a small machine: sockets, disks and a browser are waited for.
    maxWorkers: 3,
    // Generous, because two busy cores can hold up any timer; a test that needs this long is wrong.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // The usual second is soon over on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    // A second try tells a busy machine from a fault; the report names what needed one.
    retry: 1,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
