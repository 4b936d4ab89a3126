import { describe, expect, test } from 'vitest';
import type { QuickText } from '../../shared/model/notifications.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { button } = win;

/** Opens the page of the window for a text, as main opens it. */
async function openQuick(quick: Partial<QuickText> = {}): Promise<void> {
  const { page } = win;
  await win.open('demo', 'quick.html');
  await page.waitForFunction(() =>
    window.fake?.world.reads.some(({ name }) => name === 'quick.get'),
  );
  await show(quick);
  await page.getByRole('main').waitFor();
}

function show(quick: Partial<QuickText>): Promise<void> {
  return win.page.evaluate((given) => {
    const id = String(Math.random());
    window.fake.world.quick = { threadId: undefined, to: [], body: undefined, ...given, id };
    window.fake.touch();
  }, quick);
}

const asked = (name: string): Promise<readonly unknown[]> =>
  win.page.evaluate(
    (wanted) =>
      window.fake.world.reads.filter((read) => read.name === wanted).map(({ input }) => input),
    name,
  );
const message = () => win.page.getByRole('textbox', { name: 'Message', exact: true });

describe('the window for a text', () => {
  test('goes from whom to what to sent by the keyboard, and then away', async () => {
    await openQuick();
    const { page } = win;
    const name = await page.evaluate(() => window.fake.world.contacts[0]!.name);
    await page.getByRole('combobox').fill(name.slice(0, 4));
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await button(`Remove ${name}`).waitFor();
    await page.keyboard.press('Tab');
    await message().fill('I am five minutes late');
    await page.keyboard.press('Enter');
    await page.getByRole('status').first().waitFor();
    const number = await page.evaluate(() => window.fake.world.contacts[0]!.numbers[0]!.number);
    expect(await asked('messages.send')).toMatchObject([
      { to: { numbers: [number] }, text: 'I am five minutes late' },
    ]);
    await page.getByRole('main').waitFor({ state: 'detached' });
    expect(await asked('quick.close')).toHaveLength(1);
  });

  test('keeps what is written over Esc, and sets it aside for somebody else', async () => {
    await openQuick({ to: [{ number: '+14155550142', party: undefined }] });
    const { page } = win;
    await message().fill('Half a sentence');
    await page.keyboard.press('Escape');
    await page.getByRole('main').waitFor({ state: 'detached' });
    await show({});
    await expect.poll(() => message().inputValue()).toBe('Half a sentence');
    await show({ to: [{ number: '+14155550143', party: undefined }], body: 'From a link' });
    await expect.poll(() => message().inputValue()).toBe('From a link');
    await button('Remove (415) 555-0143').waitFor();
    await button('Go back to it').click();
    await expect.poll(() => message().inputValue()).toBe('Half a sentence');
    await button('Remove (415) 555-0142').waitFor();
    expect(await asked('messages.send')).toEqual([]);
  });

  test('answers below what was said last, and says what was refused', async () => {
    await win.open('demo');
    const threadId = await win.page.evaluate(() => window.fake.world.threads[0]!.id);
    await openQuick({ threadId });
    const { page } = win;
    await page.getByRole('heading', { name: /^Reply to / }).waitFor();
    const last = page.getByRole('list', { name: 'The last texts' }).getByRole('listitem');
    await expect.poll(() => last.count()).toBe(2);
    await page.evaluate(() => {
      window.fake.world.fails['messages.send'] = {
        kind: 'rejected',
        code: 'x',
        message: 'text.sender-refused',
        retry: 'user',
      } as never;
    });
    await message().fill('Yes');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await expect.poll(() => message().inputValue()).toBe('Yes');
    // At twice the size nothing leaves the window sideways.
    await page.setViewportSize({ width: 210, height: 500 });
    const isWide = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
    expect(await isWide()).toBe(false);
  });
});

describe('do not disturb in the main window', () => {
  test('is switched in the line below, said there, and tried out in the settings', async () => {
    await win.open('demo');
    const { page } = win;
    await button('Notifications are on').click();
    await page.getByRole('menuitem', { name: 'Until I turn it off' }).click();
    await button('Quiet until you turn it off').click();
    await page.getByRole('menuitem', { name: 'Turn notifications on' }).click();
    await button('Notifications are on').waitFor();
    expect(await asked('notifications.set-quiet')).toEqual([{ until: null }, {}]);
    await button('Settings').click();
    await button('Show a test notification').click();
    await expect.poll(() => asked('notifications.test')).toHaveLength(1);
  });
});
