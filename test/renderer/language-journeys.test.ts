import { expect, test } from 'vitest';
import type { Route } from '../../shared/model/app.ts';
import { en } from '../../shared/strings/en.ts';
import { es } from '../../shared/strings/es.ts';
import { leavesOf, textsIn } from '../rules/words-read.ts';
import { alike } from '../rules/words-alike.ts';
import { faultsOf } from './harness/pseudo.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const widths = {
  wide: { width: 1280, height: 800 },
  compact: { width: 380, height: 780 },
} as const;

/** Every screen, with what is on it when it is there. */
const screens: readonly (readonly [Route, string])[] = [
  [{ screen: 'calls' }, 'main [data-row]'],
  [{ screen: 'messages' }, 'main [data-row]'],
  [{ screen: 'voicemail' }, 'main [data-row]'],
  [{ screen: 'contacts' }, 'main [data-row]'],
  [{ screen: 'follow-ups' }, 'main [data-row]'],
  [{ screen: 'call-lists', callListId: undefined }, 'main h1, main h2, main h3, main button'],
  [{ screen: 'search' }, 'main input'],
  [{ screen: 'diagnostics' }, 'main h1, main h2'],
  [{ screen: 'settings' }, 'main h2, main h3'],
] as readonly (readonly [Route, string])[];

async function show([route, sign]: readonly [Route, string]): Promise<void> {
  await win.page.evaluate((to) => window.fake.followRoute(to), route);
  await win.page.locator(sign).first().waitFor();
}

test('in the pseudo language every word of every screen is from strings, and none is cut off', async () => {
  const faults: string[] = [];
  await win.open('demo&language=pseudo');
  for (const [name, size] of Object.entries(widths)) {
    await win.page.setViewportSize(size);
    for (const screen of screens) {
      await show(screen);
      const { plain, cut } = await faultsOf(win.page);
      faults.push(...plain.map((fault) => `${screen[0].screen} ${name} plain ${fault}`));
      faults.push(...cut.map((fault) => `${screen[0].screen} ${name} cut ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});

test('in Spanish every screen says so to readers, and shows no English', async () => {
  const own = new Set(leavesOf(es).flatMap(({ value }) => textsIn(value)));
  // What the user finds and may change is theirs by now.
  const { usual: _theirs, ...said } = en;
  const english = leavesOf(said)
    .flatMap(({ value }) => textsIn(value))
    .filter((text) => /\p{L}{3}/u.test(text) && !own.has(text) && !alike.has(text));
  const leaks: string[] = [];
  await win.open('demo&language=es');
  for (const screen of screens) {
    await show(screen);
    const shown = await win.page.evaluate(() => [
      ...document.body.innerText.split('\n').map((line) => line.trim()),
      ...['aria-label', 'title', 'placeholder'].flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)].map((each) => each.getAttribute(name) ?? ''),
      ),
    ]);
    const seen = new Set(shown);
    leaks.push(
      ...english.filter((text) => seen.has(text)).map((text) => `${screen[0].screen}: ${text}`),
    );
  }
  expect(leaks).toEqual([]);
  expect(await win.page.locator('html').getAttribute('lang')).toBe('es');
  expect(await win.page.title()).not.toBe('');
});

test('in Spanish a narrow window has one line for how things stand, and one edge for choices', async () => {
  await win.open('demo&language=es');
  await win.page.setViewportSize(widths.compact);
  await win.page.getByRole('contentinfo').waitFor();
  const parts = win.page.getByRole('contentinfo').locator(':scope > :not([class*="hit"])');
  const tops = (): Promise<number> =>
    parts.evaluateAll((all) => {
      const boxes = all.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0);
      return Math.max(...boxes.map(({ top }) => top)) - Math.min(...boxes.map((b) => b.bottom));
    });
  await expect.poll(tops).toBeLessThan(0);
  await win.page.evaluate(() => {
    const { world, touch } = window.fake;
    world.callerIds = world.senders
      .slice(0, 2)
      .map(({ number }, at) => ({ number, label: undefined, isDefault: at === 0 }) as never);
    touch();
  });
  const choices = win.page.getByRole('search').getByRole('combobox', { name: /^(?!Nombre)/ });
  const edges = (): Promise<readonly number[]> =>
    choices.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  await expect.poll(async () => (await edges()).length).toBe(2);
  expect(new Set(await edges()).size).toBe(1);
});
