import { textAtAnyHour } from './support/ask.ts';
import { cardsOf, isShown } from './support/cards.ts';
import { expect, rowsOf, signIn, test } from './support/sidetone.ts';

/** Maria Delgado of the demo account. */
const maria = '+15125550134';

test('calls that come in show who it is, are told apart, and leave an outcome behind', async ({
  launch,
  simulator,
  requests,
}) => {
  const { app, page } = await launch();
  await signIn(page, simulator);
  await textAtAnyHour(page);
  await expect(rowsOf(page, 'Call history').first()).toBeVisible({ timeout: 20_000 });
  const { account } = simulator;
  await expect.poll(() => account.sockets.count, { timeout: 20_000 }).toBe(1);
  const cards = await cardsOf(app);

  account.receiveCall({ from: maria, outcome: 'missed', ringMs: 5_000, queue: 'New loans' });
  const known = cards.getByRole('article').filter({ hasText: 'Maria Delgado' });
  await expect(known).toContainText('Is calling you');
  await expect(known).toContainText('Queue New loans');
  await expect(known).toContainText('Answer on your phone');
  await expect.poll(() => isShown(app, cards)).toBe(true);
  account.receiveCall({ outcome: 'missed', ringMs: 1_500 });
  await expect(cards.getByRole('article')).toHaveCount(2);
  const withheld = cards.getByRole('article').filter({ hasText: 'Their number is hidden' });
  await expect(withheld).toContainText('Missed call');
  await expect(withheld.getByRole('button', { name: /^Text/ })).toHaveCount(0);
  await withheld.getByRole('button', { name: 'Done' }).click();

  await expect(known).toContainText('Missed call');
  await known.getByRole('button', { name: 'Call back later' }).click();
  await expect(known.getByRole('button', { name: 'Call back later' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await known.getByRole('button', { name: 'Text back: Maria Delgado' }).click();
  await known.getByRole('button', { name: 'I will call you back in ten minutes.' }).click();
  await known.getByRole('button', { name: 'Send' }).click();
  await expect(known).toContainText('Text on its way');
  await known.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => isShown(app, cards)).toBe(false);

  const line = rowsOf(page, 'Call history').filter({ hasText: 'Maria Delgado' }).first();
  await expect(line).toContainText('Missed');
  await expect(line).toContainText('Call back later');
  const sent = () => requests.filter((request) => /^POST .*\/sms$/.test(request));
  // It is held for a moment first.
  await expect.poll(() => sent().length, { timeout: 20_000 }).toBe(1);
});
