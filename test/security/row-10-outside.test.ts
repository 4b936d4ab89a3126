import { beforeEach, describe, expect, it, vi } from 'vitest';
import { systemSettings } from '../../main/shell/external.ts';
import { createOpener } from '../../main/shell/opener.ts';
import type { LinkStanding } from '../../shared/model/links.ts';
import { read } from '../rules/source.ts';
import { asked } from './support/electron.ts';
import { keepLog } from './support/log.ts';
import { filesWith } from './support/product.ts';

vi.mock('electron', () => import('./support/electron.ts'));

const opener = (standing: LinkStanding = 'other') =>
  createOpener(keepLog(), () => Promise.resolve(standing));

beforeEach(() => {
  asked.opened.length = 0;
});

// Every address that was thought of is in test/shell/external.test.ts.
describe('security 10: an address leaves for another program through one door', () => {
  it('and there is no other', () => {
    expect(filesWith(/openExternal\(/)).toEqual(['main/shell/opener.ts']);
    expect(filesWith(/shell\.(?:openPath|showItemInFolder)\(|window\.open\(/)).toEqual([]);
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id',
    'sidetone://x',
    'http://example.com/',
    'http://127.0.0.1/admin',
    'https://user@example.com/',
  ])('%s is opened by nobody', async (address) => {
    expect(await opener().openPage(address)).toBe(false);
    expect(asked.opened).toEqual([]);
  });

  it('a text’s link leads to no program of this computer, and is asked about first', async () => {
    for (const address of ['http://localhost:631/', 'http://0x7f.1/', 'file:///etc/passwd'])
      expect(await opener().openLink(address)).toBe(false);
    expect(asked.opened).toEqual([]);
    // The one place of the window that opens one is the answer to a question.
    expect(filesWith(/call\('outside\.open-page'/, ['renderer'])).toEqual([
      'renderer/app/page-links/page-link-place.tsx',
    ]);
    expect(read('renderer/app/page-links/page-link-place.tsx')).toMatch(/<Confirm[\s\S]*onConfirm/);
  });

  it('a number goes to another program, never round to ourselves', async () => {
    expect(await opener('sidetone').openTel('+12125550142')).toBe(false);
    expect(await opener('unknown').openTel('+12125550142')).toBe(false);
    expect(asked.opened).toEqual([]);
    expect(await opener('other').openTel('+12125550142')).toBe(true);
    expect(asked.opened).toEqual(['tel:+12125550142']);
  });

  it('pages of the system’s settings are constants', () => {
    for (const address of Object.values(systemSettings))
      expect(address).toMatch(/^ms-settings:[\w?=]+$/);
  });
});
