import { execFile } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cardsOf } from './support/cards.ts';
import { expect, ringOuts, signIn, test } from './support/sidetone.ts';

/** Electron's package answers Node with the path of its program. */
const program = createRequire(import.meta.url)('electron') as unknown as string;

type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Runs `sidetone …` as a terminal does. */
function sidetone(userData: string, ...words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      program,
      ['.', `--user-data-dir=${userData}`, ...words],
      {
        env: { ...process.env, XDG_CONFIG_HOME: userData, SIDETONE_STAND_IN_HEADLESS: '1' },
        timeout: 60_000,
      },
      (error, out, err) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
        resolve({ code, out, err });
      },
    );
  });
}

/** Toll-free: it is nowhere, so nobody is asked whether it is too early there. */
const stranger = '+1 800 555 0141';

test('the command line asks, rings, and never passes a guard', async ({
  launch,
  simulator,
  requests,
  userData,
}) => {
  const { app, page } = await launch();
  await signIn(page, simulator);

  const asked = await sidetone(userData, 'call', stranger);
  expect(asked).toMatchObject({ code: 0, out: expect.stringContaining('(800) 555-0141') });
  const cards = await cardsOf(app);
  await expect(cards.getByText('(800) 555-0141').first()).toBeVisible();
  expect(ringOuts(requests)).toHaveLength(0);

  const emergency = await sidetone(userData, 'call', '911', '--yes');
  expect(emergency).toMatchObject({ code: 1, err: expect.stringContaining('Use a phone') });
  expect(ringOuts(requests)).toHaveLength(0);

  const rung = await sidetone(userData, 'call', stranger, '--yes');
  expect(rung).toMatchObject({ code: 0, out: expect.stringContaining('Ringing your phone') });
  expect(ringOuts(requests)).toHaveLength(1);

  const composed = await sidetone(userData, 'text', stranger, 'on my way');
  expect(composed).toMatchObject({
    code: 0,
    out: expect.stringContaining('Nothing has been sent'),
  });
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('on my way');

  expect(await sidetone(userData, 'call')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Usage'),
  });
});

test('the command line starts Sidetone where none runs', async ({
  launch,
  simulator,
  userData,
}) => {
  const first = await launch();
  await signIn(first.page, simulator);
  await first.close();

  const asked = await sidetone(userData, 'call', stranger);
  const pid = Number(/\d+/.exec(readlinkSync(join(userData, 'SingletonLock')))?.[0]);
  try {
    // Without a key ring the sign-in ended with the first start, and a command says so.
    expect(asked.out + asked.err).toMatch(/asks you about|You are signed out|sign/i);
  } finally {
    process.kill(pid);
  }
});
