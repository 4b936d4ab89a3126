import { describe, expect, it } from 'vitest';
import { offeredVersion, stateWords } from '../../renderer/app/updates/view-model.ts';
import type { UpdateState, UpdateView } from '../../shared/model/updates.ts';

const now = new Date(2026, 10, 23, 9, 41).getTime();

const viewOf = (state: UpdateState, changes: Partial<UpdateView> = {}): UpdateView => ({
  version: '1.0.0',
  canUpdate: true,
  state,
  obstacle: undefined,
  laterUntil: undefined,
  copyBefore: undefined,
  ...changes,
});

describe('an update', () => {
  const ready: UpdateState = { name: 'ready', version: '1.1.0' };

  it('is offered once it can be had at once, and not after Later', () => {
    expect(offeredVersion(undefined)).toBeUndefined();
    expect(offeredVersion(viewOf({ name: 'checking' }))).toBeUndefined();
    expect(offeredVersion(viewOf(ready))).toBe('1.1.0');
    expect(offeredVersion(viewOf(ready, { obstacle: 'call' }))).toBeUndefined();
    expect(offeredVersion(viewOf(ready, { laterUntil: now + 1 }))).toBeUndefined();
  });

  it.each<[UpdateState, RegExp]>([
    [{ name: 'idle', checkedAt: undefined }, /Not checked yet/],
    [{ name: 'idle', checkedAt: now }, /1\.0\.0 is the newest.*Today at 9:41/],
    [{ name: 'downloading', version: '1.1.0', percent: 41 }, /1\.1\.0: 41%/],
    [ready, /1\.1\.0 is ready/],
    [{ name: 'failed', at: now }, /did not work/],
  ])('says how it stands: %j', (state, said) => {
    expect(stateWords(viewOf(state), now)).toMatch(said);
  });
});
