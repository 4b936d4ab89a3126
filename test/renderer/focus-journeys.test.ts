import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 6_000 });
/** The name of what has the keyboard; empty when nothing has it. */
const focused = (): Promise<string> =>
  win.page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return '';
    const label = activeElement.getAttribute('aria-label') ?? activeElement.textContent;
    const id = activeElement.id;
    return label || (document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent ?? '');
  });
const press = (key: string): Promise<void> => win.page.keyboard.press(key);
const go = (screen: string): Promise<void> =>
  win.page.getByRole('button', { name: new RegExp(`^${screen}`) }).click();
const list = (name: string) => win.page.getByRole('list', { name }).locator('[data-row]');

describe('the keys of the window', () => {
  test('search, dial and begin a text from every screen, whatever is open on it', async () => {
    await win.open('demo');
    await list('Call history').first().waitFor();
    for (let screen = 1; screen <= 6; screen += 1) {
      await press(`Control+${screen}`);
      await press('Control+f');
      // The settings have a search of their own; from within it the same keys go on to this one.
      if (screen === 6) {
        await soon(focused).toBe('Search the settings');
        await press('Control+f');
      }
      await soon(focused).toBe('Search everything');
      await press('Control+l');
      await soon(focused).toBe('Name or number');
      await press('Control+n');
      await soon(focused).toBe('To');
      await press('Escape');
    }
  });

  test('reach the dialer in a narrow window while a call is open over it', async () => {
    await win.page.setViewportSize({ width: 500, height: 800 });
    await win.open('demo');
    await list('Call history').first().click();
    await win.button('Back').waitFor();
    await press('Control+l');
    await soon(focused).toBe('Name or number');
  });
});

describe('what goes leaves the keyboard where it was', () => {
  test('a follow-up ticked off: on the next one, and on Undo after the last', async () => {
    await win.open('demo');
    await go('Follow-ups');
    const rows = list('Open follow-ups');
    await rows.first().waitFor();
    for (let left = await rows.count(); left > 0; left -= 1) {
      const tick = win.page.getByRole('button', { name: /^Mark the follow-up with .* done$/ });
      await tick.first().focus();
      await press('Enter');
      await soon(() => rows.count()).toBe(left - 1);
      if (left > 1) await soon(focused).toMatch(/^Mark the follow-up with .* done$/);
    }
    await soon(focused).toBe('Undo');
  });

  test('a follow-up under a call: on what stands in its place', async () => {
    await win.open('demo');
    await list('Call history').first().click();
    await win.button('Follow up').first().focus();
    await press('Enter');
    await win.button('In 1 hour').first().waitFor();
    await soon(focused).toMatch(/^In 1 hour/);
    await press('Enter');
    const notes = win.page.getByRole('region', { name: 'Notes' });
    const done = notes.getByRole('button', { name: /^Mark the follow-up with .* done$/ });
    await done.waitFor();
    await soon(focused).toMatch(/^Mark the follow-up with/);
    await press('Enter');
    await soon(focused).toBe('Follow up');
  });

  test('a follow-up is removed only after a question, wherever it stands', async () => {
    await win.open('demo');
    await list('Call history').first().click();
    await win.button('Follow up').first().click();
    await win.button('In 1 hour').first().click();
    const notes = win.page.getByRole('region', { name: 'Notes' });
    await notes.getByRole('button', { name: /^Remove the follow-up/ }).click();
    await win.page.getByRole('alertdialog').waitFor();
  });
});

describe('the forms of contacts', () => {
  const openDetails = async (): Promise<void> => {
    await win.open('demo');
    await go('Contacts');
    await list('Contacts').first().click();
    await win.page.getByRole('radio', { name: 'Details' }).click();
  };

  test('Escape closes a form before the person under it, and what was typed stays', async () => {
    await openDetails();
    await win.button('New contact').click();
    await win.page.getByRole('textbox', { name: 'First name' }).fill('Zora');
    await press('Escape');
    await win.heading('Ada Brook').waitFor();
    await soon(focused).toBe('New contact');
    await press('Enter');
    expect(await win.page.getByRole('textbox', { name: 'First name' }).inputValue()).toBe('Zora');
  });

  test('an edit goes on after looking at someone else, and ends where it began', async () => {
    await openDetails();
    await win.button('Edit').click();
    await win.page.getByRole('textbox', { name: 'Company' }).fill('Quills');
    await press('Escape');
    await list('Contacts').nth(1).click();
    await list('Contacts').nth(0).click();
    expect(await win.page.getByRole('textbox', { name: 'Company' }).inputValue()).toBe('Quills');
    await win.button('Cancel').click();
    await soon(focused).toBe('Edit');
  });

  test('a refused form puts the caret where it has to be mended', async () => {
    await win.open('demo');
    await go('Contacts');
    await win.button('New contact').click();
    await win.page.getByRole('textbox', { name: 'Mobile number' }).fill('soon');
    await win.button('Save contact').focus();
    await press('Enter');
    await win.page.getByText('soon is not a phone number').waitFor();
    await soon(focused).toBe('Mobile number');
  });

  test('an import keeps the keyboard through all its steps', async () => {
    await win.open('demo');
    await go('Contacts');
    await win.button('Import…').focus();
    await press('Enter');
    await win.button('Choose file…').focus();
    await press('Enter');
    await win.button('Import 211 contacts').waitFor();
    await soon(focused).not.toBe('');
    await win.button('Import 211 contacts').focus();
    await press('Enter');
    await win.page.getByText('210 contacts added, 1 completed').waitFor();
    await soon(focused).not.toBe('');
    await press('Escape');
    await soon(focused).toBe('Import…');
  });

  test('a speed dial that could not be kept says so beside its choice', async () => {
    await openDetails();
    await win.page.evaluate(
      (reason) => {
        window.fake.world.fails['contacts.set-speed-dial'] = reason;
      },
      failure('internal', 'archive.failed'),
    );
    await win.page
      .getByRole('combobox', { name: /^Speed dial/ })
      .first()
      .click();
    await win.page.getByRole('option').nth(3).click();
    await win.page.getByRole('alert').filter({ hasText: 'Not saved' }).waitFor();
  });
});

describe('what is told to readers', () => {
  test('how much a search has found, and that it has found nothing', async () => {
    await win.open('demo');
    await list('Call history').first().waitFor();
    await press('Control+f');
    const status = win.page.locator('search + [role="status"]');
    await win.page.keyboard.type('appraisal');
    await soon(() => status.textContent()).toMatch(/^[1-9]\d*\+? results?$/);
    await win.page.keyboard.type('zzz');
    await soon(() => status.textContent()).toBe('0 results');
  });
});
