import { beforeEach, describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button } = win;
const field = () => win.page.getByRole('combobox', { name: 'Search everything' });
const option = (name: RegExp | string) => win.page.getByRole('option', { name });
const options = () => win.page.getByRole('option');
const active = async (): Promise<string | null> => {
  const id = await field().getAttribute('aria-activedescendant');
  return win.page.locator(`[id="${id}"]`).textContent();
};

describe('searching everything', () => {
  beforeEach(async () => {
    await open('demo');
    await win.page.getByRole('navigation').waitFor();
    await win.page.keyboard.press('Control+f');
    await field().waitFor();
  });

  test('opens with the caret in its field and says what it can find', async () => {
    await win.page.getByText('Find any call, text, voicemail, note or person.').waitFor();
    await win.page.keyboard.type('Find');
    expect(await field().inputValue()).toBe('Find');
    await win.page.keyboard.press('Escape');
    expect(await field().inputValue()).toBe('');
    await button('appraisal').click();
    expect(await field().inputValue()).toBe('appraisal');
    await option(/^Text with .*appraisal/)
      .first()
      .waitFor();
  });

  test('Enter before the answer waits for it, and opens nothing that was found before', async () => {
    await win.page.keyboard.type('ada');
    await option(/^Ada Brook/)
      .first()
      .waitFor();
    await win.page.evaluate(() => {
      const { bridge } = window;
      const answer = bridge.call.bind(bridge);
      const later: typeof bridge.call = async (name, input) => {
        if (name === 'search.find') await new Promise((resolve) => setTimeout(resolve, 600));
        return answer(name, input);
      };
      Object.assign(bridge, { call: later });
    });
    await field().fill('castillo');
    await win.page.keyboard.press('Enter');
    await win.page.getByRole('heading', { name: 'Ben Castillo' }).first().waitFor();
  });

  test('finds while one types, and marks what it found', async () => {
    await win.page.keyboard.type('ada');
    await option(/^Ada Brook/)
      .first()
      .waitFor();
    const marks = options().first().locator('mark');
    await expect.poll(() => marks.allTextContents()).toEqual(['Ada']);
    await field().fill('APPRAIS');
    await option(/^Text with/)
      .first()
      .waitFor();
    await expect.poll(() => marks.allTextContents()).toEqual(['apprais']);
    await field().fill('415 555');
    await option(/^Ada Brook/)
      .first()
      .waitFor();
    expect(await options().first().locator('mark').allTextContents()).toEqual(['415) 555']);
  });

  test('is walked and opened from the field, and leads to the place in the thread', async () => {
    await win.page.keyboard.type('pay stubs');
    await option(/^Text with/)
      .first()
      .waitFor();
    const first = await active();
    await win.page.keyboard.press('ArrowDown');
    expect(await active()).not.toBe(first);
    await win.page.keyboard.press('ArrowUp');
    expect(await active()).toBe(first);
    expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
    await win.page.keyboard.press('Enter');
    await win.page.getByText('can you send the last two pay stubs?').first().waitFor();
    expect(await button('Messages').getAttribute('aria-current')).toBe('page');
  });

  test('keeps its words while one is elsewhere, and Escape leads back', async () => {
    await win.page.keyboard.type('brook');
    await option(/^Ada Brook/)
      .first()
      .waitFor();
    await button('Messages').click();
    await win.page.keyboard.press('Control+f');
    expect(await field().inputValue()).toBe('brook');
    await win.page.keyboard.press('Escape');
    await win.page.keyboard.press('Escape');
    expect(await button('Messages').getAttribute('aria-current')).toBe('page');
  });

  test('is narrowed by kind and by date, and widened again', async () => {
    await win.page.keyboard.type('ada');
    await option(/^Ada Brook/)
      .first()
      .waitFor();
    await win.page.getByRole('button', { name: 'Calls', exact: true }).last().click();
    await option(/^Call with Ada Brook/)
      .first()
      .waitFor();
    await expect.poll(() => option(/^Ada Brook,/).count()).toBe(0);
    await button('Date').click();
    await button('Custom').click();
    await win.page.getByLabel('From').fill('2001-01-01');
    await win.page.getByLabel('To').fill('2001-01-02');
    await win.page.getByText('No results for “ada” with these filters.').waitFor();
    await button('Search all kinds and times').click();
    await option(/^Ada Brook/)
      .first()
      .waitFor();
  });

  test('offers to call and to text a number that is nobody’s', async () => {
    await win.page.keyboard.type('(628) 555-0199');
    await option('Call (628) 555-0199').waitFor();
    await win.page.keyboard.press('ArrowDown');
    expect(await active()).toContain('Text (628) 555-0199');
    await win.page.keyboard.press('ArrowUp');
    await win.page.keyboard.press('Enter');
    await win.page.getByText('Ringing your phone').first().waitFor();
  });

  test('says that nothing was found, and what else to try', async () => {
    await win.page.keyboard.type('zzzzqq%_"');
    await win.page.getByText('No results for “zzzzqq%_"”.').waitFor();
  });

  test('says what went wrong, and tries again', async () => {
    const told = failure('internal', 'archive.locked', { retry: 'user' });
    await win.page.evaluate((reason) => {
      window.fake.world.fails['search.find'] = reason;
    }, told);
    // In one stroke: what is typed next would be searched for and found.
    await win.page.keyboard.insertText('ada');
    await button('Try again').waitFor();
    await win.page.evaluate(() => {
      delete window.fake.world.fails['search.find'];
    });
    await button('Try again').click();
    await option(/^Ada Brook/)
      .first()
      .waitFor();
  });

  test('reads on as it is scrolled', async () => {
    await win.page.keyboard.type('e');
    await option(/./).first().waitFor();
    const size = async (): Promise<number> =>
      Number(await options().first().getAttribute('aria-setsize'));
    expect(await size()).toBe(50);
    for (let n = 0; n < 7; n += 1) await win.page.keyboard.press('PageDown');
    await expect.poll(size).toBeGreaterThan(50);
  });
});

test('the hit itself is in sight where the window is narrow', async () => {
  await win.page.setViewportSize({ width: 380, height: 780 });
  await open('demo');
  await button('Search everything').click();
  await field().fill('corners');
  await option(/^Text with/)
    .first()
    .waitFor();
  const hidden = (): Promise<number> =>
    win.page.getByRole('option').evaluateAll(
      (rows) =>
        rows.filter((row) => {
          const mark = row.querySelector('mark')?.getBoundingClientRect();
          const when = row.lastElementChild?.getBoundingClientRect();
          return mark !== undefined && when !== undefined && mark.right > when.left;
        }).length,
    );
  await expect.poll(hidden).toBe(0);
});

describe('the way into the search', () => {
  test.each([1280, 760, 380])('is at hand at %d px', async (width) => {
    await win.page.setViewportSize({ width, height: 700 });
    await open('demo');
    await button('Search everything').click();
    await field().waitFor();
    const box = await field().boundingBox();
    expect(box?.width).toBeGreaterThan(200);
    await expect
      .poll(() => field().evaluate((input) => input === document.activeElement))
      .toBe(true);
    const overflow = await win.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});
