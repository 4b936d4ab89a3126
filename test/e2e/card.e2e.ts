import { cardsOf, click, isShown, quickOf, settle } from './support/cards.ts';
import { deviceNumber, expect, ringOuts, rowsOf, signIn, test } from './support/sidetone.ts';

/** Toll-free: it is nowhere, so nobody is asked whether it is too early there; and they answer. */
const stranger = { link: 'tel:+1-800-555-0141;ext=9', shown: '(800) 555-0141' };
const asked = `Call ${stranger.shown}?`;

test('a link waits for the sign-in, shows a card, and Enter calls once', async ({
  launch,
  simulator,
  requests,
}) => {
  const { app, page } = await launch();
  await page.getByLabel('Client ID').waitFor();
  expect(page.url()).toContain('index.html');
  await click(app, stranger.link);
  const cards = await cardsOf(app);
  await expect(cards.getByRole('article')).toHaveCount(0);
  expect(await isShown(app, cards)).toBe(false);

  await signIn(page, simulator);
  const card = cards.getByRole('article', { name: asked });
  await expect(card.getByRole('heading', { name: stranger.shown })).toBeVisible();
  await expect(card.getByText('+1 800 555 0141')).toBeVisible();
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
  await expect(page.getByRole('region', { name: 'Current call' })).toContainText('Connected', {
    timeout: 20_000,
  });
  await expect.poll(() => isShown(app, cards)).toBe(false);
  expect(ringOuts(requests)).toHaveLength(1);
});

test('several links are a card each, equal ones are one, and a hundred can be stopped', async ({
  launch,
  simulator,
  requests,
}) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  const cards = await cardsOf(app);
  await click(app, 'tel:+18005550141', 'tel:800-555-0142', 'tel:+1(800)555-0141');
  const all = cards.getByRole('article');
  await expect(all).toHaveCount(2);
  await expect(cards.getByRole('article', { name: 'Call (800) 555-0142?' })).toHaveCount(1);
  await settle(cards);
  await cards.keyboard.press('Escape');
  await expect(all).toHaveCount(1);
  await cards.keyboard.press('Escape');
  await expect.poll(() => isShown(app, cards)).toBe(false);

  const hundred = Array.from({ length: 100 }, (_, index) => `tel:+19075550${100 + index}`);
  await click(app, ...hundred);
  const stop = cards.getByRole('button', { name: 'Stop showing cards from links for 10 minutes' });
  await stop.waitFor();
  await expect(all).toHaveCount(1);
  await stop.click();
  await expect.poll(() => isShown(app, cards)).toBe(false);
  await click(app, stranger.link);
  await page.waitForTimeout(500);
  await expect(all).toHaveCount(0);
  expect(ringOuts(requests)).toHaveLength(0);
});

test('emergency numbers offer no call, and a text becomes a draft', async ({
  launch,
  simulator,
  requests,
}) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  const cards = await cardsOf(app);
  for (const link of ['tel:911', 'tel:+1-9-1-1', 'tel:9911']) {
    await click(app, link);
    await expect(cards.getByText('Sidetone cannot call emergency services')).toBeVisible();
    await expect(cards.getByRole('button', { name: /^(?:Call|Text)/ })).toHaveCount(0);
    await settle(cards);
    await cards.keyboard.press('Escape');
    await expect.poll(() => isShown(app, cards)).toBe(false);
  }
  await click(app, 'sms:+18005550141?body=On%20my%20way');
  const quick = await quickOf(app);
  await expect(quick.getByRole('textbox', { name: 'Message', exact: true })).toHaveValue(
    'On my way',
  );
  expect(await isShown(app, cards)).toBe(false);
  await quick.keyboard.press('Escape');
  await expect.poll(() => isShown(app, quick)).toBe(false);
  expect(requests.filter((request) => /^POST .*\/(?:sms|ring-out)$/.test(request))).toEqual([]);
});

test('while RingCentral is away a card says why, and hands the number over', async ({
  launch,
  simulator,
  requests,
}) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  await expect(rowsOf(page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  const cards = await cardsOf(app);
  await simulator.goDown();
  await expect(page.getByText('RingCentral cannot be reached').first()).toBeVisible({
    timeout: 20_000,
  });
  await click(app, stranger.link);
  const card = cards.getByRole('article', { name: asked });
  await expect(card.getByRole('alert')).toContainText('RingCentral cannot be reached');
  // What Enter does is what works now.
  await expect(card.getByRole('button', { name: 'Call with this device' })).toBeFocused();
  await settle(cards);
  await cards.keyboard.press('Enter');
  await expect(deviceNumber(cards)).toContainText(stranger.shown);
  await expect(
    deviceNumber(cards).getByRole('img', { name: `QR code that calls ${stranger.shown}` }),
  ).toBeVisible();
  const newest = rowsOf(page, 'Call history').first();
  await expect(newest).toContainText(stranger.shown);
  await expect(newest).toContainText('Called with this device');
  expect(ringOuts(requests)).toHaveLength(0);
});
