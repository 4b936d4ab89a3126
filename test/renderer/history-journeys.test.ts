import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

/** Other work on the computer may take its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8_000 });

/** The rows in sight by their places, and whether any of them is still on its way. */
async function inSight(): Promise<{ readonly places: readonly number[]; readonly empty: number }> {
  return win.page.evaluate(() => {
    const list = document.querySelector('[aria-label="Call history"]');
    const scroller = list?.parentElement;
    if (!list || !scroller) return { places: [], empty: -1 };
    const { top, bottom } = scroller.getBoundingClientRect();
    const shown = [...list.children].filter((item) => {
      const box = item.getBoundingClientRect();
      return box.bottom > top + 1 && box.top < bottom - 1;
    });
    return {
      places: shown.map((item) => Number(item.getAttribute('data-index'))).sort((a, b) => a - b),
      empty: shown.filter((item) => !item.querySelector('[data-row]')).length,
    };
  });
}

/** No place between the first and the last row in sight is missing, and they fill the window. */
async function expectNoGap(): Promise<readonly number[]> {
  const { places, empty } = await inSight();
  expect(places.length).toBeGreaterThan(3);
  expect(places).toEqual(places.map((_, n) => (places[0] ?? 0) + n));
  expect(empty).toBe(0);
  return places;
}

/** The list has caught up with a jump of its thumb. */
const drawn = () =>
  eventually(async () => {
    const { places, empty } = await inSight();
    return places.length > 3 && empty === 0;
  }).toBe(true);

const scroller = () => win.page.getByRole('list', { name: 'Call history' }).locator('..');
const row = (name: string) => win.page.getByRole('button', { name: new RegExp(`^${name},`) });
const focusedName = () =>
  win.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** A scene with a long list, once its rows and how many there are have come. */
async function openLong(scene: string): Promise<void> {
  await win.open(scene);
  await row('Caller 0').waitFor();
  await eventually(() => scroller().evaluate(({ scrollHeight }) => scrollHeight)).toBeGreaterThan(
    100_000,
  );
}

