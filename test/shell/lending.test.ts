import { describe, expect, it } from 'vitest';
import type { Secrets } from '../../main/core/ports.ts';
import {
  createCardWindowLender,
  createQuickWindowLender,
  createSecretsLender,
} from '../../main/shell/lending.ts';
import { createFakeCardWindow } from '../core/support/card-window.ts';
import { createFakeQuickWindow } from '../core/support/quick-window.ts';

function setUp() {
  const kept = new Map<string, string>();
  const secrets: Secrets = {
    standing: 'session-only',
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    remove: async (key) => void kept.delete(key),
    keys: async () => [...kept.keys()],
  };
  return { kept, lender: createSecretsLender(secrets) };
}

describe('a vault that is lent', () => {
  it('is the same one for every core, memory and all', async () => {
    const { lender } = setUp();
    const first = lender.lend();
    await first.set('tokens', 'of the new account');
    first.giveBack();
    const second = lender.lend();
    expect(await second.get('tokens')).toBe('of the new account');
    expect(second.standing).toBe('session-only');
  });

  it('cannot be changed by a core that is being replaced', async () => {
    const { kept, lender } = setUp();
    const first = lender.lend();
    const second = lender.lend();
    await second.set('tokens', 'new');
    await expect(first.set('tokens', 'old')).rejects.toThrow('another core has the vault now');
    await expect(first.remove('tokens')).rejects.toThrow('another core has the vault now');
    expect(kept.get('tokens')).toBe('new');
    first.giveBack();
    await second.set('tokens', 'newer');
    expect(kept.get('tokens')).toBe('newer');
  });

  it('is the old core’s again when the new one never came to be', async () => {
    const { kept, lender } = setUp();
    const first = lender.lend();
    lender.lend().giveBack();
    await first.set('tokens', 'goes on');
    expect(kept.get('tokens')).toBe('goes on');
  });

  it('cannot be changed once it was given back', async () => {
    const { kept, lender } = setUp();
    const only = lender.lend();
    only.giveBack();
    only.giveBack();
    await expect(only.set('tokens', 'late')).rejects.toThrow('another core');
    expect(kept.size).toBe(0);
  });
});

describe('the window of the cards', () => {
  it('is not hidden by a core that is being replaced, once the next one has shown it', () => {
    const window = createFakeCardWindow();
    const lender = createCardWindowLender(window);
    const [first, second] = [lender.lend(), lender.lend()];
    first.show({ takeFocus: true });
    second.show({ takeFocus: false });
    first.hide();
    expect(window.isShown).toBe(true);
    second.fit(120);
    expect(window.height).toBe(120);
    second.hide();
    expect(window.isShown).toBe(false);
  });

  it('is hidden by the core that showed it last, while no other has', () => {
    const window = createFakeCardWindow();
    const lender = createCardWindowLender(window);
    const first = lender.lend();
    first.show({ takeFocus: true });
    lender.lend().hide();
    expect(window.isShown).toBe(true);
    first.hide();
    expect(window.isShown).toBe(false);
  });
});

describe('the window of a quick text', () => {
  it('is shown, and in sight, for the core that opened it alone', () => {
    const window = createFakeQuickWindow();
    const lender = createQuickWindowLender(window);
    const [first, second] = [lender.lend(), lender.lend()];
    first.show();
    expect([first.isShown(), second.isShown()]).toEqual([true, false]);
    second.show();
    first.hide();
    expect(window.isShown()).toBe(true);
    second.fit(90);
    expect(window.height).toBe(90);
    second.hide();
    expect(second.isShown()).toBe(false);
  });
});
