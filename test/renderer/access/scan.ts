import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { focusFaults, targetFaults } from './in-page.ts';

/** Half the width in twice the size is what a window of 1280 × 800 has at 200 %. */
const looks = [
  // Its colours are those of the last: they are measured there.
  { name: 'light', size: { width: 1280, height: 800 }, colorScheme: 'light', contrast: false },
  { name: '380 px, dark', size: { width: 380, height: 780 }, colorScheme: 'dark', contrast: true },
  { name: '200 %', size: { width: 640, height: 400 }, colorScheme: 'light', contrast: true },
] as const;
type Look = (typeof looks)[number]['name'];

/** In either theme, where there is little room. */
export const smallLooks: readonly Look[] = ['380 px, dark', '200 %'];

/** Every rule that axe has on by itself, of whatever impact, and the size of targets, which it has not. */
const rules = (contrast: boolean): RunOptions => ({
  resultTypes: ['violations'],
  rules: {
    'target-size': { enabled: true },
    // Advice, not a criterion: menus, hints and dialogs stand beside the landmarks they belong to.
    region: { enabled: false },
    // Advice as well: in a narrow window what is open covers the list with its heading.
    'page-has-heading-one': { enabled: false },
    'color-contrast': { enabled: contrast },
  },
});

export type Scanner = {
  /** Looks at what is on the page in each look, and notes what keeps somebody out. */
  readonly scan: (what: string, only?: readonly Look[]) => Promise<void>;
  readonly faults: () => readonly string[];
};

/** Looks over one page after another: axe, sizes of targets, focus, and what leaves the window. */
export function createScanner(pageOf: () => Page): Scanner {
  const faults: string[] = [];
  const scan: Scanner['scan'] = async (what, only) => {
    const page = pageOf();
    const wanted = looks.filter(({ name }) => only?.includes(name) !== false);
    for (const { name, size, colorScheme, contrast } of wanted) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // Whoever uses keys is shown where they are.
      await page.keyboard.press('Shift');
      const found = [
        ...(await axeFaults(page, rules(contrast))),
        ...(await page.evaluate(targetFaults)),
        ...(await page.evaluate(focusFaults)),
      ];
      faults.push(...found.map((fault) => `${what}, ${name}: ${fault}`));
    }
    const [first] = wanted;
    if (first !== undefined) await page.setViewportSize(first.size);
  };
  return { scan, faults: () => faults };
}

async function axeFaults(page: Page, options: RunOptions): Promise<readonly string[]> {
  // Once in a document: reading it takes longer than most looks.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (given) => (window as unknown as { readonly axe: typeof axe }).axe.run(document, given),
    options,
  );
  const nodes = violations.flatMap(({ id, nodes: all }) => all.map((node) => ({ id, ...node })));
  const kept: string[] = [];
  for (const { id, target, html } of nodes) {
    const [selector] = target;
    // A target that the edge of what scrolls cuts is as large as it is in sight.
    const isCut =
      id === 'target-size' && typeof selector === 'string' && (await fitsInSight(page, selector));
    if (!isCut) kept.push(`${id} at ${target.join(' ')} ${html.slice(0, 160)}`);
  }
  return kept;
}

function fitsInSight(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(async (place) => {
    document.querySelector(place)?.scrollIntoView({ block: 'center' });
    const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(
      place,
      {
        runOnly: ['target-size'],
        rules: { 'target-size': { enabled: true } },
      },
    );
    return violations.length === 0;
  }, selector);
}
