import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { declareAppScheme, serveRenderer } from '../../main/shell/protocol.ts';
import { root } from '../rules/source.ts';
import { asked } from './support/electron.ts';
import { filesWith, placeIn } from './support/product.ts';
import { openEveryWindow } from './support/windows.ts';

vi.mock('electron', () => import('./support/electron.ts'));

const opened: string[] = [];
const get = async (path: string, init?: RequestInit): Promise<number | undefined> =>
  (await asked.protocols.get('app')?.(new Request(`app://sidetone/${path}`, init)))?.status;

beforeAll(() => {
  serveRenderer(join(root, 'renderer'), (mediaId) => {
    opened.push(mediaId);
    const body = new Blob(['sound']).stream();
    return Promise.resolve({ status: 200, headers: { 'Content-Type': 'audio/mpeg' }, body });
  });
});

// Every odd address that was thought of, and generated ones, are in test/shell/assets.test.ts.
describe('security 4: pages come from app:// and nowhere else', () => {
  it('which is declared once, before the app is ready, with no right to go round the policy', () => {
    asked.schemes.length = 0;
    declareAppScheme();
    expect(asked.schemes).toHaveLength(1);
    expect(asked.schemes[0]?.privileges).toMatchObject({ standard: true, secure: true });
    expect(asked.schemes[0]?.privileges).not.toHaveProperty('bypassCSP');
    const app = 'main/shell/app.ts';
    expect(placeIn(app, 'declareAppScheme()')).toBeLessThan(placeIn(app, '.whenReady()'));
  });

  it('no window is given another address, and no code knows another way', () => {
    for (const { loaded } of openEveryWindow())
      expect(loaded.every((address) => address.startsWith('app://sidetone/'))).toBe(true);
    expect(filesWith(/\.loadFile\(|loadURL\(\s*['"`](?!app:|\$\{address\})/)).toEqual([]);
  });

  it.each(['HEAD', 'POST', 'PUT', 'DELETE'])(
    '%s is refused, of files and of media',
    async (method) => {
      expect(await get('index.html', { method })).toBe(405);
      expect(await get('media/voicemail-1', { method })).toBe(405);
      expect(opened).toEqual([]);
    },
  );

  it.each([
    '..%2fpackage.html',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd.html',
    'index.html%00.png',
    'tsconfig.json',
    'main.tsx',
    'media/..%2f..%2fvault.json',
    'media/a/b',
  ])('%s is not answered', async (path) => {
    expect([400, 404]).toContain(await get(path));
    expect(opened).toEqual([]);
  });

  it('media are answered by their id, to our own page', async () => {
    expect(await get('media/voicemail-1')).toBe(200);
    expect(await get('media/voicemail-1', { headers: { origin: 'https://example.com' } })).toBe(
      403,
    );
    expect(opened).toEqual(['voicemail-1']);
  });
});
