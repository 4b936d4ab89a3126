import type { ElectronApplication, Page } from '@playwright/test';
import { expect, ringOuts, signIn, test } from './support/sidetone.ts';

/** Fictional, and somebody who answers. */
const stranger = { link: 'tel:+1-907-555-0141;ext=9', shown: '(907) 555-0141' };

/** What the system does when a link is clicked; on every runtime the same. */
async function click(app: ElectronApplication, link: string): Promise<void> {
  await app.evaluate((electron, url) => {
    electron.app.emit('open-url', { preventDefault: () => undefined }, url);
  }, link);
}

async function cardsOf(app: ElectronApplication): Promise<Page> {
  const isCards = (page: Page): boolean => page.url().endsWith('card.html');
  await expect.poll(() => app.windows().some(isCards)).toBe(true);
  return app.windows().find(isCards) as Page;
}

/** Whether the small window is in sight. */
async function isShown(app: ElectronApplication, cards: Page): Promise<boolean> {
  const window = await app.browserWindow(cards);
  return window.evaluate((it) => it.isVisible());
}

/** A card that has just come up leaves an Enter to whom it was meant for. */
const settle = (page: Page): Promise<void> => page.waitForTimeout(300);

test('a link shows a card, and Enter calls', async ({ launch, simulator, requests }) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  expect(page.url()).toContain('index.html');
  const cards = await cardsOf(app);
  expect(await isShown(app, cards)).toBe(false);

  await click(app, stranger.link);
  const card = cards.getByRole('article', { name: `Call ${stranger.shown}?` });
  await expect(card.getByRole('heading', { name: stranger.shown })).toBeVisible();
  await expect(card.getByText('+1 907 555 0141')).toBeVisible();
  await expect(card.getByText('Then key in 9')).toBeVisible();
  await expect.poll(() => isShown(app, cards)).toBe(true);
  await expect(card.getByRole('button', { name: 'Call via RingCentral' })).toBeFocused();
  expect(ringOuts(requests)).toHaveLength(0);

  await settle(cards);
  await cards.keyboard.down('Enter');
  await cards.keyboard.down('Enter');
  await cards.keyboard.up('Enter');
  await cards.keyboard.press('Enter');
  await expect(cards.getByText(/Ringing/).first()).toBeVisible();
  await expect.poll(() => ringOuts(requests).length).toBe(1);
  // Both phones answer; the card leaves, and the call goes on in the bar of the main window.
  await expect.poll(() => isShown(app, cards), { timeout: 20_000 }).toBe(false);
  expect(ringOuts(requests)).toHaveLength(1);
});

test('a hundred links make one card, with a way to stop them', async ({ launch, simulator }) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  const cards = await cardsOf(app);
  for (let index = 0; index < 100; index++) {
    await click(app, `tel:+1907555${String(100 + index).padStart(4, '0')}`);
  }
  await expect(cards.getByRole('article')).toHaveCount(1);
  await cards.getByRole('button', { name: 'Stop proposing from links for 10 minutes' }).click();
  await expect.poll(() => isShown(app, cards)).toBe(false);
  await click(app, stranger.link);
  await expect(cards.getByRole('article')).toHaveCount(0);
});

test('a link that comes while nobody is signed in is proposed afterwards', async ({
  launch,
  simulator,
}) => {
  const { app, page } = await launch();
  await page.getByLabel('Client ID').waitFor();
  await click(app, stranger.link);
  const cards = await cardsOf(app);
  await expect(cards.getByRole('article')).toHaveCount(0);
  await signIn(page, simulator);
  await expect(cards.getByRole('article', { name: `Call ${stranger.shown}?` })).toBeVisible();
});

test('an emergency number offers no call, and Escape puts it away', async ({
  launch,
  simulator,
  requests,
}) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  const cards = await cardsOf(app);
  await click(app, 'tel:911');
  await expect(cards.getByText('Sidetone cannot call emergency services')).toBeVisible();
  await expect(cards.getByRole('button', { name: /^(?:Call|Text)/ })).toHaveCount(0);
  await settle(cards);
  await cards.keyboard.press('Escape');
  await expect.poll(() => isShown(app, cards)).toBe(false);
  expect(ringOuts(requests)).toHaveLength(0);
});

test('a text to write is handed to the main window as a draft', async ({
  launch,
  simulator,
  requests,
}) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  const cards = await cardsOf(app);
  await click(app, 'sms:+19075550141?body=On%20my%20way');
  await expect(cards.getByText('On my way')).toBeVisible();
  await settle(cards);
  await cards.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toHaveValue(
    'On my way',
  );
  expect(requests.filter((request) => /^POST .*\/sms$/.test(request))).toHaveLength(0);
  await expect.poll(() => isShown(app, cards)).toBe(false);
});
