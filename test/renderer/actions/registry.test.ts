import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Action, Facts } from '../../../renderer/app/actions/action.ts';
import { standingActions } from '../../../renderer/app/actions/registry.ts';
import { settingsPlaces } from '../../../renderer/app/settings-index.ts';
import { shortcutOf, windowDeeds } from '../../../renderer/app/shortcuts.ts';
import {
  isTool,
  openThread,
  resetUi,
  screens,
  useUi,
  type Screen,
} from '../../../renderer/app/ui-store.ts';
import { failure } from '../../../shared/failure.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';
import {
  acceleratorOf,
  keysOf,
  shortcutIds,
  shortcutPlaces,
  shortcuts,
} from '../../../shared/shortcuts.ts';
import { speak } from '../../../shared/strings/language.ts';
import { usualSettings } from '../harness/usual-settings.ts';
import { session, threadId } from '../make.ts';

const facts: Facts = {
  now: Date.UTC(2026, 3, 1, 15),
  home: 'US' as CountryCode,
  session: session({ demo: false, state: 'signed-in' }),
  settings: usualSettings,
  quiet: { own: undefined, server: false },
  presence: undefined,
  backfill: 'running',
  isExporting: false,
  isDark: false,
};
const actions = (more: Partial<Facts> = {}) => standingActions({ ...facts, ...more });
const find = (id: string, more?: Partial<Facts>): Action | undefined =>
  actions(more).find((action) => action.id === id);

beforeEach(resetUi);
afterEach(() => speak('en'));

describe('the actions', () => {
  test('have each an id and a label of their own, in every language', () => {
    openThread(threadId);
    for (const language of ['en', 'es'] as const) {
      speak(language);
      const all = actions({
        isExporting: true,
        quiet: { own: { until: undefined }, server: false },
      });
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(new Set(all.map(({ group, label }) => `${group} ${label}`)).size).toBe(all.length);
      expect(all.filter(({ label }) => label.trim() === '')).toEqual([]);
    }
  });

  test('lead to every screen and to every card of the settings', () => {
    const tools: readonly Screen[] = ['search', 'call-lists'];
    const ids = new Set(actions().map(({ id }) => id));
    for (const screen of [...screens, ...tools]) expect(ids).toContain(`go-${screen}`);
    for (const place of settingsPlaces) expect(ids).toContain(`settings-${place}`);
    expect(tools.every(isTool)).toBe(true);
    expect(ids).toContain('diagnostics');
  });

  test('go where their key goes', () => {
    const byKey = actions().filter(
      ({ shortcut, run }) =>
        run !== undefined &&
        shortcut !== undefined &&
        shortcut !== 'shortcuts' &&
        shortcut in windowDeeds,
    );
    expect(byKey.length).toBeGreaterThan(8);
    for (const { shortcut, run } of byKey) {
      resetUi();
      run?.({} as never);
      const byName = useUi.getState();
      resetUi();
      windowDeeds[shortcut as keyof typeof windowDeeds]();
      expect(useUi.getState(), shortcut).toEqual(byName);
    }
  });

  test('say why they cannot be done', () => {
    const off = { can: false, failure: failure('rejected', 'permission.app-missing') } as const;
    const noCalls = session({ canCall: off, canText: off });
    expect(find('call')?.obstacle).toBeUndefined();
    expect(find('call', { session: noCalls })?.obstacle).toMatch(/\w/);
    expect(find('text', { session: noCalls })?.obstacle).toMatch(/\w/);
    expect(find('back-up', { session: session({ demo: true }) })?.obstacle).toMatch(/demo/);
    expect(find('export-all-csv', { isExporting: true })?.obstacle).toMatch(/\w/);
    expect(find('insert-template')?.obstacle).toMatch(/\w/);
  });

  test('are those of the moment', () => {
    expect(find('quiet-off')).toBeUndefined();
    expect(
      find('quiet-off', { quiet: { own: { until: undefined }, server: false } }),
    ).toBeDefined();
    expect(find('sign-out', { session: session({ demo: true }) })).toBeUndefined();
    expect(find('close-detail')).toBeUndefined();
    openThread(threadId);
    expect(find('close-detail')).toBeDefined();
    expect(find('theme-dark', { settings: { ...usualSettings, theme: 'dark' } })?.isChosen).toBe(
      true,
    );
  });
});

describe('the keys', () => {
  test('do one thing each where they work, and nothing that the window does with them already', () => {
    for (const place of shortcutPlaces) {
      const keys = shortcutIds
        .filter((id) => shortcuts[id].place === place)
        .flatMap((id): readonly string[] => shortcuts[id].keys);
      expect(keys.length, place).toBeGreaterThan(0);
      expect(new Set(keys).size, place).toBe(keys.length);
    }
  });

  test('of the window do what the table says', () => {
    for (const id of Object.keys(windowDeeds) as (keyof typeof windowDeeds)[]) {
      for (const keys of shortcuts[id].keys) {
        const held = keysOf(keys);
        const press = {
          key: held.at(-1) ?? '',
          ctrlKey: held.includes('CmdOrCtrl'),
          metaKey: false,
          altKey: false,
          shiftKey: false,
        };
        expect(shortcutOf(press, false), keys).toBe(windowDeeds[id]);
        // What writes something is left to whoever types it.
        expect(shortcutOf(press, true), keys).toBe(keys.length > 1 ? windowDeeds[id] : undefined);
      }
    }
  });

  test('of the window are each beside a command', () => {
    openThread(threadId);
    const commands = new Set(actions().map(({ shortcut }) => shortcut));
    const without = shortcutIds.filter(
      (id) => shortcuts[id].place === 'window' && !commands.has(id),
    );
    // The commands themselves; and a text that was just sent offers its own.
    expect(without).toEqual(['palette', 'undo-send']);
  });

  test('stand beside one action each', () => {
    const shown = actions().flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.map(acceleratorOf)).toContain('CmdOrCtrl+L');
  });
});
