import { describe, expect, it } from 'vitest';
import type { SettingsStore } from '../../../main/core/ports.ts';
import { defaultSettings } from '../../../main/core/settings/defaults.ts';
import { noPolicy } from '../../../main/core/settings/policy.ts';
import { createSettings, type SettingsDeps } from '../../../main/core/settings/service.ts';
import { createSettingsFiles } from '../../../main/core/settings/files.ts';
import { createSettingsHandlers } from '../../../main/core/settings/handlers.ts';
import { createFakeFileDialogs } from '../support/file-dialogs.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createCountingRandom } from '../support/session.ts';
import { createMemoryLog } from '../support/memory-log.ts';

const archiveFile = 'archive.db';
const defaults = defaultSettings('en');

function make(
  store: Partial<SettingsStore> & { value?: unknown },
  more: Partial<Pick<SettingsDeps, 'archiveFile' | 'policy'>> = {},
) {
  const written: unknown[] = [];
  const told: string[] = [];
  const settings = createSettings({
    store: {
      read: store.read ?? (() => ({ value: store.value })),
      write: store.write ?? ((value) => void written.push(value)),
    },
    archiveFile,
    ...more,
    log: createMemoryLog(),
    events: { changed: (...topics) => void told.push(...topics.map(({ area }) => area)) },
  });
  return { settings, written, told };
}

function handlersOf(settings: ReturnType<typeof createSettings>) {
  const files = createSettingsFiles({
    settings,
    clock: new ManualClock(),
    random: createCountingRandom(),
    log: createMemoryLog(),
    fileDialogs: createFakeFileDialogs(),
  });
  return createSettingsHandlers(settings, files);
}

describe('settings', () => {
  it.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [[]],
    [{ theme: 'pink', density: 7, signInPort: 80 }],
  ])('are the defaults when the file holds %j', (value) => {
    expect(make({ value }).settings.get()).toEqual(defaults);
  });

  it('keep what makes sense of a file of which some does not', () => {
    const value = {
      theme: 'dark',
      density: 'huge',
      smsFrom: '+12125550100',
      signInPort: 4567,
      older: true,
    };
    expect(make({ value }).settings.get()).toEqual({
      ...defaults,
      theme: 'dark',
      smsFrom: '+12125550100',
      signInPort: 4567,
    });
  });

  it('are written as they were chosen, and told about', () => {
    const { settings, written, told } = make({ value: { theme: 'dark' } });
    expect(settings.set({ density: 'compact' })).toMatchObject({
      ok: true,
      value: { theme: 'dark', density: 'compact' },
    });
    expect(written).toEqual([{ version: 1, theme: 'dark', density: 'compact' }]);
    expect(told).toEqual(['settings']);
  });

  it('stay as they were when the file cannot be written', () => {
    const { settings, told } = make({
      write: () => {
        throw new Error('read-only');
      },
    });
    expect(settings.set({ theme: 'dark' })).toMatchObject({
      failure: { message: 'settings.not-saved' },
    });
    expect(settings.get()).toEqual(defaults);
    expect(told).toEqual([]);
  });

  it('say where a damaged file has been kept', () => {
    const read = () => ({ value: undefined, damaged: { keptAs: 'settings-damaged.json' } });
    expect(make({ read }).settings.damagedKeptAs).toBe('settings-damaged.json');
    expect(make({}).settings.damagedKeptAs).toBeUndefined();
  });

  it('are not unset by a field that is there but undefined', () => {
    const { settings } = make({ value: { theme: 'dark' } });
    const handlers = handlersOf(settings);
    expect(handlers['settings.set']({ theme: undefined, density: 'compact' })).toMatchObject({
      value: { theme: 'dark', density: 'compact' },
    });
  });

  it('keep an address of the CRM that leads to a person, and let it be taken back', async () => {
    const { settings, written } = make({});
    const handlers = handlersOf(settings);
    const set = handlers['settings.set'];
    expect(await set({ crmAddress: 'http://crm.example.com/{number}' })).toMatchObject({
      failure: { message: 'crm.address-invalid', field: 'crmAddress' },
    });
    expect(written).toEqual([]);
    const crmAddress = 'https://crm.example.com/{number}';
    expect(await set({ crmAddress })).toMatchObject({ value: { crmAddress } });
    expect(await set({ crmAddress: null })).toMatchObject({ value: { crmAddress: undefined } });
  });

  it('are taken back by a reset, one card or all, and say what differs', async () => {
    const { settings, written } = make({
      value: { version: 1, theme: 'dark', density: 'compact', askedForLinks: true },
    });
    const handlers = handlersOf(settings);
    expect(settings.getStanding().changed).toEqual(['theme', 'density', 'askedForLinks']);
    await handlers['settings.reset']({ names: ['theme'] });
    expect(written.at(-1)).toEqual({ version: 1, density: 'compact', askedForLinks: true });
    expect(await handlers['settings.reset']({})).toMatchObject({
      value: { density: 'comfortable' },
    });
    // The user is not asked about links once more for that.
    expect(written.at(-1)).toEqual({ version: 1, askedForLinks: true });
  });

  it('can be chosen to be none where the default is something', () => {
    const policy = { ...noPolicy, defaults: { crmAddress: 'https://crm.example.com/{number}' } };
    const { settings, written } = make({ value: {} }, { policy });
    expect(settings.get().crmAddress).toBe('https://crm.example.com/{number}');
    settings.set({ crmAddress: undefined });
    expect(settings.get().crmAddress).toBeUndefined();
    expect(written).toEqual([{ version: 1, crmAddress: null }]);
    expect(make({ value: written[0] }, { policy }).settings.get().crmAddress).toBeUndefined();
  });
});

