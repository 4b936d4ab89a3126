import { describe, expect, it } from 'vitest';
import type { SettingsStore } from '../../../main/core/ports.ts';
import { createSettings } from '../../../main/core/settings/service.ts';
import { createSettingsHandlers } from '../../../main/core/settings/handlers.ts';
import { createMemoryLog } from '../support/memory-log.ts';

function make(store: Partial<SettingsStore> & { value?: unknown }) {
  const written: unknown[] = [];
  const told: string[] = [];
  const settings = createSettings({
    store: {
      read: store.read ?? (() => ({ value: store.value })),
      write: store.write ?? ((value) => void written.push(value)),
    },
    log: createMemoryLog(),
    events: { changed: (...topics) => void told.push(...topics.map(({ area }) => area)) },
  });
  return { settings, written, told };
}

const defaults = {
  theme: 'system',
  density: 'comfortable',
  callFrom: undefined,
  smsFrom: undefined,
  signInPort: 17_845,
  outcomes: ['Reached', 'Left voicemail', 'No answer', 'Wrong number', 'Call back'],
  backupFolder: undefined,
  backupDays: 3,
  backupWeeks: 4,
  keepMonths: undefined,
  keepMediaMonths: undefined,
  mediaCacheMb: 1_024,
  callAtOnce: false,
  showIncoming: true,
  crmAddress: undefined,
  textBack: [
    'In a meeting, I will call you at …',
    'I cannot talk right now. What is it about?',
    'I will call you back in ten minutes.',
  ],
  shortcut: undefined,
  undoSeconds: 5,
  textPrices: undefined,
  stopWords: [],
  firstTextSentence: undefined,
  askQuietTexts: true,
  spellCheck: true,
  ownWords: [],
  ownFields: [],
  notifyTexts: true,
  notifyMissedCalls: true,
  notifyVoicemails: true,
  hideTextInNotifications: false,
  notificationSound: true,
  repeatMinutes: undefined,
  quickTextShortcut: undefined,
  language: 'system',
  closeToTray: true,
  openAtLogin: false,
  apiEnabled: false,
  apiPort: 17_846,
  apiOrigins: [],
  checkForUpdates: true,
  updateChannel: 'stable',
  askedForLinks: false,
};

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

  it('are written as a whole when one is changed, and told about', () => {
    const { settings, written, told } = make({ value: { theme: 'dark' } });
    expect(settings.set({ density: 'compact' })).toMatchObject({
      ok: true,
      value: { theme: 'dark', density: 'compact' },
    });
    expect(written).toEqual([{ ...defaults, theme: 'dark', density: 'compact' }]);
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
    const handlers = createSettingsHandlers(settings);
    expect(handlers['settings.set']({ theme: undefined, density: 'compact' })).toMatchObject({
      value: { theme: 'dark', density: 'compact' },
    });
  });

  it('keep an address of the CRM that leads to a person, and let it be taken back', async () => {
    const { settings, written } = make({});
    const handlers = createSettingsHandlers(settings);
    const set = handlers['settings.set'];
    expect(await set({ crmAddress: 'http://crm.example.com/{number}' })).toMatchObject({
      failure: { message: 'crm.address-invalid', field: 'crmAddress' },
    });
    expect(written).toEqual([]);
    const crmAddress = 'https://crm.example.com/{number}';
    expect(await set({ crmAddress })).toMatchObject({ value: { crmAddress } });
    expect(await set({ crmAddress: null })).toMatchObject({ value: { crmAddress: undefined } });
  });
});
