import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
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
  const question = page.getByRole('alertdialog', { name: 'Discard this text?' });
  await question.getByRole('button', { name: 'Keep text' }).click();
  await question.waitFor({ state: 'detached' });
  await all.getByText('See you there').waitFor();
  await all.getByRole('button', { name: 'Discard' }).click();
  await question.getByRole('button', { name: 'Discard' }).click();
  await all.getByText('No texts are scheduled').waitFor();
  expect(await later.count()).toBe(0);
});

describe('the new words of a text for later', () => {
  const later = () => win.page.getByRole('region', { name: 'Texts for later' });
  const words = () => later().getByRole('textbox', { name: 'Text' });
  const save = () => later().getByRole('button', { name: 'Save' });
  const beginRewording = async (): Promise<void> => {
    await openThread();
    await composer().fill('See you then');
    await win.page.getByRole('button', { name: 'Send later…' }).click();
    await win.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Tomorrow/ })
      .click();
    await later().getByRole('button', { name: 'Change' }).click();
  };

  test('are counted, and stay with the reason when they are refused', async () => {
    await beginRewording();
    await words().fill('a'.repeat(1_080));
    await later().getByText('80 characters too many').waitFor();
    expect(await save().isDisabled()).toBe(true);

    await words().fill('See you there');
    await win.page.evaluate(
      (reason) => {
        window.fake.world.fails['scheduled.change'] = reason;
      },
      failure('internal', 'archive.failed'),
    );
    await save().click();
    await later().getByRole('alert').waitFor();
    expect(await words().inputValue()).toBe('See you there');

    await win.page.evaluate(() => {
      window.fake.world.fails = {};
    });
    await save().click();
    await words().waitFor({ state: 'detached' });
    await later().getByText('See you there').waitFor();
  });

  test('stay to be copied when the text goes out meanwhile', async () => {
    await beginRewording();
    await words().fill('See you at the other door');
    await win.page.evaluate(() => {
      window.fake.world.sending!.scheduled = [];
      window.fake.touch();
    });
    await later().getByRole('alert').getByText('no longer waiting').waitFor();
    expect(await words().inputValue()).toBe('See you at the other door');
    expect(await words().evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await save().isDisabled()).toBe(true);
    await later().getByRole('button', { name: 'Cancel' }).click();
    await later().waitFor({ state: 'detached' });
  });
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