describe('what the user finds', () => {
  it('is in the language chosen, until they choose it themselves', () => {
    const { settings } = make({ value: { version: 1 } });
    expect(settings.get().outcomes).toContain('Left voicemail');
    settings.set({ language: 'es' });
    expect(settings.get().outcomes).toContain('Dejé mensaje de voz');
    expect(settings.getStanding().changed).toEqual(['language']);
    settings.set({ outcomes: ['Reached'] });
    expect(settings.get().outcomes).toEqual(['Reached']);
  });
});

describe('the numbers of an account', () => {
  it('are chosen for each archive, and not for whoever signs in next', () => {
    const one = make({ value: {} });
    one.settings.set({ smsFrom: '+12125550100', callFrom: 'desk' });
    const [value] = one.written;
    const other = make({ value }, { archiveFile: 'archive-2.db' });
    expect(other.settings.get().smsFrom).toBeUndefined();
    other.settings.set({ smsFrom: '+12125550101' });
    const back = make({ value: other.written[0] });
    expect(back.settings.get()).toMatchObject({ smsFrom: '+12125550100', callFrom: 'desk' });
  });

  it('of an older file hold for every account until it has its own', () => {
    const value = { smsFrom: '+12125550100' };
    expect(make({ value }, { archiveFile: 'b.db' }).settings.get().smsFrom).toBe('+12125550100');
  });

  it('are forgotten with its archive, and nobody else’s are', () => {
    const value = {
      version: 1,
      theme: 'dark',
      callFrom: 'older',
      numbers: { [archiveFile]: { smsFrom: '+12125550100' }, 'b.db': { smsFrom: '+12125550101' } },
    };
    const { settings, written } = make({ value });
    settings.forgetNumbers();
    expect(settings.get()).toMatchObject({ smsFrom: undefined, callFrom: undefined });
    expect(written).toEqual([
      { version: 1, theme: 'dark', numbers: { 'b.db': { smsFrom: '+12125550101' } } },
    ]);
  });
});

describe('a policy', () => {
  const policy = {
    ...noPolicy,
    defaults: { theme: 'dark' as const, undoSeconds: 10 },
    locked: { apiEnabled: false, updateChannel: 'stable' as const },
  };

  it('gives defaults that users may leave', () => {
    const { settings } = make({ value: { version: 1, undoSeconds: 3 } }, { policy });
    expect(settings.get()).toMatchObject({ theme: 'dark', undoSeconds: 3 });
    settings.reset(['undoSeconds']);
    expect(settings.get().undoSeconds).toBe(10);
  });

  it('locks what users have chosen before, and what they choose now', async () => {
    const { settings, written } = make({ value: { version: 1, apiEnabled: true } }, { policy });
    expect(settings.get().apiEnabled).toBe(false);
    expect(settings.getStanding().locked).toEqual(['apiEnabled', 'updateChannel']);
    const set = handlersOf(settings)['settings.set'];
    expect(await set({ density: 'compact', apiEnabled: true })).toMatchObject({
      failure: { message: 'settings.locked', field: 'apiEnabled' },
    });
    expect(written).toEqual([]);
    // What it says already is no change.
    expect(await set({ apiEnabled: false })).toMatchObject({ ok: true });
  });
});

describe('settings that are carried to another computer', () => {
  it('leave numbers and folders behind, and keep those that are there', () => {
    const from = make({
      value: { version: 1, theme: 'dark', backupFolder: '/there', smsFrom: '+12125550100' },
    });
    const carried = from.settings.toCarried();
    expect(carried).toEqual({ version: 1, theme: 'dark' });
    const numbers = { [archiveFile]: { smsFrom: '+12125550101' } };
    const before = { version: 1, density: 'compact', backupFolder: '/here', numbers };
    const to = make({ value: before });
    const taken = to.settings.takeCarried(carried);
    expect(to.written.at(-1)).toEqual({
      version: 1,
      theme: 'dark',
      backupFolder: '/here',
      numbers,
    });
    if (taken.ok) taken.value.undo();
    expect(to.written.at(-1)).toEqual(before);
  });

  it('of an older Sidetone become what was chosen there', () => {
    const { settings, written } = make({ value: {} });
    settings.takeCarried({ theme: 'dark', density: 'comfortable', smsFrom: '+12125550100' });
    expect(written).toEqual([{ version: 1, theme: 'dark' }]);
  });
});
