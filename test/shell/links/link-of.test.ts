import { describe, expect, it } from 'vitest';
import { linkOf, longestLink, readHandedOver } from '../../../main/shell/links/link-of.ts';

const link = 'tel:+1-555-010-0142;ext=9';

describe('the link of a command line', () => {
  it('stands right after the two dashes', () => {
    expect(linkOf(['/opt/sidetone', '--', link], 'linux')).toBe(link);
    expect(linkOf(['electron', '.', '--user-data-dir=/tmp/x', '--', link], 'linux')).toBe(link);
    expect(linkOf(['/opt/sidetone', '--', 'SMSTO:+15550100142?body=hi'], 'linux')).toBe(
      'SMSTO:+15550100142?body=hi',
    );
    expect(linkOf(['/opt/sidetone', '--', 'CallTo:5550100'], 'linux')).toBe('CallTo:5550100');
  });

  it('is one, whatever follows it', () => {
    const argv = ['/opt/sidetone', '--', link, 'tel:911', '--gpu-launcher=sh', '--', 'tel:112'];
    expect(linkOf(argv, 'linux')).toBe(link);
  });

  it.each([
    ['no argument', ['/opt/sidetone']],
    ['a link that is not after the dashes', ['/opt/sidetone', link]],
    ['a link before the dashes', ['/opt/sidetone', link, '--']],
    ['nothing after the dashes', ['/opt/sidetone', '--']],
    ['another scheme', ['/opt/sidetone', '--', 'https://example.com/tel:+15550100142']],
    ['a scheme that only begins like ours', ['/opt/sidetone', '--', 'telnet:example.com']],
    ['a switch', ['/opt/sidetone', '--', '--gpu-launcher=tel:5550100']],
    ['a file', ['/opt/sidetone', '--', '/etc/passwd']],
    ['a link that is not the first', ['/opt/sidetone', '--', 'call', link]],
    ['a line break before the scheme', ['/opt/sidetone', '--', `\n${link}`]],
    ['nothing at all', ['/opt/sidetone', '--', '']],
  ])('is none for %s', (_what, argv) => {
    expect(linkOf(argv, 'linux')).toBeUndefined();
  });

  it('needs the marker of our own installer on Windows', () => {
    const program = 'C:\\Program Files\\Sidetone\\Sidetone.exe';
    expect(linkOf([program, '--open-link', '--', link], 'win32')).toBe(link);
    expect(linkOf([program, '--', link], 'win32')).toBeUndefined();
    expect(linkOf([program, '--open-link', link], 'win32')).toBeUndefined();
    expect(linkOf([program, '--open-link', '--flag', '--', link], 'win32')).toBeUndefined();
  });

  it('is not made more of by what a quote in it lets through', () => {
    // What Windows makes of `tel:1" --gpu-launcher="calc` between the quotes of the command.
    const argv = ['Sidetone.exe', '--open-link', '--', 'tel:1', '--gpu-launcher=calc'];
    expect(linkOf(argv, 'win32')).toBe('tel:1');
  });

  it('hands on what is odd in it as it is, for the reader of links to judge', () => {
    for (const odd of [
      'tel:$(reboot)',
      'tel:`id`;rm -rf ~',
      'tel:1\n2',
      'tel:%00%u',
      'tel:"\'\\',
    ]) {
      expect(linkOf(['/opt/sidetone', '--', odd], 'linux')).toBe(odd);
    }
  });

  it('is cut off where it is seen to be too long', () => {
    const huge = `tel:${'5'.repeat(5_000_000)}`;
    expect(linkOf(['/opt/sidetone', '--', huge], 'linux')).toHaveLength(longestLink + 1);
    const longest = `tel:${'5'.repeat(longestLink - 4)}`;
    expect(linkOf(['/opt/sidetone', '--', longest], 'linux')).toBe(longest);
  });
});

describe('what another start hands over', () => {
  it('is its link', () => {
    expect(readHandedOver({ link })).toBe(link);
  });

  it.each([
    null,
    undefined,
    'tel:5550100',
    42,
    [],
    [link],
    {},
    { link: undefined },
    { link: 5_550_100 },
    { link: [link] },
    { link: { toString: () => link } },
    { link: 'file:///etc/passwd' },
    { link: '--gpu-launcher=sh' },
    Object.create({ link }) as unknown,
  ])('is nothing else: %j', (data) => {
    expect(readHandedOver(data)).toBeUndefined();
  });

  it('is cut off where it is seen to be too long', () => {
    expect(readHandedOver({ link: `tel:${'5'.repeat(100_000)}` })).toHaveLength(longestLink + 1);
  });
});
