import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolder, ended, removeFolder, startFixture, wrote } from './support/fixture.ts';

let folder: string;

beforeEach(() => {
  folder = createFolder();
});

afterEach(() => {
  removeFolder(folder);
});

/** The processes of this machine that name a text on their command line. */
function processesNaming(text: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    });
}

const profiles = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('sidetone-stand-in-'));

/** The profile a process has given its Chromium. */
function profileOf(pid: number | undefined): string {
  const profile = profiles().find((name) =>
    processesNaming(name).some((id) => parentOf(id) === pid),
  );
  if (!profile) throw new Error(`Process ${pid} has no Chromium`);
  return profile;
}

function parentOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

test.runIf(process.platform === 'linux').each(['SIGKILL', 'SIGTERM', 'SIGABRT'] as const)(
  'after %s nothing of Chromium is left',
  async (signal) => {
    const child = startFixture(folder);
    const end = ended(child);
    await wrote(child, 'fixture is ready');
    const profile = profileOf(child.pid);
    expect(processesNaming(profile).length).toBeGreaterThan(2);
    child.kill(signal);
    await end;
    await expect.poll(() => processesNaming(profile), { timeout: 10_000 }).toEqual([]);
    await expect.poll(() => profiles()).not.toContain(profile);
  },
);

test.runIf(process.platform === 'linux')(
  'when Chromium dies the app says so and ends',
  async () => {
    const child = startFixture(folder);
    const end = ended(child);
    await wrote(child, 'fixture is ready');
    const profile = profileOf(child.pid);
    const browser = processesNaming(profile).find(
      (pid) => !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type='),
    );
    expect(browser).toBeDefined();
    for (const pid of processesNaming(profile)) {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('/bin/sh')) continue;
      process.kill(pid, 'SIGKILL');
    }
    expect(await end).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Chromium has ended.'),
    });
  },
);
