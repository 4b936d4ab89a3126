import { describe, expect, it } from 'vitest';
import {
  helpPages,
  toOpenableLink,
  toOpenablePage,
  toOpenableTel,
} from '../../main/shell/external.ts';

describe('toOpenablePage', () => {
  it.each([
    ...Object.values(helpPages),
    'https://platform.ringcentral.com/restapi/oauth/authorize?client_id=a&state=b',
    'https://ringcentral.example:8443/restapi/oauth/authorize',
    'http://127.0.0.1:4711/restapi/oauth/authorize?client_id=a',
    'http://localhost/restapi/oauth/authorize',
    'http://[::1]:80/restapi/oauth/authorize',
  ])('lets %j pass', (page) => expect(toOpenablePage(page)).toBe(new URL(page).href));

  it.each([
    '',
    'not an address',
    'http://status.ringcentral.com/',
    'http://platform.ringcentral.com/restapi/oauth/authorize',
    'http://127.0.0.1.example/restapi/oauth/authorize',
    'http://127.0.0.2/restapi/oauth/authorize',
    'http://127.0.0.1/',
    'http://127.0.0.1:631/admin',
    'http://localhost/restapi/oauth/authorize/../../../shutdown',
    'http://0.0.0.0/restapi/oauth/authorize',
    'https://user@status.ringcentral.com/',
    'https://user:word@status.ringcentral.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-settings:',
    'mailto:someone@example.com',
    'tel:+14155550142',
  ])('refuses %j', (page) => expect(toOpenablePage(page)).toBeUndefined());
});

describe('toOpenableLink', () => {
  it.each(['https://example.com/a?b#c', 'http://example.com/', 'https://xn--80ak6aa92e.com/'])(
    'lets %j pass',
    (page) => expect(toOpenableLink(page)).toBe(page),
  );

  it.each([
    '',
    'example.com',
    'https://bank.example@evil.example/',
    'http://:word@example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com/',
    'smb://server/share',
    'ms-settings:',
    'sidetone://x',
    'http://localhost:631/admin',
    'http://LOCALHOST./',
    'http://router.localhost/',
    'http://127.8.8.8/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::]/',
  ])('refuses %j', (page) => expect(toOpenableLink(page)).toBeUndefined());
});

describe('toOpenableTel', () => {
  it.each(['+14155550142', '4155550142', '*67'])('lets %j pass', (number) =>
    expect(toOpenableTel(number)).toBe(`tel:${number}`),
  );

  it.each([
    '',
    '+1 415',
    '+14155550142;phone-context=evil.example',
    '+14155550142?x=1',
    '--help',
    '//+14155550142',
    '1'.repeat(33),
  ])('refuses %j', (number) => expect(toOpenableTel(number)).toBeUndefined());
});
