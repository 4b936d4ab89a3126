import { describe, expect, it } from 'vitest';
import { baseName, cleanFileName, splitFileName } from '../../main/core/media/file-name.ts';
import { findLinks } from '../../renderer/app/page-links/find.ts';
import { plainLine } from '../../shared/plain-line.ts';
import { filesWith } from './support/product.ts';

describe('security 20: what others write is text', () => {
  it('and never becomes markup or code', () => {
    expect(
      filesWith(
        /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/,
        ['renderer', 'shared', 'main', 'preload'],
      ),
    ).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'smb://server/share',
    'ms-settings:x',
    'https://exam\u202eple.com',
  ])('%j is no link', (text) => {
    expect(findLinks(`see ${text} now`).filter(({ url }) => !url.startsWith('https://'))).toEqual(
      [],
    );
    expect(findLinks(text).map(({ url }) => url)).not.toContain(text);
  });

  it('a name cannot turn round what stands beside it', () => {
    expect(plainLine('Ada\u202e\u2066 gnp.exe\u0007\n911')).toBe('Ada gnp.exe 911');
  });

  it.each([
    '../../.bashrc',
    '..\\..\\start.bat',
    '/etc/cron.d/x',
    'photo\u202egpj.exe',
    'CON.txt',
    'a\u0000.png',
    '.. .',
  ])('a file called %j is saved under a name that leads nowhere', (name) => {
    const { stem, extension = 'bin' } = splitFileName(baseName(name));
    const safe = cleanFileName(stem, extension);
    // oxlint-disable-next-line no-control-regex
    expect(safe).not.toMatch(/[/\\\u0000-\u001f\u202e]|^\.|^con\./i);
  });

  it('and nothing that came with a text is opened by its path', () => {
    expect(filesWith(/openPath\(|showItemInFolder\(/)).toEqual([]);
  });
});
