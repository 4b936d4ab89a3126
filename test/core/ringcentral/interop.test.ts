import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = process.cwd();
const client = join(root, 'main/core/ringcentral/client.ts');

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
    info: { version: '1.2.3', platform: '', runtime: '' },
  });
  await client.resume();
  console.log((await client.api.account.getExtension()).value.name);
`;

/** The SDK is CommonJS and its package says nothing of entries; both ways must find the same class. */
describe('the SDK loads', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sidetone-interop-'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const answer = async (url: string): Promise<{ stdout: string; stderr: string }> => {
    const file = join(folder, 'program.mjs');
    await writeFile(file, program(url));
    return run(process.execPath, ['--no-warnings=ExperimentalWarning', file]);
  };
  const expected = 'Sidetone/1.2.3 RCJSSDK/5.0.11 bearer a\nDana\n';

  it('under plain Node, without a warning', async () => {
    const { stdout, stderr } = await answer(pathToFileURL(client).href);
    expect(stdout.toLowerCase()).toBe(expected.toLowerCase());
    expect(stderr).toBe('');
  });

  it('from an ES module bundle that leaves packages outside', async () => {
    await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      build: { ssr: client, outDir: join(folder, 'out'), target: 'node24', minify: true },
    });
    const bundle = join(folder, 'out/client.js');
    expect(await readFile(bundle, 'utf8')).toMatch(/from ?[`"']@ringcentral\/sdk\/lib\/SDK\.js/);
    const { stdout } = await answer(pathToFileURL(bundle).href);
    expect(stdout.toLowerCase()).toBe(expected.toLowerCase());
  });
});
