import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

/** Other work on the computer may take its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8_000 });

const list = () => win.page.getByRole('list', { name: 'Conversations' });
const thread = () => win.page.getByRole('region', { name: /^Texts with/ });
const newLine = () => win.page.getByRole('heading', { name: 'New messages' });

const labels = () =>
  list()
    .locator('[data-row]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));

async function openMessages(): Promise<void> {
  await win.open('demo');
  await win.page.getByRole('button', { name: 'Messages' }).click();
  await list().locator('[data-row]').first().waitFor();
}

const row = (name: string) => list().getByRole('button', { name });

describe('the list of conversations', () => {
  test('is put in order by keys and menus, and what was done is taken back', async () => {
    await openMessages();
    const before = await labels();
    const third = (before[2] ?? '').split(',')[0] ?? '';
    const fifth = (before[4] ?? '').split(',')[0] ?? '';
    await row(fifth).focus();
    await win.page.keyboard.press('p');
    await eventually(async () => (await labels())[0]).toContain(`${fifth}, Pinned`);
    // The keyboard went along with the row.
    const focused = () =>
      win.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(await focused()).toContain(fifth);
    await win.page.keyboard.press('m');
    await eventually(async () => (await labels())[0]).toContain('Pinned, Muted');

    await row(third).focus();
    await win.page.keyboard.press('e');
    await eventually(async () => (await labels()).some((label) => label.startsWith(third))).toBe(
      false,
    );
    await win.button('Undo').click();
    await eventually(async () => (await labels()).some((label) => label.startsWith(third))).toBe(
      true,
    );
    await eventually(async () =>
      (await labels()).find((label) => label.startsWith(third)),
    ).toContain('unread');

    await row(third).click({ button: 'right' });
    const markRead = win.page.getByRole('menuitem', { name: /^Mark read/ });
    expect(await markRead.locator('kbd kbd').textContent()).toBe('U');
    await markRead.click();
    await eventually(async () =>
      (await labels()).find((label) => label.startsWith(third)),
    ).not.toContain('unread');

    await win.button('Unread first').click();
    await eventually(async () => (await labels())[1]).toContain('unread');
    expect((await labels())[0]).toContain('Pinned');
  });
});

describe('a conversation', () => {
  test('opens at what is new, keeps the line, and is found where it was left', async () => {
    await openMessages();
    await win.page.evaluate(() => {
      const { world, touch } = window.fake;
      const [first] = world.messages['t-0']!;
      world.messages['t-0'] = Array.from({ length: 400 }, (_, index) => ({
        ...first!,
        id: `t-0-m${399 - index}` as never,
        text: `Text number ${399 - index}.`,
        direction: 'inbound' as const,
        createdAt: first!.createdAt - index * 60_000,
      }));
      world.threads = [{ ...world.threads[0]!, unreadCount: 90 }, ...world.threads.slice(1)];
      touch();
    });
    await list().locator('[data-row]').first().click();
    await newLine().waitFor();
    await thread().getByText('Text number 310.').waitFor();
    await eventually(async () => (await labels())[0]).not.toContain('unread');
    await newLine().waitFor();

    await thread().hover();
    await win.page.mouse.wheel(0, -3_000);
    const topOf = () =>
      thread().evaluate((region) => {
        const { top } = region.getBoundingClientRect();
        const items = [...region.querySelectorAll('[role="listitem"]')];
        const first = items
          .map((item) => ({ item, at: item.getBoundingClientRect().top - top }))
          .filter(({ at, item }) => at >= 0 && /Text number/.test(item.textContent ?? ''))
          .sort((one, other) => one.at - other.at)[0];
        const text = /Text number \d+/.exec(first?.item.textContent ?? '')?.[0] ?? '';
        return { text, at: Math.round(first?.at ?? 0) };
      });
    const atRest = async () => {
      const before = await topOf();
      await win.page.waitForTimeout(300);
      const after = await topOf();
      return JSON.stringify(before) === JSON.stringify(after) ? after : undefined;
    };
    await eventually(atRest).toBeDefined();
    const left = await topOf();
    await list().locator('[data-row]').nth(1).click();
    await thread().waitFor();
    await list().locator('[data-row]').first().click();
    await eventually(async () => (await topOf()).text).toBe(left.text);
    await win.page.waitForTimeout(400);
    expect(Math.abs((await topOf()).at - left.at)).toBeLessThan(8);
    expect(await newLine().count()).toBe(0);
  });

  test('counts what comes in below, and leads there', async () => {
    await openMessages();
    await list().locator('[data-row]').first().click();
    await thread().waitFor();
    await thread().hover();
    await win.page.mouse.wheel(0, -2_000);
    await win.button('Go to newest').waitFor();
    await win.page.evaluate(() => {
      const { world, touch } = window.fake;
      const all = world.messages['t-0']!;
      const text = (n: number) => ({
        ...all[0]!,
        id: `new-${n}` as never,
        direction: 'inbound' as const,
        text: `Just in ${n}`,
        createdAt: Date.now() + n,
      });
      world.messages['t-0'] = [text(2), text(1), ...all];
      touch();
    });
    await win.button('2 new').click();
    await thread().getByText('Just in 2').waitFor();
    await eventually(() => win.button('2 new').count()).toBe(0);
  });

  test('marked unread while it is open stays so until it is left and opened again', async () => {
    await openMessages();
    await list().locator('[data-row]').first().click();
    await thread().waitFor();
    await win.button('More').click();
    await win.page.getByRole('menuitem', { name: /^Mark unread/ }).click();
    await eventually(async () => (await labels())[0]).toContain('1 unread text');
    await win.page.evaluate(() => window.fake.touch());
    await win.page.waitForTimeout(300);
    expect((await labels())[0]).toContain('1 unread text');
    await list().locator('[data-row]').nth(1).click();
    await eventually(() => thread().count()).toBe(1);
    await list().locator('[data-row]').first().click();
    await newLine().waitFor();
    await eventually(async () => (await labels())[0]).not.toContain('unread');
  });

  test('with several people says who is in it and who said what', async () => {
    await openMessages();
    await list().locator('[data-row]').nth(3).click();
    await thread().waitFor();
    await win.button('Who is in it').click();
    const people = win.page.getByRole('list', { name: 'Who is in it' });
    expect(await people.getByRole('listitem').count()).toBe(3);
    await people
      .getByRole('button', { name: /^Everything with/ })
      .first()
      .click();
    await win.page.getByRole('region', { name: /^Texts with/ }).waitFor({ state: 'detached' });
  });
});
