import { expect, it } from 'vitest';
import { withoutEntry } from '../../../main/shell/links/linux/mime-apps.ts';

const tel = 'x-scheme-handler/tel';

it('takes the entry out of the types it is asked about, and leaves every other line alone', () => {
  const list = [
    '# mine',
    '[Default Applications]',
    'text/html=firefox.desktop',
    `${tel}=sidetone-links.desktop`,
    'x-scheme-handler/sms=sidetone-links.desktop;softphone.desktop;',
    'x-scheme-handler/callto=sidetone-links.desktop',
    '',
    '[Added Associations]',
    `${tel}=softphone.desktop;sidetone-links.desktop;`,
    '',
    '[Removed Associations]',
    `${tel}=sidetone-links.desktop;`,
    '',
  ].join('\n');
  expect(withoutEntry(list, 'sidetone-links.desktop', [tel, 'x-scheme-handler/sms'])).toBe(
    [
      '# mine',
      '[Default Applications]',
      'text/html=firefox.desktop',
      'x-scheme-handler/sms=softphone.desktop;',
      'x-scheme-handler/callto=sidetone-links.desktop',
      '',
      '[Added Associations]',
      `${tel}=softphone.desktop;`,
      '',
      '[Removed Associations]',
      `${tel}=sidetone-links.desktop;`,
      '',
    ].join('\n'),
  );
});

it('changes nothing where the entry does not stand', () => {
  const list = `[Default Applications]\n${tel}=softphone.desktop\nnot a line\n=\n`;
  expect(withoutEntry(list, 'sidetone-links.desktop', [tel])).toBe(list);
  expect(withoutEntry('', 'sidetone-links.desktop', [tel])).toBe('');
});
