import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it, vi } from 'vitest';
import { createFakeLog } from './support/fakes.ts';

const fake = vi.hoisted(() => ({ shown: [] as string[], ended: [] as number[] }));

vi.mock('electron', () => ({
  app: { exit: (code: number) => fake.ended.push(code) },
  dialog: { showErrorBox: (title: string) => fake.shown.push(title) },
}));

it('says once that Sidetone has to close, whatever goes wrong on the way', async () => {
  const { giveUp } = await import('../../main/shell/give-up.ts');
  const log = createFakeLog();
  giveUp(new Error('first'), log);
  giveUp(new Error('second'), log);
  expect(fake).toEqual({ shown: [expect.any(String)], ended: [1] });
  expect(log.lines).toHaveLength(1);
});

it('goes on when the terminal it was started from is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidetone-terminal-'));
  const script = `
    import { createLog } from ${JSON.stringify(new URL('../../main/shell/log.ts', import.meta.url).href)};
    const log = createLog({ folder: ${JSON.stringify(folder)}, toConsole: true });
    process.on('uncaughtException', () => process.exit(1));
    process.stdin.once('data', () => {
      for (let n = 0; n < 50; n += 1) log.error('a line', new Error('for nobody'));
      setTimeout(() => process.exit(0), 200);
    });
    process.send('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
  await new Promise((resolve) => child.once('message', resolve));
  child.stdout?.destroy();
  child.stderr?.destroy();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin?.write('go\n');
  expect(await ended).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});
