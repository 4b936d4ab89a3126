import { expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

const thread = () => win.page.getByRole('region', { name: /^Texts with/ });
const composer = () => win.page.getByRole('textbox', { name: 'Message' });

async function openThread(): Promise<void> {
  await win.open('demo');
  await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  await win.page.evaluate(() => {
    window.fake.world.holdsTexts = true;
    window.fake.openThread('t-0' as never);
  });
  await thread().waitFor();
}

test('a text that is held is taken back by button and by key, and let go', async () => {
  await openThread();
  const { page } = win;
  await composer().fill('Wait a moment');
  await composer().press('Enter');
  await page.getByText(/^Held for \d+ s$/).waitFor();
  expect(await composer().inputValue()).toBe('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => composer().inputValue()).toBe('Wait a moment');
  expect(await composer().evaluate((field) => field === document.activeElement)).toBe(true);
  await expect.poll(() => page.getByText(/^Held for/).count()).toBe(0);

  await composer().press('Enter');
  await page.getByText(/^Held for/).waitFor();
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => composer().inputValue()).toBe('Wait a moment');
  await expect.poll(() => page.getByText(/^Held for/).count()).toBe(0);

  await composer().press('Enter');
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(() => page.getByText(/^Held for/).count()).toBe(0);
  expect(await composer().inputValue()).toBe('');
});

test('a text for later stands below its thread, and is changed and discarded there', async () => {
  await openThread();
  const { page } = win;
  await composer().fill('See you then');
  await page.getByRole('button', { name: 'Send later…' }).click();
  const dialog = page.getByRole('dialog', { name: 'When to send it' });
  expect((await dialog.getByRole('button').allTextContents()).slice(-2)).toEqual([
    'Cancel',
    'Schedule',
  ]);
  await dialog.getByRole('checkbox', { name: 'Cancel it if they reply first' }).check();
  await dialog.getByRole('button', { name: /^Tomorrow/ }).click();
  const later = page.getByRole('region', { name: 'Texts for later' });
  await later.getByText('See you then').waitFor();
  await later.getByText('Canceled if they reply first').waitFor();
  expect(await composer().inputValue()).toBe('');

  await later.getByRole('button', { name: 'Change' }).click();
  await later.getByRole('textbox', { name: 'Text' }).fill('See you there');
  await later.getByRole('button', { name: 'Save' }).click();
  await later.getByText('See you there').waitFor();

  await page.getByRole('button', { name: '1 text for later' }).click();
  const all = page.getByRole('dialog', { name: 'Texts for later' });
  await all.getByRole('button', { name: 'Discard' }).click();
  await all.getByText('No texts are scheduled').waitFor();
  expect(await later.count()).toBe(0);
});

test('without a network what becomes of a text is said once, when one is written', async () => {
  const { page } = win;
  await win.open('offline');
  await page.getByRole('list', { name: 'Call history' }).waitFor();
  await page.evaluate(() => {
    const { world, openThread: show, touch } = window.fake;
    const outbox = { state: 'offline', resumesAt: undefined, waitingCount: 1, heldCount: 0 };
    Object.assign(world.sending!, { outbox });
    const at = world.threads.findIndex(({ id }) => id === 't-1');
    const { lastMessage, ...rest } = world.threads[at]!;
    const waiting = { ...lastMessage!, direction: 'outbound', status: 'queued' } as const;
    world.threads = world.threads.with(at, { ...rest, lastMessage: waiting });
    show('t-0' as never);
    touch();
  });
  const list = page.getByRole('list', { name: 'Conversations' });
  await list.getByText('Waiting', { exact: true }).waitFor();
  const what = page.getByText(/^You are offline\. What you send waits/);
  expect(await what.count()).toBe(0);
  await composer().fill('See you');
  await what.waitFor();
});
