import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingForKeyRing, startKeyRing, type KeyRing } from './key-ring.ts';
import { test as base, type Launch } from './sidetone.ts';

const keyRingSwitch = fileURLToPath(new URL('./key-ring-switch.cjs', import.meta.url));

/** The programs of a key ring that are not installed here. */
export const missing = missingForKeyRing();
export const hasKeyRing = missing.length === 0;

type Fixtures = {
  readonly keyRing: KeyRing;
  /** How to start Sidetone so that it finds that key ring. */
  readonly withKeyRing: Partial<Launch>;
  /** The same, or nothing where none is installed. */
  readonly whereKept: Partial<Launch>;
};

/** The tests' `test` with a key ring of the test's own, for those that ask for it. */
export const test = base.extend<Fixtures>({
  keyRing: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'sidetone-key-ring-'));
    const keyRing = await startKeyRing(folder);
    await use(keyRing);
    await keyRing.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  withKeyRing: async ({ keyRing }, use) => {
    await use({ modules: [keyRingSwitch], env: keyRing.env });
  },
  whereKept: hasKeyRing
    ? async ({ withKeyRing }, use) => use(withKeyRing)
    : async ({}, use) => use({}),
});
