import { expect, test } from 'vitest';
import {
  aliasPolicy,
  fromAlias,
  fromAliasesIn,
  isAlias,
  originOf,
  toAlias,
} from '../chromium/url-alias.ts';

test.each([
  ['app://sidetone/index.html', 'https://sidetone.app.stand-in.invalid/index.html'],
  ['app://sidetone', 'https://sidetone.app.stand-in.invalid/'],
  ['app://sidetone?q=1#top', 'https://sidetone.app.stand-in.invalid/?q=1#top'],
  ['app://a.b:81/c', 'https://a.b.app.stand-in.invalid:81/c'],
])('%s is loaded as %s', (url, alias) => {
  expect(toAlias(url)).toBe(alias);
  expect(isAlias(alias)).toBe(true);
  expect(new URL(fromAlias(alias)).href.replace(/\/$/, '')).toBe(
    new URL(url).href.replace('sidetone?', 'sidetone/?').replace(/\/$/, ''),
  );
});

test.each([
  'https://www.example.invalid/',
  'https://example.com/https://x.app.stand-in.invalid/',
  'about:blank',
  'data:text/plain,app://x',
  'tel:+12025550123',
  'mailto:someone@example.com',
  'file:///tmp/a',
])('%s stays as it is', (url) => {
  expect(toAlias(url)).toBe(url);
  expect(fromAlias(url)).toBe(url);
});

test('addresses in a text are turned back', () => {
  const text =
    '{"url":"https://a.app.stand-in.invalid/x","other":"https://b.app.stand-in.invalid"}';
  expect(fromAliasesIn(text)).toBe('{"url":"app://a/x","other":"app://b"}');
});

test('origins are those Electron reports for standard schemes', () => {
  expect(originOf('app://sidetone/a/b?c')).toBe('app://sidetone');
  expect(originOf('file:///tmp/a')).toBe('file://');
  expect(originOf('about:blank')).toBe('null');
});

test('a policy that names the scheme means the same under its alias', () => {
  expect(aliasPolicy("default-src 'self' app:; img-src app://cdn data:", 'app')).toBe(
    "default-src 'self' https://*.app.stand-in.invalid; img-src https://cdn.app.stand-in.invalid/ data:",
  );
  expect(aliasPolicy("script-src 'self' myapp: app-x:", 'app')).toBe(
    "script-src 'self' myapp: app-x:",
  );
});