describe('the call history', () => {
  test('of 100,000 calls scrolls without a gap, and asks only for what is near', async () => {
    await openLong('hundred-thousand');
    await expectNoGap();
    await scroller().hover();
    for (let turn = 0; turn < 25; turn += 1) {
      await win.page.mouse.wheel(0, 700);
      await win.page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
      await expectNoGap();
    }
    const [first = 0] = await expectNoGap();
    expect(first).toBeGreaterThan(200);
    const reads = await win.page.evaluate(() =>
      window.fake.world.reads.filter(({ name }) => name === 'calls.list'),
    );
    expect(reads.length).toBeLessThan(12);
    const rows = await win.page.locator('[aria-label="Call history"] > *').count();
    expect(rows).toBeLessThan(60);
  }, 60_000);

  test('of a million calls goes to its very end and back, by key and by thumb', async () => {
    await openLong('million');
    await row('Caller 0').focus();
    await win.page.keyboard.press('End');
    await row('Caller 999999').waitFor();
    await eventually(focusedName).toMatch(/^Caller 999999,/);
    expect((await expectNoGap()).at(-1)).toBe(999_999);
    await win.page.keyboard.press('ArrowUp');
    await eventually(focusedName).toMatch(/^Caller 999998,/);
    await win.page.keyboard.press('PageUp');
    await eventually(focusedName).toMatch(/^Caller 99999[0-5],/);
    await win.page.keyboard.press('Home');
    await eventually(focusedName).toMatch(/^Caller 0,/);
    expect((await expectNoGap())[0]).toBe(0);
    // The thumb is drawn to the middle, and then to the end.
    for (const part of [0.5, 1]) {
      await scroller().evaluate((element, to) => {
        element.scrollTop = (element.scrollHeight - element.clientHeight) * to;
      }, part);
      const wanted = part * 999_999;
      await eventually(async () =>
        Math.abs(((await inSight()).places.at(-1) ?? 0) - wanted),
      ).toBeLessThan(15_000);
      await drawn();
      await expectNoGap();
    }
    expect((await inSight()).places.at(-1)).toBe(999_999);
    // From the middle of a scaled track the wheel still turns row by row.
    await scroller().evaluate((element) => {
      element.scrollTop = element.scrollHeight / 3;
    });
    await drawn();
    const [before = 0] = await expectNoGap();
    await scroller().hover();
    await win.page.mouse.wheel(0, 560);
    await eventually(
      async () => ((await inSight()).places[0] ?? 0) - before,
    ).toBeGreaterThanOrEqual(8);
    await win.page.waitForTimeout(300);
    const [after = 0] = await expectNoGap();
    expect(after - before).toBeLessThanOrEqual(11);
  }, 60_000);

  test('keeps what is looked at in its place when a call comes in, and says that it did', async () => {
    await openLong('hundred-thousand');
    await scroller().hover();
    await win.page.mouse.wheel(0, 5_000);
    await eventually(async () => (await inSight()).places[0] ?? 0).toBeGreaterThan(60);
    await win.page.waitForTimeout(200);
    const look = () =>
      win.page.evaluate(() => {
        const item = [...document.querySelectorAll('[aria-label="Call history"] > *')].find(
          (each) => each.getBoundingClientRect().top > 450,
        );
        const label = item?.querySelector('[data-row]')?.getAttribute('aria-label');
        return [label, Math.round(item?.getBoundingClientRect().top ?? 0)] as const;
      });
    const before = await look();
    await win.page.evaluate(() => {
      const { world, touch } = window.fake;
      const many = world.manyCalls!;
      world.manyCalls = {
        total: many.total + 3,
        rowAt: (index) =>
          index < 3
            ? { ...many.rowAt(0), id: `new-${index}` as never, startedAt: Date.now() }
            : many.rowAt(index - 3),
      };
      touch();
    });
    await win.button('New above').waitFor();
    expect(await look()).toEqual(before);
    await win.button('New above').click();
    await eventually(async () => (await inSight()).places[0]).toBe(0);
    expect(await win.button('New above').count()).toBe(0);
  });

  test('is narrowed by kind, time and person, and says when nothing is left', async () => {
    await win.open('demo');
    await win.page.getByRole('list', { name: 'Call history' }).waitFor();
    await win.button('Missed').click();
    const labels = () =>
      win.page
        .locator('[aria-label="Call history"] [data-row]')
        .evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label') ?? ''));
    await eventually(async () =>
      (await labels()).every((each) => /Missed|voicemail/.test(each)),
    ).toBe(true);
    await win.button('Filter, 1 on').click();
    await win.button('Outgoing').click();
    await eventually(async () => (await labels()).every((each) => each.includes('Outgoing'))).toBe(
      true,
    );
    await win.page.getByRole('textbox', { name: 'Name or number' }).last().fill('nobody at all');
    await win.page.getByText('No call matches the filter.').waitFor();
    expect(await win.button('Make a call list from these').count()).toBe(0);
    await win.button('Clear filters').click();
    await eventually(async () => (await labels()).some((each) => each.includes('Incoming'))).toBe(
      true,
    );
    await win.button('Custom').click();
    await win.page.getByLabel('From', { exact: true }).fill('2001-01-01');
    await win.page.getByLabel('To', { exact: true }).fill('2001-01-31');
    await win.page.getByText('No call matches the filter.').waitFor();
    await win.button('Any time').click();
    await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  });

  test('lets new missed calls stand out until it is left, and counts them no longer', async () => {
    await win.open('demo');
    await row('[^,]+').first().waitFor();
    const marked = win.page.locator('[aria-label="Call history"] [data-row][aria-label*="New"]');
    await eventually(() => marked.count()).toBeGreaterThan(0);
    await eventually(() =>
      win.page.evaluate(() => window.fake.world.calls.some(({ isNew }) => isNew)),
    ).toBe(false);
    await win.page.waitForTimeout(100);
    expect(await marked.count()).toBeGreaterThan(0);
    await win.page.getByRole('button', { name: 'Messages' }).click();
    await win.page.getByRole('button', { name: 'Calls', exact: true }).click();
    await row('[^,]+').first().waitFor();
    await eventually(() => marked.count()).toBe(0);
  });
});
