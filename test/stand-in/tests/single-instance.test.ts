import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createFolder,
  ended,
  executable,
  launchFixture,
  removeFolder,
  startFixture,
  wrote,
} from './support/fixture.ts';

let folder: string;

beforeEach(() => {
  folder = createFolder();
});

afterEach(() => {
  removeFolder(folder);
});

test('a second start ends at once, and the first learns what it was started with', async () => {
  const fixture = await launchFixture();
  try {
    await fixture.happened();
    const second = await ended(startFixture(fixture.userData, ['tel:+12025550123']));
    expect(second).toMatchObject({ code: 0, stdout: '' });
    const [told] = (await fixture.happened()) as [{ argv: string[] }];
    expect(told).toMatchObject({ workingDirectory: process.cwd(), data: { from: 'fixture' } });
    expect(told.argv.at(-1)).toBe('tel:+12025550123');
  } finally {
    await fixture.close();
  }
});

test('the arguments of a second start come in the order that Chromium keeps them in', async () => {
  const fixture = await launchFixture();
  try {
    await fixture.happened();
    await ended(
      startFixture(fixture.userData, ['word', '--late', '--', 'tel:1', '--not-a-switch']),
    );
    const [told] = (await fixture.happened()) as [{ argv: string[] }];
    const [, ...args] = told.argv;
    expect(args[0]).toMatch(/^--user-data-dir=/);
    expect(args.slice(1, 2)).toEqual(['--late']);
    expect(args.slice(-4)).toEqual(['word', '--', 'tel:1', '--not-a-switch']);
  } finally {
    await fixture.close();
  }
});

test('an address that starts the app is delivered before it is ready, and then no more', async () => {
  const folderOfApp = join(folder, 'app');
  mkdirSync(folderOfApp);
  writeFileSync(
    join(folderOfApp, 'main.cjs'),
    `const { app } = require('electron');
     globalThis.standIn.openUrl('tel:+12025550123');
     const heard = [];
     app.on('open-url', (_event, url) => heard.push([url, app.isReady()]));
     app.whenReady().then(() => {
       app.on('open-url', (_event, url) => heard.push(['late', url]));
       console.log(JSON.stringify(heard));
       app.exit(0);
     });`,
  );
  const script = join(folderOfApp, 'main.cjs');
  const child = spawn(executable, [`--user-data-dir=${folder}`, script], {
    env: { ...process.env, SIDETONE_STAND_IN_HEADLESS: '1' },
  });
  expect(JSON.parse((await ended(child)).stdout)).toEqual([['tel:+12025550123', false]]);
});

test('starts with other folders do not meet', async () => {
  const first = startFixture(folder, ['--no-window']);
  const end = ended(first);
  try {
    const other = createFolder();
    const second = startFixture(other);
    const secondEnd = ended(second);
    await wrote(second, 'fixture is ready');
    second.kill('SIGTERM');
    expect((await secondEnd).code).toBe(0);
    removeFolder(other);
  } finally {
    first.kill('SIGTERM');
    await end;
  }
});

test('of many starts at once one wins', async () => {
  const starts = [1, 2, 3].map(() => startFixture(folder));
  const ends = starts.map(ended);
  const winner = await Promise.any(
    starts.map((child) => wrote(child, 'fixture is ready').then(() => child)),
  );
  const losers = ends.filter((_end, index) => starts[index] !== winner);
  expect((await Promise.all(losers)).map(({ code, stdout }) => [code, stdout])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  winner.kill('SIGTERM');
  await Promise.all(ends);
});

test('the lock of a killed process is taken over, and a released one is gone', async () => {
  const killed = startFixture(folder);
  const killedEnd = ended(killed);
  await wrote(killed, 'fixture is ready');
  killed.kill('SIGKILL');
  await killedEnd;
  const lock = join(folder, 'SingletonLock');
  expect(readlinkSync(lock)).toMatch(`${killed.pid}-`);

  const next = startFixture(folder);
  const nextEnd = ended(next);
  await wrote(next, 'fixture is ready');
  expect(readlinkSync(lock)).toMatch(`${next.pid}-`);
  next.kill('SIGTERM');
  expect((await nextEnd).code).toBe(0);
  expect(existsSync(lock)).toBe(false);
});

test('a lock whose process number belongs to another program now is taken over', async () => {
  symlinkSync(`${process.pid}-1`, join(folder, 'SingletonLock'));
  const child = startFixture(folder);
  const end = ended(child);
  await wrote(child, 'fixture is ready');
  child.kill('SIGTERM');
  expect((await end).code).toBe(0);
});
