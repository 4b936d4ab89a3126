import { describe, expect, it } from 'vitest';
import { linksConfig } from '../../build/links.config.ts';
import {
  linkMarker,
  linkOf,
  longestLink,
  readHandedOver,
  toLink,
} from '../../main/shell/links/link-of.ts';
import type { CountryCode } from '../../shared/model/ids.ts';
import { parseLink } from '../../shared/phone/link.ts';
import { floodLinks } from '../fuzz/links.ts';
import { read } from '../rules/source.ts';
import { filesWith } from './support/product.ts';

const country = 'US' as CountryCode;
const link = 'tel:+12125550142';

// Cards, confirmation and silence are in test/core/cards and test/e2e/links.e2e.ts.
describe('security 12: a link proposes, and a person confirms', () => {
  it('one link comes in by a start, of our schemes, in its place', () => {
    expect(linkOf(['sidetone', '--', link, 'tel:+12125550143'], 'linux')).toBe(link);
    expect(linkOf(['sidetone', link], 'linux')).toBeUndefined();
    expect(linkOf(['sidetone', '--', '--inspect', link], 'linux')).toBeUndefined();
    for (const other of [
      'https://example.com',
      'sidetone://call',
      'file:///etc/passwd',
      'javascript:1',
    ])
      expect(linkOf(['sidetone', '--', other], 'linux')).toBeUndefined();
  });

  it('on Windows behind the marker that the installer wrote', () => {
    expect(linkOf(['sidetone', '--', link], 'win32')).toBeUndefined();
    expect(linkOf(['sidetone', linkMarker, '--', link], 'win32')).toBe(link);
    expect(read('build/windows/links.nsh')).toContain(`${linkMarker} --`);
    expect(linksConfig.linux.executableArgs).toEqual(['--', '%u']);
  });

  it('no longer than a link can be, whoever hands it over', () => {
    const long = `tel:${'1'.repeat(100_000)}`;
    expect(toLink(long)).toHaveLength(longestLink + 1);
    expect(readHandedOver({ link: long })).toHaveLength(longestLink + 1);
    expect(parseLink(long, country)).toMatchObject({ ok: false });
    expect(readHandedOver({ link: { toString: () => link } })).toBeUndefined();
  });

  it('decoded once, into what it is or a reason why it is nothing', () => {
    expect(parseLink('tel:%2B12125550142', country)).toMatchObject({
      ok: true,
      value: { kind: 'dial', target: { number: '+12125550142' } },
    });
    for (const twice of ['tel:%252B12125550142', 'tel:callto%3A%252B1212', 'sms:%252B12125550142'])
      expect(parseLink(twice, country), twice).toMatchObject({ ok: false });
  });

  it('a page that fires thousands is let in a few times', async () => {
    expect(await floodLinks(5_000)).toBeLessThanOrEqual(8);
  });

  it('and none gets into a command: programs are started with lists of words', () => {
    expect(
      filesWith(/\{[^}]*\bexec(?:Sync)?\b[^}]*\} from 'node:child_process'|shell:\s*true/, [
        'main',
      ]),
    ).toEqual([]);
  });
});
