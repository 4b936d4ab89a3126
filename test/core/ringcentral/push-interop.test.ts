import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { moduleAt, usePackageFolder } from './loading.ts';

const line = moduleAt('main/core/ringcentral/push-line.ts');

/** Opens a line to a socket server of its own. */
const program = (url: string): string => `
  import { WebSocketServer } from 'ws';
  const { openLine } = await import(${JSON.stringify(url)});
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket) => socket.send(JSON.stringify([
    { type: 'ConnectionDetails', wsc: { token: 'w', sequence: 1 } }, { recoveryTimeout: 7 },
  ])));
  server.on('listening', async () => {
    const line = await openLine({
      clock: { now: () => 0, schedule: () => () => undefined },
      random: { uuid: () => 'u', fraction: () => 0 },
      log: { info() {}, warn: console.log, error: console.log },
      appVersion: '1.2.3',
      getToken: async () => ({ uri: 'ws://127.0.0.1:' + server.address().port, token: 't' }),
      recoveryToken: undefined,
      onEvent: console.log,
      onLost: console.log,
      signal: new AbortController().signal,
    });
    console.log(JSON.stringify([line.details, line.getRecovery()]));
    line.end();
    server.close();
  });
`;

/** The socket library's package says nothing of its format, and is bundled; both ways must find its class. */
describe('the socket library loads', () => {
  const folder = usePackageFolder();
  const answer = (url: string) => folder.run(program(url));
  const expected = '[{"recoveryTimeoutMs":7000},{"token":"w","lostAt":0,"timeoutMs":7000}]\n';

  it('under plain Node, without a warning', async () => {
    const { stdout, stderr } = await answer(pathToFileURL(line).href);
    expect(stdout).toBe(expected);
    expect(stderr).toBe('');
  });

  it('from a bundle that has it inside, and its sockets outside', async () => {
    await build({
      root: folder.path,
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true, external: ['ws', 'zod', '@ringcentral/sdk'] },
      build: { ssr: line, outDir: join(folder.path, 'out'), target: 'node24' },
    });
    const bundle = join(folder.path, 'out/push-line.js');
    expect(await readFile(bundle, 'utf8')).not.toMatch(/from ?["']@rc-ex/);
    expect(await answer(pathToFileURL(bundle).href)).toEqual({ stdout: expected, stderr: '' });
  });
});
