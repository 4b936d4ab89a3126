import type { Page } from '@playwright/test';
import type { Simulator } from '../../simulator/server.ts';
import { ask } from './support/ask.ts';
import { isShown, quickOf } from './support/cards.ts';
import { catchNotes, clickTray, notesOf, pressNote } from './support/notes.ts';
import { composer, expect, goTo, openThread, rowsOf, signIn, test } from './support/sidetone.ts';

/** Toll-free, so it is never too late there; the first would answer, the second would not. */
const friend = '+18005550141';
const stranger = '+18005550113';

async function signInForNews(page: Page, simulator: Simulator): Promise<void> {
  await signIn(page, simulator);
  await goTo(page, 'Messages');
  await rowsOf(page, 'Conversations').first().waitFor({ timeout: 20_000 });
  await expect.poll(() => simulator.account.sockets.count, { timeout: 20_000 }).toBe(1);
  await goTo(page, 'Calls');
}

const outboundOf = ({ account }: Simulator, words: string) =>
  account.messages.filter(
    ({ direction, subject }) => direction === 'Outbound' && subject === words,
  );

test('a text is told of, answered and opened from there; a muted conversation is not told of', async ({
  launch,
  simulator,
}) => {
  const { app, page } = await launch();
  await catchNotes(app);
  await signInForNews(page, simulator);
  const { account } = simulator;
  account.receiveText({ from: friend, text: 'Are you there?' });
  await expect
    .poll(() => notesOf(app), { timeout: 20_000 })
    .toEqual([{ title: '(800) 555-0141', body: 'Are you there?' }]);

  // Reply, the first of its buttons.
  await pressNote(app, 0);
  const quick = await quickOf(app);
  await expect(quick.getByRole('heading', { name: 'Reply to (800) 555-0141' })).toBeVisible();
  await expect(quick.getByRole('list', { name: 'The last texts' })).toContainText('Are you there?');
  await composer(quick).fill('Yes, until five.');
  await composer(quick).press('Enter');
  await expect(quick.getByRole('status').first()).toContainText('Goes out in');
  await expect.poll(() => isShown(app, quick), { timeout: 20_000 }).toBe(false);
  await expect
    .poll(() => outboundOf(simulator, 'Yes, until five.').length, { timeout: 20_000 })
    .toBe(1);

  account.receiveText({ from: friend, text: 'Good.' });
  await expect
    .poll(async () => (await notesOf(app)).at(-1)?.body, { timeout: 20_000 })
    .toBe('Good.');
  await pressNote(app);
  await expect(openThread(page)).toContainText('Good.');

  await goTo(page, 'Calls');
  const thread = await ask(page, 'messages.find-thread', { to: [friend] });
  if (thread === undefined) throw new Error('There is no thread');
  await ask(page, 'messages.set-thread', { threadId: thread.id, isMuted: true });
  account.receiveText({ from: friend, text: 'Nobody hears of this.' });
  account.receiveText({ from: stranger, text: 'But of this.' });
  await expect
    .poll(async () => (await notesOf(app)).at(-1)?.body, { timeout: 20_000 })
    .toBe('But of this.');
  expect((await notesOf(app)).map(({ body }) => body)).not.toContain('Nobody hears of this.');
});

test('a click on the tray opens a window for a text, which Esc puts away with its words', async ({
  launch,
  simulator,
}) => {
  const { app, page } = await launch();
  await signInForNews(page, simulator);
  const quick = await quickOf(app);
  const open = () => clickTray(app, () => ask(page, 'quick.open', {}));
  await open();
  await expect.poll(() => isShown(app, quick)).toBe(true);
  await quick.getByRole('combobox', { name: 'To' }).fill(stranger);
  await quick.getByRole('combobox', { name: 'To' }).press('Enter');
  await composer(quick).fill('Half a sen');
  await composer(quick).press('Escape');
  await expect.poll(() => isShown(app, quick)).toBe(false);

  await open();
  await expect.poll(() => isShown(app, quick)).toBe(true);
  await expect(composer(quick)).toHaveValue('Half a sen');
  await composer(quick).fill('Half a sentence, and the rest.');
  await composer(quick).press('Enter');
  await quick.getByRole('button', { name: 'Undo' }).click();
  await expect(composer(quick)).toHaveValue('Half a sentence, and the rest.');
  await composer(quick).press('Enter');
  await expect.poll(() => isShown(app, quick), { timeout: 20_000 }).toBe(false);
  await expect
    .poll(() => outboundOf(simulator, 'Half a sentence, and the rest.').length, {
      timeout: 20_000,
    })
    .toBe(1);
});
