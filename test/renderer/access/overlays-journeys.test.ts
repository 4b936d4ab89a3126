import type { Locator } from 'playwright';
import { expect, test, vi } from 'vitest';
import { useWindow } from '../harness/window.ts';
import { createScanner } from './scan.ts';

// Each walks through many parts, and looks at all of them in every size.
vi.setConfig({ testTimeout: 120_000 });

const win = useWindow();
const { button } = win;
const rows = (list: string) => win.page.getByRole('list', { name: list }).locator('[data-row]');
const press = (key: string) => win.page.keyboard.press(key);
const dialog = () => win.page.locator('[role="dialog"], [role="alertdialog"]');

/** Opens something by the keyboard, looks at it, and leaves it: the focus has to be where it was. */
function visitor(scan: (what: string) => Promise<void>, lost: string[]) {
  return async (
    what: string,
    opener: Locator,
    part: Locator,
    more?: () => Promise<unknown>,
    back: Locator = opener,
  ) => {
    await opener.focus();
    await press('Enter');
    await part.first().waitFor();
    await more?.();
    await scan(what);
    await press('Escape');
    await part.first().waitFor({ state: 'detached' });
    const isBack = () => back.evaluate((element) => element === document.activeElement);
    await expect
      .poll(isBack, { timeout: 3_000 })
      .toBe(true)
      .catch(() => lost.push(what));
  };
}

test('what opens over a conversation keeps nobody out, and gives the focus back', async () => {
  const { scan, faults } = createScanner(() => win.page);
  const lost: string[] = [];
  const visit = visitor(scan, lost);
  await win.open('demo');
  await rows('Call history').first().waitFor();
  await win.page.evaluate(() => window.fake.openThread('t-0' as never));
  const field = win.page.getByRole('textbox', { name: 'Message', exact: true });
  await field.fill('See you then');
  // A few of them: each is like the others, and thousands take their time.
  // Whoever has looked through them goes on writing.
  await visit(
    'the emoji',
    button('Insert an emoji'),
    win.page.getByRole('dialog'),
    async () => {
      await win.page.getByRole('textbox', { name: 'Search emoji' }).fill('house garden');
      await win.page.getByRole('button', { name: 'house with garden' }).waitFor();
    },
    field,
  );
  await visit('when to send', button('Send later…'), win.page.getByRole('dialog'));
  await field.fill('/');
  await win.page.getByRole('listbox', { name: 'Templates' }).waitFor();
  await scan('the templates');
  await press('Escape');
  await visit('do not disturb', button('Notifications are on'), win.page.getByRole('menu'));
  await press('Control+k');
  await dialog().waitFor();
  await scan('the commands');
  await win.page.keyboard.type('zebra crossing');
  await win.page.getByText('No command is called').waitFor();
  await scan('no command');
  await press('Escape');
  await press('Escape');
  expect([...faults(), ...lost]).toEqual([]);
});

test('the dialogs of the settings keep nobody out, and give the focus back', async () => {
  const { scan, faults } = createScanner(() => win.page);
  const lost: string[] = [];
  const visit = visitor(scan, lost);
  await win.open('own');
  await rows('Call history').first().waitFor();
  await press('Control+6');
  await button('Reset all settings…').waitFor();
  const { page } = win;
  await visit('erasing', button('Erase everything…'), dialog());
  await visit('the formats of an export', button('Export'), page.getByRole('menu'));
  await visit('a token', button('New token…'), dialog(), async () => {
    await page.getByLabel('Name of the program').fill('My CRM');
    await page.getByLabel('Call at once, without a card').check();
  });
  await visit('resetting', button('Reset all settings…'), dialog());
  await visit('a file of settings', button('Import settings…'), dialog());
  await visit('signing out', button('Sign out'), dialog(), () =>
    page.getByRole('radio', { name: 'Erase them' }).click(),
  );
  await button('Settings').focus();
  await press('?');
  await dialog().waitFor();
  await scan('the sheet of keys');
  await press('Escape');
  expect([...faults(), ...lost]).toEqual([]);
});
