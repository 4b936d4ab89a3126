import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolder, ended, removeFolder, startFixture } from './support/fixture.ts';

let folder: string;
let display: ChildProcess | undefined;

beforeEach(() => {
  folder = createFolder();
});

afterEach(async () => {
  if (display) {
    const gone = once(display, 'exit');
    display.kill();
    await gone;
  }
  removeFolder(folder);
});

/** Starts a display no one sees, on the first free number, and returns its name. */
async function startDisplay(): Promise<string> {
  display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1100x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [chunk] = (await once(display.stdio[3] as Readable, 'data')) as [Buffer];
  return `:${chunk.toString('utf8').trim()}`;
}

const hasXvfb = spawnSync('sh', ['-c', 'command -v Xvfb']).status === 0;
if (!hasXvfb) process.stdout.write('Windows on a display are not tested: Xvfb is not installed\n');

test.runIf(hasXvfb)(
  'on a display a window has no tabs, fits the screen and comes back',
  async () => {
    const env = { DISPLAY: await startDisplay(), SIDETONE_STAND_IN_HEADLESS: '' };
    const { code, stdout, stderr } = await ended(startFixture(folder, ['--look'], env));
    const [seen, after] = stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(seen).toEqual({
      workArea: { x: 0, y: 0, width: 1100, height: 800 },
      bounds: { x: 100, y: 80, width: 900, height: 640 },
      // All of the window is page: there is neither a tab strip nor, on this display, a frame.
      page: { width: 900, height: 640, hidden: false, preloads: 'object' },
    });
    // Playwright takes downloads over, so this is seen only without it.
    expect(after).toMatchObject({ title: 'Fixture page', refused: 'taken.js' });
    expect(after?.['happened']).toEqual(expect.arrayContaining(['close', 'hide', 'show']));
  },
);
