import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button, asked } = win;

const openCall = async (): Promise<void> => {
  await open('demo');
  await win.page.getByRole('list', { name: 'Call history' }).locator('[data-row]').first().click();
};
const field = () => win.page.getByLabel(/^Add a note about/).first();
/** The label of what has the keyboard. */
const focused = (): Promise<string> =>
  win.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
/** What main was asked to write down. */
const written = async (): Promise<readonly unknown[]> => {
  const all = (await asked()) as readonly Record<string, unknown>[];
  return all.filter((each) => 'note' in each || 'changed' in each || 'followUp' in each);
};

describe('after a call', () => {
  test('one click notes its outcome, and what is typed goes with it', async () => {
    await openCall();
    await button('Reached').click();
    await field().fill('wants a quote');
    await field().press('Control+Enter');
    await win.page.getByText('wants a quote').first().waitFor();
    await expect.poll(() => field().inputValue()).toBe('');
    expect(await written()).toEqual([
      { note: '', outcome: 'Reached' },
      { changed: 'wants a quote', outcome: 'Reached' },
    ]);
  });

  test('a note stands once: above, and not again in the history beneath', async () => {
    await openCall();
    await field().fill('wants a quote');
    await field().press('Control+Enter');
    const history = win.page.getByRole('region', { name: /^Everything with / });
    await win.page.getByRole('region', { name: 'Notes' }).getByText('wants a quote').waitFor();
    await history.getByRole('button', { name: /^Calls \d/ }).waitFor();
    await expect.poll(() => history.getByText('wants a quote').count()).toBe(0);
    // On their page it is.
    await button('Open their page').click();
    await win.page.getByText('wants a quote').waitFor();
  });

  test('what is typed is kept by pressing an outcome, and by going to another call', async () => {
    await openCall();
    await field().fill('left word with the assistant');
    await button('No answer').click();
    await win.page.getByText('left word with the assistant').first().waitFor();
    await expect.poll(written).toHaveLength(2);
    await field().fill('one more thing');
    const calls = win.page.getByRole('list', { name: 'Call history' }).locator('[data-row]');
    await calls.nth(1).click();
    await calls.nth(0).click();
    await win.page.getByText('one more thing').first().waitFor();
    await expect.poll(written).toEqual([
      { note: 'left word with the assistant', outcome: undefined },
      { changed: 'left word with the assistant', outcome: 'No answer' },
      { note: 'one more thing', outcome: undefined },
    ]);
  });

  test('a follow-up is one more click, and can be ticked off where it stands', async () => {
    await openCall();
    await field().fill('send the rates');
    await field().press('Control+Enter');
    await button('Follow up').first().click();
    await button('In 1 hour').first().click();
    const done = win.page.getByRole('button', { name: /^Mark the follow-up with .* done$/ });
    const due = win.page.getByText(/^Due (today|tomorrow) at/);
    await due.first().waitFor();
    await expect
      .poll(async () => (await written()).at(-1))
      .toEqual({ followUp: 'send the rates', inHours: 1 });
    const before = await due.count();
    await done.first().click();
    await expect.poll(() => due.count()).toBeLessThan(before);
  });

  test('a note is changed and removed where it stands, the caret staying with it', async () => {
    await openCall();
    await button('Reached').click();
    const notes = win.page.getByRole('region', { name: 'Notes' });
    await notes.getByRole('button', { name: 'Edit note' }).click();
    await notes.getByLabel('Note', { exact: true }).fill('better words');
    await notes.getByLabel('Note', { exact: true }).press('Control+Enter');
    await notes.getByText('better words').waitFor();
    await expect.poll(focused).toBe('Edit note');
    await notes.getByRole('button', { name: 'Remove note' }).click();
    await button('Remove note').last().click();
    await expect.poll(() => notes.getByText('better words').count()).toBe(0);
  });

  test('how a note is being changed stays while one looks elsewhere', async () => {
    await openCall();
    await button('Reached').click();
    const notes = win.page.getByRole('region', { name: 'Notes' });
    await notes.getByRole('button', { name: 'Edit note' }).click();
    const edited = notes.getByLabel('Note', { exact: true });
    await edited.fill('Two paragraphs about the appraisal');
    await win.page.keyboard.press('Control+2');
    await win.heading('Messages').waitFor();
    await win.page.keyboard.press('Control+1');
    await expect.poll(() => edited.inputValue()).toBe('Two paragraphs about the appraisal');
    await notes.getByRole('button', { name: 'Save' }).last().click();
    await notes.getByText('Two paragraphs about the appraisal').waitFor();
    expect(await edited.count()).toBe(0);
  });
});

describe('follow-ups', () => {
  test('are empty circles until they are about to be ticked, with the number beside the name', async () => {
    await open('demo');
    await win.page.getByRole('button', { name: /^Follow-ups/ }).click();
    const tick = button('Mark the follow-up with Ada Brook done');
    const shown = () => tick.locator('svg').evaluate((mark) => getComputedStyle(mark).opacity);
    await expect.poll(shown).toBe('0');
    await tick.hover();
    await expect.poll(shown).toBe('1');
    await win.page
      .getByRole('list', { name: 'Open follow-ups' })
      .getByText('(415) 555-0100')
      .waitFor();
  });

  test('are walked by keyboard, ticked off, and opened again', async () => {
    await open('demo');
    await win.page.getByRole('button', { name: /^Follow-ups/ }).click();
    const rows = win.page.getByRole('list', { name: 'Open follow-ups' }).locator('[data-row]');
    await rows.first().focus();
    await win.page.keyboard.press('ArrowDown');
    await expect.poll(focused).toContain('Dmitri Egorov');
    await button('Mark the follow-up with Ada Brook done').click();
    await win.page.getByText('Followed up with Ada Brook').waitFor();
    await expect.poll(() => rows.count()).toBe(4);
    await button('Undo').click();
    await expect.poll(() => rows.count()).toBe(5);
  });
});
