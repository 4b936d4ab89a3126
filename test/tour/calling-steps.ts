import type { ElectronApplication, Page } from '@playwright/test';
import type { E164 } from '../../shared/model/ids.ts';
import type { Simulator } from '../../simulator/server.ts';
import { ask } from '../e2e/support/ask.ts';
import { cardsOf, click, isShown } from '../e2e/support/cards.ts';
import {
  expect,
  goTo,
  rowsOf,
  signIn,
  type Launch,
  type Sidetone,
} from '../e2e/support/sidetone.ts';
import { wide } from './camera.ts';

/** A running Sidetone that knows its calls and contacts and hears of news, and its small window. */
export type Signed = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly cards: Page;
};

export async function startSigned(
  launch: (more?: Partial<Launch>) => Promise<Sidetone>,
  simulator: Simulator,
  more: Partial<Launch> = {},
): Promise<Signed> {
  const { app, page } = await launch({ size: wide, ...more });
  await signIn(page, simulator);
  // Where links can be taken, that is asked; here other things are looked at.
  if (more.env === undefined) await ask(page, 'links.asked', undefined);
  await rowsOf(page, 'Call history').first().waitFor({ timeout: 20_000 });
  await expect.poll(() => simulator.account.sockets.count, { timeout: 20_000 }).toBe(1);
  await goTo(page, 'Contacts');
  await rowsOf(page, 'Contacts').first().waitFor({ timeout: 20_000 });
  await goTo(page, 'Calls');
  return { app, page, cards: await cardsOf(app) };
}

/** What there is to know about somebody: a note, and when to get back to them. */
export async function remember(page: Page, number: E164): Promise<void> {
  const about = { whose: { number } };
  await ask(page, 'notes.add', { about, text: 'Wants the rate locked before the appraisal.' });
  const dueAt = Date.now() + 90 * 60_000;
  await ask(page, 'follow-ups.add', { about, dueAt, text: 'Send the new rates' });
}

/** Clicks links, and waits until the small window shows what comes of them. */
export async function clickAndWait(
  { app, cards }: Signed,
  ...links: readonly string[]
): Promise<void> {
  await click(app, ...links);
  await expect(cards.getByRole('article').first()).toBeVisible();
  await expect.poll(() => isShown(app, cards)).toBe(true);
  // A card that has just come up takes no key.
  await cards.waitForTimeout(400);
}

/** Puts every card away. */
export async function clear({ app, cards }: Signed): Promise<void> {
  await expect(async () => {
    await cards.keyboard.press('Escape');
    expect(await isShown(app, cards)).toBe(false);
  }).toPass();
  // Many links in a few seconds are a flood, and the pointer is to hover over nothing.
  await cards.mouse.move(1, 1);
  await cards.waitForTimeout(1_100);
}
