import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOwnAddress } from '../../main/shell/app-url.ts';
import { answerFrom, contentSecurityPolicy, resolveAsset } from '../../main/shell/assets.ts';

describe('isOwnAddress', () => {
  it.each(['app://sidetone/', 'app://sidetone/index.html', 'app://sidetone/a?b#c'])(
    'knows %s',
    (address) => expect(isOwnAddress(address)).toBe(true),
  );

  it.each([
    '',
    'app://',
    'app://sidetone.example/',
    'app://other/index.html',
    'app://sidetone@evil.example/',
    'app://user@sidetone/',
    'app://sidetone:80/',
    'app:sidetone/index.html',
    'https://sidetone/index.html',
    'file:///index.html',
    'data:text/html,app://sidetone/',
    'about:blank',
    'xapp://sidetone/',
  ])('refuses %j', (address) => expect(isOwnAddress(address)).toBe(false));
});

describe('resolveAsset', () => {
  const folder = '/opt/sidetone/out/renderer';
  const get = (address: string) => resolveAsset('GET', address, folder);

  it('finds files by their address, with the type of their kind', () => {
    expect(get('app://sidetone/')).toEqual({
      path: join(folder, 'index.html'),
      type: 'text/html; charset=utf-8',
    });
    expect(get('app://sidetone/assets/index-1a.js?v=2')).toMatchObject({
      path: join(folder, 'assets/index-1a.js'),
      type: 'text/javascript; charset=utf-8',
    });
    expect(get('app://sidetone/assets/inter%20v.woff2')).toMatchObject({ type: 'font/woff2' });
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get'])('refuses %s', (method) => {
    expect(resolveAsset(method, 'app://sidetone/index.html', folder)).toEqual({ refused: 405 });
  });

  it.each([
    'app://sidetone/../main/index.js',
    'app://sidetone/%2e%2e/main/index.js',
    'app://sidetone/%2e%2e%2fmain/index.js',
    'app://sidetone/a/..%2f..%2f..%2fetc/passwd.html',
    'app://sidetone/..%2frenderer-other/index.html',
    'app://sidetone//etc/secret.html',
    'app://sidetone/..%5c..%5csecret.html',
    'app://sidetone/index.html%00.png',
    'app://sidetone/%E0%A4%A',
    'app://sidetone/archive.db',
    'app://sidetone/index',
    'app://sidetone/index.js.map',
    'app://elsewhere/index.html',
  ])('answers no file from outside, or of a kind that is not ours, for %s', (address) => {
    const asset = get(address);
    if ('path' in asset) expect(asset.path.startsWith(`${folder}/`)).toBe(true);
    else expect([400, 404]).toContain(asset.refused);
  });

  it('never leaves its folder, whatever the address', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '%2e%2e', '/', '%2f', '%5c', 'a', '.js')),
        (parts) => {
          const asset = get(`app://sidetone/${parts.join('')}`);
          return !('path' in asset) || asset.path.startsWith(`${folder}/`);
        },
      ),
    );
  });
});

describe('answerFrom', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sidetone-assets-'));
    mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'renderer', 'assets', 'dot.png'), Buffer.from([0, 255, 128]));
    writeFileSync(join(folder, 'secret.html'), 'secret');
    symlinkSync(join(folder, 'renderer', 'assets'), join(folder, 'renderer', 'linked'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const get = (path: string, init?: RequestInit) =>
    answerFrom(join(folder, 'renderer'), new Request(`app://sidetone/${path}`, init));

  it('serves a file with its type and the policy of the page', async () => {
    const answer = await get('index.html');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<!doctype html>');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('serves bytes as they are', async () => {
    const bytes = new Uint8Array(await (await get('assets/dot.png')).arrayBuffer());
    expect([...bytes]).toEqual([0, 255, 128]);
  });

  it('answers 404 for what is not there, a folder, or outside; 405 for anything but GET', async () => {
    expect((await get('nothing.js')).status).toBe(404);
    expect((await get('assets')).status).toBe(404);
    expect((await get('..%2fsecret.html')).status).toBe(404);
    expect((await get('index.html', { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

describe('the content security policy', () => {
  it('says nothing that is not needed, and denies the rest', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
        "media-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'none'; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'",
    );
  });
});
