import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

/** Other work on the computer may take its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8_000 });

const thread = () => win.page.getByRole('region', { name: /^Texts with/ });

/** Makes the first thread `count` texts long, numbered from the oldest on, and opens it at one. */
async function openAt(place: number | undefined, count = 1_000): Promise<void> {
  await win.open('demo');
  await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  await win.page.evaluate(
    ([at, many]) => {
      const { world, openThread } = window.fake;
      const [first] = world.messages['t-0']!;
      world.messages['t-0'] = Array.from({ length: many }, (_, index) => ({
        ...first!,
        id: `t-0-m${many - 1 - index}` as never,
        text: `Text number ${many - 1 - index}.`,
        direction: index % 3 === 0 ? ('outbound' as const) : ('inbound' as const),
        createdAt: first!.createdAt - index * 60_000,
      }));
      openThread('t-0' as never, at === undefined ? undefined : (`t-0-m${at}` as never));
    },
    [place, count] as const,
  );
  await thread().waitFor();
}

/** The numbers of the texts in sight, from the top. */
async function inSight(): Promise<readonly number[]> {
  return thread().evaluate((region) => {
    const { top, bottom } = region.getBoundingClientRect();
    return [...region.querySelectorAll('[role="listitem"]')]
      .filter((item) => {
        const box = item.getBoundingClientRect();
        return box.bottom > top + 2 && box.top < bottom - 2;
      })
      .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .flatMap((item) => /Text number (\d+)/.exec(item.textContent ?? '')?.[1] ?? [])
      .map(Number);
  });
}

async function expectInARow(): Promise<readonly number[]> {
  const numbers = await inSight();
  expect(numbers.length).toBeGreaterThan(1);
  expect(numbers).toEqual(numbers.map((_, n) => (numbers[0] ?? 0) + n));
  return numbers;
}

async function turnUntil(by: number, isThere: (numbers: readonly number[]) => boolean) {
  await thread().hover();
  for (let turn = 0; turn < 250; turn += 1) {
    if (isThere(await expectInARow())) return;
    await win.page.mouse.wheel(0, by);
    await win.page.waitForTimeout(30);
  }
  throw new Error(`stuck at ${(await inSight()).join()}`);
}

describe('a thread opened at a text from a search', () => {
  test('shows it in the middle, marked, and goes on both ways without a gap', async () => {
    await openAt(500);
    await eventually(inSight).toContain(500);
    const numbers = await expectInARow();
    expect(numbers[0]).toBeLessThan(500);
    expect(numbers.at(-1)).toBeGreaterThan(500);
    const marked = win.page.locator('[class*="found"]');
    expect(await marked.textContent()).toContain('Text number 500.');
    await turnUntil(-1_200, (now) => (now[0] ?? 500) <= 300);
    await turnUntil(1_200, (now) => (now.at(-1) ?? 0) >= 700);
    const kept = await win.page.evaluate(
      () => window.fake.world.reads.filter(({ name }) => name === 'messages.list').length,
    );
    expect(kept).toBeLessThan(60);
  }, 60_000);

  test('leads to the newest text, and there when something is sent', async () => {
    await openAt(100);
    await eventually(inSight).toContain(100);
    await win.button('Go to newest').click();
    await eventually(inSight).toContain(999);
    await win.page.evaluate(() => window.fake.openThread('t-0' as never, 't-0-m100' as never));
    await eventually(inSight).toContain(100);
    await win.page.getByRole('textbox', { name: 'Message' }).fill('On my way');
    await win.page.keyboard.press('Enter');
    await win.page.getByText('On my way').last().waitFor();
    await eventually(inSight).toContain(999);
  });

  test('that is one of the last stands at the end, and one that is gone opens the end', async () => {
    await openAt(998);
    await eventually(inSight).toContain(999);
    await win.page.evaluate(() => window.fake.openThread('t-0' as never, 'gone' as never));
    await eventually(inSight).toContain(999);
  });

  test('stays where it is when a text comes in', async () => {
    await openAt(500);
    await eventually(inSight).toContain(500);
    await win.page.waitForTimeout(200);
    const before = await inSight();
    await win.page.evaluate(() => {
      const { world, touch } = window.fake;
      const all = world.messages['t-0']!;
      world.messages['t-0'] = [
        { ...all[0]!, id: 'new' as never, text: 'Text number 1000.', createdAt: Date.now() },
        ...all,
      ];
      touch();
    });
    await win.page.waitForTimeout(300);
    expect(await inSight()).toEqual(before);
  });
});

describe('the list of conversations', () => {
  test('is narrowed to what is unread, and says when nothing is left', async () => {
    await win.open('demo');
    await win.page.getByRole('button', { name: 'Messages' }).click();
    const list = win.page.getByRole('list', { name: 'Conversations' });
    await list.waitFor();
    await win.button('Unread').click();
    const labels = () =>
      list
        .locator('[data-row]')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
    await eventually(async () => (await labels()).length).toBe(2);
    expect((await labels()).every((label) => label.includes('unread'))).toBe(true);
    await win.button('Filter, 1 on').click();
    await win.page.getByRole('textbox', { name: 'Name or number' }).fill('zzz');
    await win.page.getByText('No conversation matches the filter.').waitFor();
    await win.button('Clear filters').click();
    await eventually(async () => (await labels()).length).toBeGreaterThan(5);
  });
});
