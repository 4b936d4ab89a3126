import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { moduleAt, usePackageFolder } from './loading.ts';

const client = moduleAt('main/core/ringcentral/client.ts');

/** Builds a client and asks it something; anything that cannot be imported ends in an error. */
const program = (url: string): string => `
  const { createRingCentralClient } = await import(${JSON.stringify(url)});
  const client = createRingCentralClient({
    clock: { now: () => 0, schedule: () => () => undefined },
    random: { uuid: () => '', fraction: () => 0 },
    secrets: { get: async () => JSON.stringify({
      app: { serverUrl: 'http://127.0.0.1:9', clientId: 'app' },
      tokens: { refresh_token: 'r', access_token: 'a', expire_time: 3_600_000 },
    }) },
    fetch: async (request) => {
      console.log(request.headers.get('x-user-agent'), request.headers.get('authorization'));
      return Response.json({ id: 7, name: 'Dana' });
    },
    log: { info() {}, warn() {}, error() {} },
    info: { version: '1.2.3', platform: '', runtime: '', isPackaged: true },
  });
  await client.resume();
  console.log((await client.api.account.getExtension()).value.name);
`;

/** The SDK is CommonJS and its package says nothing of entries; both ways must find the same class. */
describe('the SDK loads', () => {
  const folder = usePackageFolder();
  const answer = (url: string) => folder.run(program(url));
  const expected = 'Sidetone/1.2.3 RCJSSDK/5.0.11 bearer a\nDana\n';

  it('under plain Node, without a warning', async () => {
    const { stdout, stderr } = await answer(pathToFileURL(client).href);
    expect(stdout.toLowerCase()).toBe(expected.toLowerCase());
    expect(stderr).toBe('');
  });

  it('from an ES module bundle that leaves packages outside', async () => {
    await build({
      root: folder.path,
      configFile: false,
      logLevel: 'silent',
      build: { ssr: client, outDir: join(folder.path, 'out'), target: 'node24', minify: true },
    });
    const bundle = join(folder.path, 'out/client.js');
    expect(await readFile(bundle, 'utf8')).toMatch(/from ?[`"']@ringcentral\/sdk\/lib\/SDK\.js/);
    const { stdout } = await answer(pathToFileURL(bundle).href);
    expect(stdout.toLowerCase()).toBe(expected.toLowerCase());
  });
});
