import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 6_000 });
/** The window with its list: from then on it has its keys. */
async function openWindow(): Promise<void> {
  await win.open('demo');
  await rows('Call history').first().waitFor();
}
const rows = (list: string) => win.page.getByRole('list', { name: list }).locator('[data-row]');
const press = (key: string): Promise<void> => win.page.keyboard.press(key);
const palette = () => win.page.getByRole('dialog', { name: 'Commands' });
const field = () => palette().getByRole('combobox');
/** By its keys, and ready for what is typed. */
async function openPalette(): Promise<void> {
  await press('Control+k');
  await soon(() => field().evaluate((box) => box === document.activeElement)).toBe(true);
}
/** What Enter would do. */
const active = (): Promise<string | null> =>
  palette().getByRole('option', { selected: true }).locator('span span').first().textContent();
/** What has the keyboard: its label, else its words. */
const focused = (): Promise<string> =>
  win.page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
const asked = (name: string) =>
  win.page.evaluate(
    (call) =>
      window.fake.world.reads.filter((read) => read.name === call).map(({ input }) => input),
    name,
  );

describe('the commands', () => {
  test('open over anything, are walked by keys, and give the keyboard back', async () => {
    await win.open('demo');
    await rows('Call history').first().click();
    await win.page.getByRole('heading', { name: 'Notes' }).waitFor();
    await win.page.getByRole('combobox', { name: 'Name or number' }).fill('ad');
    await press('Control+k');
    await field().waitFor();
    await soon(active).toMatch(/^Call/);
    await press('End');
    await soon(active).toMatch(/^Settings:/);
    await press('Home');
    await press('ArrowDown');
    await soon(active).toMatch(/^Text/);
    await press('Control+k');
    await soon(() => palette().count()).toBe(0);
    // By the mouse too, whose hint tells the keys.
    const button = win.page.getByRole('button', { name: 'Commands' });
    expect(await button.getAttribute('title')).toBe('Commands (Ctrl+K)');
    await button.click();
    await field().waitFor();
    await win.page.evaluate(() => window.fake.followRoute({ screen: 'calls', dial: true }));
    await soon(() => palette().count()).toBe(0);
    expect(await win.page.getByRole('combobox', { name: 'Name or number' }).inputValue()).toBe(
      'ad',
    );
    await soon(() =>
      win.page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value),
    ).toBe('ad');

    // A screen, then what was done last stands first.
    await openPalette();
    await win.page.keyboard.type('follow-u');
    await soon(active).toBe('Follow-ups');
    await press('Enter');
    await win.heading('Follow-ups').waitFor();
    await press('Control+k');
    await soon(active).toBe('Follow-ups');
    await win.page.keyboard.type('theme dark');
    await soon(active).toBe('Theme: Dark');
    await press('Enter');
    await soon(() => win.page.locator('html').getAttribute('data-theme')).toBe('dark');

    // Nothing of that name: the words are looked for in the archive.
    await openPalette();
    await win.page.keyboard.type('zebra crossing');
    await palette().getByText('No command is called “zebra crossing”.').waitFor();
    await soon(active).toBe('Search everything for “zebra crossing”');
    await press('Enter');
    await soon(() =>
      win.page.getByRole('combobox', { name: 'Search everything' }).inputValue(),
    ).toBe('zebra crossing');
  });

  test('call a number and somebody by name, through the same questions as everywhere', async () => {
    await openWindow();
    await openPalette();
    await win.page.keyboard.type('(512) 555-0142');
    await soon(active).toBe('Call (512) 555-0142');
    await press('Enter');
    await soon(() => asked('calls.dial')).toHaveLength(1);
    expect(await asked('calls.dial')).toMatchObject([{ number: '+15125550142' }]);

    await openPalette();
    await win.page.keyboard.type('ada');
    await soon(active).toBe('Ada Brook');
    await press('Enter');
    await soon(active).toBe('Call Ada Brook');
    // Back to all commands, and the same in one go.
    await press('Backspace');
    await win.page.keyboard.type('text ada');
    await soon(active).toBe('Text Ada Brook');
    await press('Enter');
    await soon(focused).toBe('Message');
  });

  test('offer the latest people, and call nobody by a key that is held or pressed too often', async () => {
    await openWindow();
    await openPalette();
    await win.page.keyboard.type('ada');
    await soon(active).toBe('Ada Brook');
    // Held: pressed again and again by the keyboard itself.
    await win.page.keyboard.down('Enter');
    await soon(active).toBe('Call Ada Brook');
    await win.page.keyboard.down('Enter');
    await win.page.keyboard.up('Enter');
    await soon(active).toBe('Call Ada Brook');
    expect(await asked('calls.dial')).toEqual([]);
    await press('Escape');

    await openPalette();
    await win.page.keyboard.type('call someone');
    await soon(active).toBe('Call someone…');
    await press('Enter');
    const people = palette().getByRole('option', { name: /^Call / });
    await people.first().waitFor();
    await press('Enter');
    expect(await people.count()).toBeGreaterThan(1);
    expect(await asked('calls.dial')).toEqual([]);
    await press('ArrowDown');
    await soon(active).toMatch(/^Call /);
    await press('Enter');
    await soon(() => asked('calls.dial')).toHaveLength(1);
  });

  test('do with the window what the menu bar does', async () => {
    await openWindow();
    await openPalette();
    await win.page.keyboard.type('bigger text');
    await soon(active).toBe('Zoom in');
    await press('Enter');
    await soon(() => asked('app.run-role')).toEqual([{ role: 'zoomIn' }]);
    await openPalette();
    await win.page.keyboard.type('quit');
    await soon(active).toBe('Quit Sidetone');
    await press('Enter');
    await soon(() => asked('app.run-role')).toHaveLength(2);
  });

  test('put a template into the text in hand, and do what its conversation offers', async () => {
    await win.page.setViewportSize({ width: 380, height: 720 });
    await openWindow();
    await press('Control+2');
    await rows('Conversations').first().click();
    const composer = win.page.getByRole('textbox', { name: 'Message' });
    await composer.fill('Hello ');
    await openPalette();
    await win.page.keyboard.type('template');
    await soon(active).toBe('Insert a template…');
    await press('Enter');
    await soon(active).toBe('Documents');
    await press('Enter');
    await soon(() => composer.inputValue()).toMatch(/^Hello .{5}/);
    await soon(focused).toBe('Message');
    const box = await win.page.evaluate(() => document.documentElement.scrollWidth);
    expect(box).toBeLessThanOrEqual(380);

    await openPalette();
    await win.page.keyboard.type('pin conv');
    await soon(active).toMatch(/^(Pin|Unpin): this conversation$/);
    await press('Enter');
    await soon(() => asked('messages.set-thread')).toHaveLength(1);
  });
});

test('the sheet of keys opens under a question mark, and is left as it was come to', async () => {
  await win.open('demo');
  await rows('Call history').first().waitFor();
  await press('Control+l');
  await press('?');
  await soon(() => win.page.getByRole('combobox', { name: 'Name or number' }).inputValue()).toBe(
    '?',
  );
  await press('Escape');
  await win.button('Settings').focus();
  await press('?');
  const sheet = win.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByRole('heading', { name: 'On a conversation in the list' }).waitFor();
  expect(await sheet.locator('dt').count()).toBeGreaterThan(40);
  // Opened, it has no ring around the whole page; come back to by Tab, it has.
  const ring = () =>
    sheet.getByRole('region').evaluate((page) => {
      const isThere = document.activeElement === page;
      return isThere && getComputedStyle(page).outlineStyle;
    });
  await soon(ring).toBe('none');
  await press('Shift+Tab');
  await press('Tab');
  await soon(ring).toBe('solid');
  await press('Control+k');
  await soon(() => palette().count()).toBe(0);
  await press('Escape');
  await soon(() => sheet.count()).toBe(0);
  await soon(focused).toBe('Settings');
});
