import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button } = win;

/** The calls that were made under a name. */
const callsOf = (name: string): Promise<number> =>
  win.page.evaluate(
    (wanted) => window.fake.world.reads.filter((read) => read.name === wanted).length,
    name,
  );

async function openSettings(): Promise<void> {
  await open('own');
  await button('Settings').click();
  await win.page.getByText('Backups', { exact: true }).first().waitFor();
}

describe('backups in the settings', () => {
  test('are listed, made, and restored once the user has agreed', async () => {
    await openSettings();
    await button('Back up now').click();
    await win.page.getByText('Made by hand').waitFor();
    await win.page
      .getByRole('button', { name: /^Restore the backup of/ })
      .nth(1)
      .click();
    const dialog = win.page.getByRole('alertdialog');
    await dialog.getByText('saved as a file of its own').waitFor();
    expect(await callsOf('backups.restore')).toBe(0);
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect.poll(() => callsOf('backups.restore')).toBe(1);
  });
});

describe('keeping less', () => {
  test('is asked about, and forgotten when the user thinks better of it', async () => {
    await openSettings();
    const field = win.page.getByRole('combobox', { name: 'Texts, calls and voicemails' });
    await field.click();
    await win.page.getByRole('option', { name: '1 year' }).click();
    const dialog = win.page.getByRole('alertdialog');
    await dialog.getByText('Keep only the last 1 year?').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await callsOf('settings.set')).toBe(0);
    expect(await field.textContent()).toContain('Forever');
  });
});

describe('keeping fewer recordings and voicemails', () => {
  test('is asked about, and done once the user has agreed', async () => {
    await openSettings();
    const field = win.page.getByRole('combobox', {
      name: 'Recordings and voicemails to listen to',
    });
    await field.click();
    await win.page.getByRole('option', { name: '1 year' }).click();
    const dialog = win.page.getByRole('alertdialog');
    await dialog.getByText('listened to of the last 1 year?').waitFor();
    expect(await callsOf('settings.set')).toBe(0);
    await dialog.getByRole('button', { name: 'Remove what is older' }).click();
    await expect.poll(() => field.textContent()).toContain('1 year');
    await field.click();
    await win.page.getByRole('option', { name: '2 years' }).click();
    await expect.poll(() => field.textContent()).toContain('2 years');
    expect(await dialog.count()).toBe(0);
  });
});

describe('erasing everything', () => {
  test('wants a word typed, after saying how much it is', async () => {
    await openSettings();
    await button('Erase everything…').click();
    const dialog = win.page.getByRole('alertdialog');
    await dialog.getByText('1,240 texts, 87 calls, 3 voicemails and 12 notes').waitFor();
    const confirm = dialog.getByRole('button', { name: 'Erase everything' });
    await dialog.getByLabel('Type ERASE to confirm').fill('erase');
    await confirm.click();
    await dialog.getByText('in capital letters').waitFor();
    expect(await callsOf('erasure.everything')).toBe(0);
    await dialog.getByLabel('Type ERASE to confirm').fill('ERASE');
    await confirm.click();
    await win.page.getByText('Erased: 1,240 texts').waitFor();
  });
});

describe('an export', () => {
  test('is begun from a menu, followed and cancelled above every screen', async () => {
    await openSettings();
    await button('Export').click();
    await win.page.getByRole('menuitem', { name: /^CSV/ }).click();
    await win.page.getByText('12,000 of 40,000').waitFor();
    await button('Cancel export').click();
    await win.page.getByText('no file was left').waitFor();
    await button('Dismiss').click();
    expect(await win.page.getByText('no file was left').count()).toBe(0);
  });
});

test('the settings fit a narrow window', async () => {
  await win.page.setViewportSize({ width: 380, height: 700 });
  await openSettings();
  const isWide = await win.page.evaluate(() => {
    const page = document.querySelector('main > div');
    return page !== null && page.scrollWidth > page.clientWidth + 1;
  });
  expect(isWide).toBe(false);
  // The way to a group moves the page within the window, and not the window's own parts.
  await button('Archive').click();
  const moved = await win.page.evaluate(() => [
    document.scrollingElement?.scrollTop,
    document.querySelector('main')?.scrollTop,
  ]);
  expect(moved).toEqual([0, 0]);
});
