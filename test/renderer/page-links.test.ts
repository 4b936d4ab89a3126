import { describe, expect, test } from 'vitest';
import { findLinks } from '../../renderer/app/page-links/find.ts';
import { outlookOf, warningsOf } from '../../renderer/app/page-links/outlook.ts';
import { piecesOf } from '../../renderer/app/phone/pieces.ts';
import { home } from './make.ts';

const found = (text: string) =>
  findLinks(text).map(({ start, end, url }) => [text.slice(start, end), url]);

describe('addresses in a text', () => {
  test.each<[string, string, string?]>([
    ['See https://example.com/a_(b)?x=1.', 'https://example.com/a_(b)?x=1'],
    ['(https://example.com)', 'https://example.com'],
    ['“http://example.com/x”, he said', 'http://example.com/x'],
    ['go to example.com, now', 'example.com', 'https://example.com'],
    ['www.example.us!', 'www.example.us', 'https://www.example.us'],
    ['example.is/offer', 'example.is/offer', 'https://example.is/offer'],
    ['HTTPS://EXAMPLE.COM', 'HTTPS://EXAMPLE.COM'],
    ['https://bank.example@evil.example/a', 'https://bank.example@evil.example/a'],
    ['https://аррӏе.com', 'https://аррӏе.com'],
  ])('%j', (text, written, url = written) => expect(found(text)).toEqual([[written, url]]));

  test.each([
    'ada@example.com',
    'mailto:ada@example.com',
    'javascript:alert(1)',
    'javascript://example.com',
    'ftp://example.com',
    '//example.com',
    'file:///etc/passwd',
    'sidetone://example.com',
    'Done.my wife and I are ok.so let us see at 3.pm',
    'e.g. this.and that, v1.2.3, 6.125, main.py',
    'https://exa\u202emple.com/gpj.exe',
    'https://exam\u200bple.com\u200b/',
    'https://',
    'https://?',
    'nothing at all',
    '',
  ])('%j has none', (text) => expect(found(text)).toEqual([]));

  test('are looked for in a text of a megabyte, and not all of 5,000 become buttons', () => {
    const began = performance.now();
    expect(findLinks('word. '.repeat(180_000))).toEqual([]);
    expect(findLinks('https://example.com/ '.repeat(5_000))).toHaveLength(300);
    expect(findLinks('a.'.repeat(500_000))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe('where an address leads', () => {
  const of = (url: string) => {
    const outlook = outlookOf(url);
    return outlook && [outlook.host, outlook.url, ...warningsOf(outlook)];
  };

  test.each([
    ['https://example.com/a', 'example.com', 'https://example.com/a'],
    ['https://EXAMPLE.com:8443', 'example.com:8443', 'https://example.com:8443/'],
    ['http://example.com/', 'example.com', 'http://example.com/', 'plainHttp'],
    ['https://bank.example@evil.example/', 'evil.example', 'https://evil.example/', 'userPart'],
    ['https://bank.example%2f@evil.example/', 'evil.example', 'https://evil.example/', 'userPart'],
    ['https://bank.example\\@evil.example/', 'bank.example', 'https://bank.example/@evil.example/'],
    ['https://ex%61mple.com/', 'example.com', 'https://example.com/'],
    ['https://аррӏе.com/', 'xn--80ak6aa92e.com', 'https://xn--80ak6aa92e.com/', 'lookAlike'],
    ['https://example。com/', 'example.com', 'https://example.com/'],
    ['https://0x7f.1/', '127.0.0.1', 'https://127.0.0.1/', 'ipHost'],
    ['https://[::1]/', '[::1]', 'https://[::1]/', 'ipHost'],
  ])('%j', (url, ...told) => expect(of(url)).toEqual(told));

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://a\u202eb.example', 'x'])(
    '%j leads nowhere',
    (url) => expect(of(url)).toBeUndefined(),
  );
});

describe('a text in pieces', () => {
  const drawn = (text: string) =>
    piecesOf(text, home).map(({ text: words, number, url }) => [words, number ?? url]);

  test('has numbers and addresses, each once', () => {
    expect(drawn('Call 415 555 0142 or see example.com/4155550143, ok')).toEqual([
      ['Call ', undefined],
      ['415 555 0142', '+14155550142'],
      [' or see ', undefined],
      ['example.com/4155550143', 'https://example.com/4155550143'],
      [', ok', undefined],
    ]);
  });

  test('leads nowhere with what may be half of an address', () => {
    expect(drawn('see https://example.com/a…')).toEqual([
      ['see https://example.com/a…', undefined],
    ]);
  });

  test.each([
    '<b>bold</b><script>alert(1)</script><img src=x onerror=alert(1)>',
    '\u202e&lt;a href="https://example.com"&gt;',
    '👩‍👩‍👧'.repeat(10_000),
    '\u200b\u0000\u0007',
    '',
  ])('is whole, whatever is in it', (text) => {
    expect(
      piecesOf(text, home)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  test('with thousands of numbers is drawn', () => {
    const text = '415 555 0142\n'.repeat(2_000);
    expect(piecesOf(text, home).filter(({ number }) => number !== undefined)).toHaveLength(300);
  });
});
