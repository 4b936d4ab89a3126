import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personalNames, settingNames } from '../../../main/core/settings/defaults.ts';
import { noPolicy, parsePolicy } from '../../../main/core/settings/policy.ts';
import { toPolicyNotice } from '../../../main/core/settings/policy-notice.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';

const path = '/etc/sidetone/policy.json';
const read = (value: unknown) => parsePolicy({ state: 'read', path, value });
const now = 1_000 as EpochMs;

describe('a policy file', () => {
  it('presets and locks settings, field by field', () => {
    const policy = read({
      version: 1,
      defaults: { theme: 'dark', crmAddress: 'https://crm.example.com/{number}' },
      locked: { apiEnabled: false, updateChannel: 'stable', checkForUpdates: false },
    });
    expect(policy).toMatchObject({
      defaults: { theme: 'dark', crmAddress: 'https://crm.example.com/{number}' },
      locked: { apiEnabled: false, updateChannel: 'stable', checkForUpdates: false },
      leftOut: [],
    });
    expect(toPolicyNotice(policy, now)).toBeUndefined();
  });

  it('loses what makes no sense or is not its to say, names it, and keeps the rest', () => {
    const policy = read({
      version: 1,
      defaults: { theme: 'pink', density: 'compact', smsFrom: '+12125550100', nonsense: 1 },
      locked: { crmAddress: 'http://crm.example.com/', backupFolder: '/', askedForLinks: true },
      lock: {},
    });
    expect(policy.defaults).toEqual({ density: 'compact' });
    expect(policy.locked).toEqual({});
    expect(policy.leftOut).toEqual([
      'lock',
      'defaults.theme',
      'defaults.smsFrom',
      'defaults.nonsense',
      'locked.crmAddress',
      'locked.backupFolder',
      'locked.askedForLinks',
    ]);
    const notice = toPolicyNotice(policy, now);
    expect(notice).toMatchObject({ message: 'policy-partly', params: { file: path } });
    expect(notice?.params['fields']).toContain('defaults.theme');
    expect(notice?.id.length).toBeLessThanOrEqual(64);
  });

  it('can lock a setting to none', () => {
    expect(read({ version: 1, locked: { crmAddress: null } }).locked).toHaveProperty(
      'crmAddress',
      undefined,
    );
  });

  it.each([
    [[], 'not-json'],
    ['text', 'not-json'],
    [null, 'not-json'],
    [{ locked: { theme: 'dark' } }, 'other-version'],
    [{ version: 2, locked: { theme: 'dark' } }, 'other-version'],
  ])('of %j is left out whole, and the user told', (value, because) => {
    const policy = read(value);
    expect(policy).toMatchObject({ locked: {}, defaults: {}, ignored: { because } });
    expect(toPolicyNotice(policy, now)).toMatchObject({
      message: 'policy-ignored',
      params: { file: path, because },
    });
  });

  it('that is not there changes nothing', () => {
    expect(parsePolicy({ state: 'none' })).toEqual(noPolicy);
    expect(toPolicyNotice(noPolicy, now)).toBeUndefined();
  });

  it('names the servers to sign in at, and lets nobody in by a list that makes no sense', () => {
    const signIn = {
      serverUrls: ['https://platform.ringcentral.com/', 'https://rc.example.com:8443'],
    };
    expect(read({ version: 1, signIn }).serverUrls).toEqual([
      'https://platform.ringcentral.com',
      'https://rc.example.com:8443',
    ]);
    const wrong = read({ version: 1, signIn: { serverUrls: ['rc.example.com'] } });
    expect(wrong).toMatchObject({ serverUrls: [], leftOut: ['signIn.serverUrls'] });
    expect(read({ version: 1 }).serverUrls).toBeUndefined();
  });
});

describe('the page for administrators', () => {
  const page = readFileSync(new URL('../../../docs/administrators.md', import.meta.url), 'utf8');

  it('shows a file that is in force as it stands', () => {
    const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    const policy = read(example);
    expect(policy).toMatchObject({ leftOut: [], ignored: undefined });
    expect(Object.keys(policy.locked)).toContain('apiEnabled');
  });

  it('tells of every setting that can be set', () => {
    const [, table = ''] = page.split('## The settings');
    const missing = settingNames.filter(
      (name) => !personalNames.includes(name) && !table.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });
});
