import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSettingsFiles } from '../../../main/core/settings/files.ts';
import { noPolicy } from '../../../main/core/settings/policy.ts';
import { createSettings } from '../../../main/core/settings/service.ts';
import { createFakeFileDialogs, type FakeFileDialogs } from '../support/file-dialogs.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';

let folder: string;
let dialogs: FakeFileDialogs;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  dialogs = createFakeFileDialogs();
});

function make(value: unknown, locked = {}) {
  const log = createMemoryLog();
  const settings = createSettings({
    store: { read: () => ({ value }), write: () => undefined },
    policy: { ...noPolicy, locked },
    archiveFile: 'archive.db',
    log,
    events: { changed: () => undefined },
  });
  const random = createCountingRandom();
  const clock = new ManualClock();
  const files = createSettingsFiles({ settings, clock, random, log, fileDialogs: dialogs });
  return { settings, files };
}

/** Chooses a file with this in it. */
function offer(content: unknown): void {
  dialogs.open = join(folder, 'from.json');
  writeFileSync(dialogs.open, typeof content === 'string' ? content : JSON.stringify(content));
}

const fileOf = (settings: object, version = 1) => ({
  kind: 'sidetone-settings',
  version,
  settings,
});

describe('settings as a file', () => {
  it('come back as they were, on another computer', async () => {
    const from = make({ theme: 'dark', ownWords: ['escrow'], smsFrom: '+12125550100' });
    dialogs.save = join(folder, 'settings.json');
    expect(await from.files.write()).toEqual({ ok: true, value: { fileName: 'settings.json' } });
    expect(statSync(dialogs.save).mode & 0o777).toBe(0o600);

    dialogs.open = dialogs.save;
    const to = make({ theme: 'light' });
    const read = await to.files.read();
    if (!read.ok || read.value === undefined) throw new Error('no draft');
    expect(read.value).toMatchObject({ fileName: 'settings.json', skipped: [], isNewer: false });
    expect(read.value.changes).toEqual([
      { name: 'theme', before: 'light', after: 'dark' },
      { name: 'ownWords', before: [], after: ['escrow'] },
    ]);
    expect(to.settings.get().theme).toBe('light');
    await to.files.apply(read.value.id);
    expect(to.settings.get()).toMatchObject({ theme: 'dark', ownWords: ['escrow'] });
  });

  it('hold no number of the account, no folder and no secret', async () => {
    const { files } = make({
      smsFrom: '+12125550100',
      callFrom: 'phone-1',
      backupFolder: '/home/someone/backups',
      token: 'a-token-of-a-newer-version',
    });
    dialogs.save = join(folder, 'settings.json');
    await files.write();
    const text = readFileSync(dialogs.save, 'utf8');
    for (const kept of ['+12125550100', 'phone-1', 'someone', 'a-token']) {
      expect(text).not.toContain(kept);
    }
  });

  it('are taken over but for fields that are wrong, unknown, locked or somebody’s own', async () => {
    const { files, settings } = make({}, { updateChannel: 'stable' });
    offer(
      fileOf({
        theme: 'pink',
        density: 'compact',
        ringTone: 'marimba',
        updateChannel: 'beta',
        callFrom: 'phone-1',
        crmAddress: 'http://not-safe.example.com/',
        undoSeconds: 5,
      }),
    );
    const read = await files.read();
    if (!read.ok || read.value === undefined) throw new Error('no draft');
    expect(read.value.skipped).toEqual([
      { name: 'theme', because: 'invalid' },
      { name: 'ringTone', because: 'unknown' },
      { name: 'updateChannel', because: 'locked' },
      { name: 'callFrom', because: 'personal' },
      { name: 'crmAddress', because: 'invalid' },
    ]);
    expect(read.value).toMatchObject({ same: 1, changes: [{ name: 'density' }] });
    await files.apply(read.value.id);
    expect(settings.get()).toMatchObject({ density: 'compact', theme: 'system' });
    expect(await files.apply(read.value.id)).toMatchObject({
      failure: { message: 'settings.file-gone' },
    });
  });

  it('of a newer Sidetone say so, and give what is known', async () => {
    const { files } = make({});
    offer(fileOf({ density: 'compact' }, 9));
    expect(await files.read()).toMatchObject({
      value: { isNewer: true, changes: [{ name: 'density', after: 'compact' }] },
    });
  });

  it.each([
    ['not json'],
    ['{}'],
    [[]],
    [{ kind: 'sidetone-settings', version: 1 }],
    [{ kind: 'sidetone-settings', version: 'x', settings: {} }],
    [{ kind: 'other', version: 1, settings: {} }],
    [`{"kind":"sidetone-settings","version":1,"settings":{"a":"${'x'.repeat(1_100_000)}"}}`],
  ])('are not what %.40j is', async (content) => {
    const { files } = make({});
    offer(content);
    expect(await files.read()).toMatchObject({ failure: { message: 'settings.file-unreadable' } });
  });

  it('change nothing where the user thinks better of it, or the disk refuses', async () => {
    const { files } = make({});
    expect(await files.write()).toEqual({ ok: true, value: undefined });
    expect(await files.read()).toEqual({ ok: true, value: undefined });
    dialogs.save = join(folder, 'gone', 'settings.json');
    expect(await files.write()).toMatchObject({
      failure: { message: 'settings.file-not-written' },
    });
  });
});
