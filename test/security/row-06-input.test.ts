import { describe, expect, it, vi } from 'vitest';
import { createRouter, type Handlers } from '../../main/core/rpc/router.ts';
import { createBorder } from '../../main/shell/border.ts';
import { contract, largestInput, type CallName } from '../../shared/contract/index.ts';
import { ok } from '../../shared/result.ts';
import { samples } from '../core/support/call-samples.ts';
import { page } from '../fuzz/bridge/page.ts';
import { keepLog } from './support/log.ts';

const names = Object.keys(contract) as CallName[];

function setUp() {
  const ran = vi.fn(() => ok());
  const handlers = Object.fromEntries(names.map((name) => [name, ran])) as unknown as Handlers;
  const log = keepLog();
  const random = { uuid: () => 'abcdefgh', fraction: () => 0 };
  const router = createRouter(handlers, { log, random });
  const border = createBorder({ isOurWindow: () => true, call: router.call, log });
  return { ran, ask: (name: unknown, input: unknown) => border.answer(page, name, input) };
}

// 100,000 calls of every name with hostile inputs are made by test/fuzz.
describe('security 6: what a page sends is checked before anything acts on it', () => {
  it('every call takes what it declares, and nothing beside it', () => {
    for (const name of names) {
      const { input } = contract[name];
      const sample: unknown = samples[name];
      expect(input.safeParse(sample).success, name).toBe(true);
      const more = typeof sample === 'object' ? { ...sample, unheardOf: 1 } : { unheardOf: 1 };
      expect(input.safeParse(more).success, name).toBe(false);
    }
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'calls.dial ',
    undefined,
    7,
    ['calls.dial'],
    { toString: 1, valueOf: 1 },
  ])('%j is the name of no call', async (name) => {
    const { ask, ran } = setUp();
    expect(await ask(name, undefined)).toMatchObject({
      failure: { message: 'bridge.unknown-call' },
    });
    expect(ran).not.toHaveBeenCalled();
  });

  it('is refused unread when it is larger than its call may be', async () => {
    const { ask, ran } = setUp();
    const oneOfEachSize = new Map(names.map((name) => [largestInput(name), name]));
    for (const name of oneOfEachSize.values()) {
      const input = new Uint8Array(largestInput(name));
      expect(await ask(name, input), name).toMatchObject({
        failure: { message: 'bridge.too-large' },
      });
      expect(largestInput(name)).toBeLessThanOrEqual(4_000_000);
    }
    expect(ran).not.toHaveBeenCalled();
  });
});
