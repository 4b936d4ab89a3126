import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../main/shell/log.ts';
import { redactFields, redactText } from '../../main/shell/redact.ts';

const jwt = `eyJhbGciOiJSUzI1NiJ9.${'a1B2'.repeat(20)}.${'x_-9'.repeat(20)}`;

describe('redactText', () => {
  it.each([
    ['dialled +14155550142', 'dialled …42'],
    ['from (415) 555-0142 to 415.555.0113', 'from …42 to …13'],
    ['{"to":"+442079460018"}', '{"to":"…18"}'],
    ['number=14155550142', 'number=…42'],
  ])('keeps two digits of a number: %s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it.each([
    `signed in with ${jwt}`,
    'Authorization: Bearer U0pDMDFQMDFQQVMwMnxBQUNf',
    'Authorization: Basic c2lkZXRvbmU6c2VjcmV0',
    'POST /restapi/oauth/token?refresh_token=abc123&client_id=x',
    'grant with assertion=abc.def.ghi',
    `opaque ${'aB3'.repeat(20)}`,
  ])('takes tokens out: %s', (text) => {
    const redacted = redactText(text);
    expect(redacted).toContain('[redacted]');
    expect(redacted).not.toMatch(/U0pD|c2lk|abc123|abc\.def|aB3aB3|a1B2/);
  });

  it.each([
    'at 2026-11-22T15:04:05.123Z',
    'incident 3f2b8c1a-9d4e-4f6a-8b7c-1234567890ab',
    'listening on 127.0.0.1:43123',
    'at open (/opt/sidetone/out/main/index.js:1234:56)',
    'CMN-211 after 30000 ms, 600 rows',
    'Electron 45.4.1',
  ])('leaves what is neither: %s', (text) => expect(redactText(text)).toBe(text));
});

describe('redactFields', () => {
  it('drops the value of what is secret by name', () => {
    expect(
      redactFields({ accessToken: 'short', jwt: 'x', body: 'Hi Ann', text: 'Hi', status: 200 }),
    ).toEqual({
      accessToken: '[redacted]',
      jwt: '[redacted]',
      body: '[redacted]',
      text: '[redacted]',
      status: 200,
    });
  });

  it('keeps incident ids, which are digits by chance', () => {
    expect(redactFields({ incidentId: '12345678', to: '4155550142' })).toEqual({
      incidentId: '12345678',
      to: '…42',
    });
  });
});

describe('the log', () => {
  let folder = '';
  let umask = 0;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'sidetone-log-')), 'logs');
    umask = process.umask(0o077);
  });
  afterEach(() => {
    process.umask(umask);
    rmSync(join(folder, '..'), { recursive: true });
  });

  it('writes lines without secrets or numbers, for its owner’s eyes only', () => {
    const log = createLog({ folder, toConsole: false });
    log.info('started', { version: '0.1.0', nothing: undefined });
    log.warn('refused +14155550142', { refreshToken: 'abc', to: '(415) 555-0142' });
    const cause = new Error(`the server said ${jwt}`);
    log.error('a call broke', new Error('to +14155550142 failed', { cause }), {
      incidentId: '12345678',
    });

    const file = join(folder, 'sidetone.log');
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^\S+ info started version="0\.1\.0"$/m);
    expect(text).toMatch(/ warn refused …42 refreshToken="\[redacted\]" to="…42"/);
    expect(text).toMatch(/ error a call broke incidentId="12345678"\nError: to …42 failed/);
    expect(text).toContain('caused by Error: the server said [redacted]');
    expect(text).not.toMatch(/5550142|555-0142|eyJ|abc/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});
