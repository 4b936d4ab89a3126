import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpener } from '../../main/shell/opener.ts';
import type { LinkStanding } from '../../shared/model/links.ts';
import { createFakeLog } from './support/fakes.ts';

const fake = vi.hoisted(() => ({
  opened: [] as string[],
  fails: false,
}));

vi.mock('electron', () => ({
  shell: {
    async openExternal(address: string) {
      if (fake.fails) throw new Error('Failed to open URL');
      fake.opened.push(address);
    },
  },
}));

const openerWhere = (standing: LinkStanding, log = createFakeLog()) =>
  createOpener(log, () => Promise.resolve(standing));

beforeEach(() => {
  Object.assign(fake, { opened: [], fails: false });
});

describe('the opener', () => {
  it('opens a page in the browser', async () => {
    expect(await openerWhere('other').openPage('https://example.com')).toBe(true);
    expect(fake.opened).toEqual(['https://example.com/']);
  });

  it('opens an address of a text that is not encrypted, and no program on this computer', async () => {
    expect(await openerWhere('other').openLink('http://example.com/a')).toBe(true);
    expect(await openerWhere('other').openLink('http://localhost:631/')).toBe(false);
    expect(fake.opened).toEqual(['http://example.com/a']);
  });

  it('answers false for what must not be opened, and says nothing of it but that', async () => {
    const log = createFakeLog();
    expect(await openerWhere('other', log).openPage('http://example.com/?code=secret')).toBe(false);
    expect(fake.opened).toEqual([]);
    expect(JSON.stringify(log.lines)).not.toContain('example');
  });

  it('answers false when the system has no browser', async () => {
    const log = createFakeLog();
    fake.fails = true;
    expect(await openerWhere('other', log).openPage('https://example.com')).toBe(false);
    expect(log.lines.at(-1)?.level).toBe('error');
  });

  it('hands a number to another program', async () => {
    expect(await openerWhere('other').openTel('+14155550142')).toBe(true);
    expect(fake.opened).toEqual(['tel:+14155550142']);
  });

  it.each(['sidetone', 'none', 'unknown'] as const)(
    'never hands a number back to ourselves: the links go to %s',
    async (standing) => {
      expect(await openerWhere(standing).openTel('+14155550142')).toBe(false);
      expect(fake.opened).toEqual([]);
    },
  );

  it('asks anew who opens such links each time, since the user can change it anywhere', async () => {
    let standing: LinkStanding = 'other';
    const opener = createOpener(createFakeLog(), () => Promise.resolve(standing));
    expect(await opener.openTel('+14155550142')).toBe(true);
    standing = 'sidetone';
    expect(await opener.openTel('+14155550142')).toBe(false);
    expect(fake.opened).toHaveLength(1);
  });

  it('opens a page of the system’s settings by its name alone', async () => {
    expect(await openerWhere('none').openSettings('defaultApps')).toBe(true);
    expect(fake.opened).toEqual(['ms-settings:defaultapps?registeredAppUser=Sidetone']);
  });
});
