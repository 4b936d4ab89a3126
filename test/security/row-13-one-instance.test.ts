import { describe, expect, it } from 'vitest';
import { read } from '../rules/source.ts';
import { placeIn } from './support/product.ts';

const app = 'main/shell/app.ts';
const lock = placeIn(app, 'requestSingleInstanceLock(');

// That a second start hands over and ends is seen on a whole app in test/e2e/window.e2e.ts.
describe('security 13: one Sidetone at a time', () => {
  it.each([
    'keepToUser(userData)',
    'createLog({',
    'openJsonFile(userData',
    'createAppHost({',
    'app.enableSandbox()',
    '.whenReady()',
  ])('has the lock before %s', (later) => {
    expect(lock).toBeLessThan(placeIn(app, later));
  });

  it('and one that does not get it ends there', () => {
    const after = read(app).slice(lock, lock + 120);
    expect(after).toMatch(/\)\) \{\s+app\.exit\(0\);\s+return;/);
  });
});
