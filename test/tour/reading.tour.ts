import type { ElectronApplication, Page } from '@playwright/test';
import { ask } from '../e2e/support/ask.ts';
import { click, isShown, quickOf } from '../e2e/support/cards.ts';
import { composer, expect, goTo, openThread, rowsOf, test } from '../e2e/support/sidetone.ts';
import { compact, createCamera, wide, type Camera } from './camera.ts';
import {
  anh,
  emily,
  jamal,
  maria,
  open,
  send,
  sofia,
  startTexting,
  tanya,
  threadWith,
} from './texting-steps.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const both = [wide, compact];

let camera: Camera;
test.beforeAll(async () => {
  camera = await createCamera(221);
});

test('the list of conversations, and what is new', async ({ launch, simulator }) => {
  const { page } = await startTexting(launch, simulator);
  const { account } = simulator;
  account.receiveText({ from: maria, text: 'Does Thursday at four work for the signing?' });
  account.receiveText({ from: anh, text: 'Got the papers, thank you.' });
  await rowsOf(page, 'Conversations').filter({ hasText: 'Got the papers' }).waitFor();
  const pinned = await threadWith(page, tanya);
  await ask(page, 'messages.set-thread', { threadId: pinned.id, isPinned: true });
  const muted = await threadWith(page, jamal);
  await ask(page, 'messages.set-thread', { threadId: muted.id, isMuted: true });
  account.receiveText({ from: jamal, text: 'Gate code is 0142' });
  const later = await threadWith(page, anh);
  await ask(page, 'messages.send', {
    clientId: crypto.randomUUID(),
    to: { threadId: later.id },
    text: 'Happy closing day!',
    sendAt: { at: Date.now() + 86_400_000 },
  });
  await open(page, emily);
  await composer(page).fill('Emily, the fourth time is on');
  await open(page, tanya);
  await rowsOf(page, 'Conversations').filter({ hasText: 'Gate code' }).waitFor();
  await page.waitForTimeout(500);
  await camera.take(page, 'threads', [wide]);
  await page.getByRole('button', { name: 'Unread first' }).click();
  await page.waitForTimeout(300);
  await camera.take(page, 'threads-unread-first', [wide]);
  await rowsOf(page, 'Conversations')
    .filter({ hasText: 'Gate code' })
    .getByRole('button')
    .first()
    .click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'thread-menu', [wide]);
  await page.keyboard.press('Escape');
  await page.setViewportSize(compact);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.waitForTimeout(300);
  await camera.take(page, 'threads-380');
  await page.setViewportSize(wide);

  await open(page, tanya);
  await goTo(page, 'Calls');
  for (const text of ['Are you at your desk?', 'The buyers said yes!', 'Call me when you can.']) {
    account.receiveText({ from: tanya, text });
  }
  await expect
    .poll(async () => (await threadWith(page, tanya)).unreadCount, { timeout: 20_000 })
    .toBe(3);
  await open(page, tanya);
  await openThread(page).getByText('New messages').waitFor();
  await camera.take(page, 'text-new', both);

  await page.getByRole('button', { name: 'Notifications are on' }).click();
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'quiet-menu', both);
  await page.getByRole('menuitem', { name: 'For 1 hour' }).click();
  await page.getByRole('button', { name: /^Quiet until/ }).waitFor();
  await camera.take(page, 'quiet', both);
});

async function leave(app: ElectronApplication, quick: Page): Promise<void> {
  const chips = quick.getByRole('button', { name: /^Remove / });
  while ((await chips.count()) > 0) await chips.first().click();
  await composer(quick).press('Escape');
  await expect.poll(() => isShown(app, quick)).toBe(false);
}

test('the window for a text', async ({ launch, simulator }) => {
  const { app, page } = await startTexting(launch, simulator);
  const quick = await quickOf(app);
  await click(app, `sms:${anh}?body=I%20am%20five%20minutes%20late`);
  await composer(quick).waitFor();
  await quick.waitForTimeout(400);
  await camera.take(quick, 'quick-text');
  await composer(quick).fill('');
  await leave(app, quick);

  await ask(page, 'quick.open', {});
  await expect.poll(() => isShown(app, quick)).toBe(true);
  await quick.getByRole('combobox', { name: 'To' }).fill('ma');
  await quick.getByRole('option').first().waitFor();
  await quick.waitForTimeout(400);
  await camera.take(quick, 'quick-recipient');
  await quick.getByRole('combobox', { name: 'To' }).fill('');
  await leave(app, quick);

  const group = `sms:${anh},${sofia},+12145550112?body=The%20closing%20moves%20to%20Friday`;
  await click(app, group);
  await composer(quick).waitFor();
  await quick.waitForTimeout(400);
  await camera.take(quick, 'quick-group-text');
  await composer(quick).fill('');
  await leave(app, quick);

  const { id } = await threadWith(page, maria);
  simulator.account.receiveText({
    from: maria,
    text: 'Does Thursday at four work for the signing?',
  });
  await expect
    .poll(async () => (await threadWith(page, maria)).unreadCount, { timeout: 20_000 })
    .toBeGreaterThan(0);
  await ask(page, 'quick.open', { threadId: id });
  await quick.getByRole('heading', { name: /^Reply to/ }).waitFor();
  await composer(quick).fill('Thursday at four is perfect. Bring your license.');
  await quick.waitForTimeout(400);
  await camera.take(quick, 'quick-reply');
  await composer(quick).press('Enter');
  await quick.getByRole('button', { name: 'Undo' }).waitFor();
  await camera.take(quick, 'quick-held');
  await expect.poll(() => isShown(app, quick), { timeout: 20_000 }).toBe(false);
  await open(page, maria);
  await send(page, 'Thursday at four it is.');
  await camera.take(page, 'text-after-quick', [wide]);
});
