import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpener } from '../../main/shell/opener.ts';
import { createTelLinks, type SchemeOwners } from '../../main/shell/tel-links.ts';
import { createFakeLog } from './support/fakes.ts';

const fake = vi.hoisted(() => ({
  opened: [] as string[],
  fails: false,
  isOurs: false,
  handler: 'Softphone.desktop',
}));

vi.mock('electron', () => ({
  app: {
    isDefaultProtocolClient: () => fake.isOurs,
    getApplicationNameForProtocol: () => fake.handler,
  },
  shell: {
    async openExternal(address: string) {
      if (fake.fails) throw new Error('Failed to open URL');
      fake.opened.push(address);
    },
  },
}));

beforeEach(() => {
  Object.assign(fake, { opened: [], fails: false, isOurs: false, handler: 'Softphone.desktop' });
});

describe('the opener', () => {
  it('opens a page in the browser', async () => {
    expect(await createOpener(createFakeLog()).openPage('https://example.com')).toBe(true);
    expect(fake.opened).toEqual(['https://example.com/']);
  });

  it('answers false for what must not be opened, and says nothing of it but that', async () => {
    const log = createFakeLog();
    expect(await createOpener(log).openPage('http://example.com/?code=secret')).toBe(false);
    expect(fake.opened).toEqual([]);
    expect(JSON.stringify(log.lines)).not.toContain('example');
  });

  it('answers false when the system has no browser', async () => {
    const log = createFakeLog();
    fake.fails = true;
    expect(await createOpener(log).openPage('https://example.com')).toBe(false);
    expect(log.lines.at(-1)?.level).toBe('error');
  });

  it('hands a number to another program, never back to ourselves', async () => {
    const opener = createOpener(createFakeLog());
    expect(await opener.openTel('+14155550142')).toBe(true);
    fake.isOurs = true;
    expect(await opener.openTel('+14155550142')).toBe(false);
    Object.assign(fake, { isOurs: false, handler: '' });
    expect(await opener.openTel('+14155550142')).toBe(false);
    expect(fake.opened).toEqual(['tel:+14155550142']);
  });
});

describe('where tel links go', () => {
  const owners = (isOurs: boolean, handler: string): SchemeOwners => ({
    isDefaultProtocolClient: (scheme) => scheme === 'tel' && isOurs,
    getApplicationNameForProtocol: (url) => (url === 'tel:' ? handler : ''),
  });

  it('is to Sidetone, to another program, or nobody knows', () => {
    expect(createTelLinks(owners(true, 'Sidetone')).standing()).toBe('sidetone');
    expect(createTelLinks(owners(false, 'Softphone.desktop')).standing()).toBe('other');
    expect(createTelLinks(owners(false, '')).standing()).toBe('unknown');
  });

  it('is unknown when the system cannot be asked', () => {
    const broken = createTelLinks({
      ...owners(false, ''),
      getApplicationNameForProtocol: () => {
        throw new Error('no xdg-mime');
      },
    });
    expect(broken.standing()).toBe('unknown');
  });
});
