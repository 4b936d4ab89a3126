import type { Page } from '@playwright/test';
import type { E164 } from '../../shared/model/ids.ts';
import { ask, contactOf, textAtAnyHour } from '../e2e/support/ask.ts';
import { isDayIn, numberByDay, zoneAt } from '../e2e/support/hours.ts';
import { deviceNumber, expect, test } from '../e2e/support/sidetone.ts';
import { clear, clickAndWait, remember, startSigned, type Signed } from './calling-steps.ts';
import { compact, createCamera, wide, type Camera } from './camera.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const both = [wide, compact];
/** Anh Nguyen and Sofia Rossi of the demo account, who have a company. */
const anh = '+17135550152' as E164;
const sofia = '+19175550155' as E164;

let camera: Camera;
test.beforeAll(async () => {
  camera = await createCamera(121);
});

const currentCall = (page: Page) => page.getByRole('region', { name: 'Current call' });

async function shootCard(signed: Signed, name: string, ...links: readonly string[]): Promise<void> {
  await clickAndWait(signed, ...links);
  await camera.take(signed.cards, name);
}

test('what a link proposes', async ({ launch, simulator }) => {
  const signed = await startSigned(launch, simulator);
  const { page, cards } = signed;
  // Where it is night in Texas, he is said to be somewhere else.
  if (!isDayIn('America/Chicago')) {
    const { zone } = zoneAt(11 * 60 + 20);
    await ask(page, 'calls.set-time-zone', { contactId: await contactOf(page, anh), zone });
  }
  await remember(page, anh);
  await ask(page, 'settings.set', { crmAddress: 'https://crm.example.com/search?phone={number}' });

  await shootCard(signed, 'card-known', `tel:${anh}`);
  await clear(signed);
  await shootCard(signed, 'card-unknown', `${numberByDay()};ext=9`);
  await clear(signed);
  await shootCard(signed, 'card-emergency', 'tel:+1-911');
  await clear(signed);

  const late = zoneAt(23 * 60 + 40);
  await ask(page, 'calls.set-time-zone', {
    contactId: await contactOf(page, sofia),
    zone: late.zone,
  });
  // The quiet hour is main's to see; which minute of it is shown is the page's.
  await cards.clock.setFixedTime(late.at);
  await shootCard(signed, 'card-late', `tel:${sofia}`);
  await cards.keyboard.press('Enter');
  await cards.getByRole('button', { name: 'Call anyway' }).waitFor();
  await cards.clock.setFixedTime(late.at);
  await camera.take(cards, 'card-late-question');
  await cards.getByRole('button', { name: 'Agreed time' }).click();
  await camera.take(cards, 'card-late-reason');
  await cards.getByRole('button', { name: 'Not now' }).click();
  await clear(signed);
  await cards.clock.setFixedTime(Date.now());

  await shootCard(signed, 'card-premium', 'tel:+1-900-555-0142');
  await cards.keyboard.press('Enter');
  await cards.getByRole('button', { name: 'Call anyway' }).waitFor();
  await camera.take(cards, 'card-premium-question');
  await clear(signed);
  await ask(page, 'do-not-call.add', {
    numbers: '+1 800 555 0149',
    reason: 'Asked on 12 March not to be called',
  });
  await shootCard(signed, 'card-do-not-call', 'tel:+1-800-555-0149');
  await cards.keyboard.press('Enter');
  await cards.getByRole('button', { name: 'Call anyway' }).waitFor();
  await camera.take(cards, 'card-do-not-call-question');
  await clear(signed);
  await shootCard(signed, 'card-unreadable', 'tel:ask-at-the-front-desk');
  await clear(signed);
  // So many in so short a time would be a flood.
  await page.waitForTimeout(5_500);
  await shootCard(signed, 'card-several', `tel:${anh}`, 'tel:+18005550143', 'tel:+18005550144');
  await clear(signed);
  await page.waitForTimeout(5_500);
  await clickAndWait(
    signed,
    ...Array.from({ length: 100 }, (_, index) => `tel:+18005550${100 + index}`),
  );
  const stop = cards.getByRole('button', { name: /^Stop showing/ });
  await stop.waitFor();
  await camera.take(cards, 'card-flood');
  await stop.click();
  await expect(cards.getByRole('article')).toHaveCount(0);
  simulator.account.receiveCall({ from: anh, outcome: 'missed', ringMs: 4_000 });
  await cards.getByRole('article').first().waitFor();
  await cards.waitForTimeout(300);
  await camera.take(cards, 'card-silence');
});

test('a call from a card, and without RingCentral', async ({ launch, simulator }) => {
  const signed = await startSigned(launch, simulator);
  const { page, cards } = signed;
  await clickAndWait(signed, 'tel:+18005550143;ext=9,,4711');
  await cards.keyboard.press('Enter');
  await expect(cards.getByText(/Ringing your phone/)).toBeVisible();
  await camera.take(cards, 'card-rings-you');
  await expect(cards.getByText(/Ringing \(800\)/)).toBeVisible();
  await camera.take(cards, 'card-rings-them');
  await expect(currentCall(page)).toContainText('Connected', { timeout: 20_000 });
  await camera.take(page, 'call-key-in', both);
  await expect(currentCall(page)).toContainText('Ended', { timeout: 20_000 });

  await simulator.goDown();
  await page.getByText('RingCentral cannot be reached').first().waitFor({ timeout: 20_000 });
  await shootCard(signed, 'card-offline', `tel:${anh}`);
  await cards.keyboard.press('Enter');
  await deviceNumber(cards).waitFor();
  await cards.waitForTimeout(300);
  await camera.take(cards, 'card-device');
  await camera.take(page, 'handed-over', both);
});

test('somebody calls', async ({ launch, simulator }) => {
  const signed = await startSigned(launch, simulator);
  const { page, cards } = signed;
  const { account } = simulator;
  await textAtAnyHour(page);
  await remember(page, anh);
  await ask(page, 'settings.set', { crmAddress: 'https://crm.example.com/search?phone={number}' });
  account.receiveCall({ from: anh, outcome: 'missed', ringMs: 9_000, queue: 'New loans' });
  const known = cards.getByRole('article').filter({ hasText: 'Anh Nguyen' });
  await known.waitFor();
  await cards.waitForTimeout(300);
  await camera.take(cards, 'incoming-known');
  await camera.take(page, 'incoming-bar', both);
  account.receiveCall({ outcome: 'answered', ringMs: 4_000, talkMs: 6_000 });
  await expect(cards.getByRole('article')).toHaveCount(2);
  await cards.waitForTimeout(300);
  await camera.take(cards, 'incoming-two');
  await expect(known).toContainText('Missed call', { timeout: 20_000 });
  await known.getByRole('button', { name: 'Call back later', exact: true }).click();
  await known.getByRole('button', { name: /^Text back: Anh Nguyen/ }).click();
  await known.getByRole('group', { name: 'What to say' }).waitFor();
  const others = cards.getByRole('article').filter({ hasNotText: 'Anh Nguyen' });
  await expect(others).toContainText('Call ended', { timeout: 20_000 });
  await others.getByRole('button', { name: 'Done' }).click();
  await cards.waitForTimeout(300);
  await camera.take(cards, 'incoming-text-back');
  await known.getByRole('button', { name: /^In a meeting/ }).click();
  await cards.waitForTimeout(300);
  await camera.take(cards, 'incoming-writing');
  await known.getByRole('button', { name: 'Send' }).click();
  await known.getByText(/^Text on its way/).waitFor();
  await camera.take(cards, 'incoming-sent');
  await known.getByRole('button', { name: 'Done' }).click();
  account.receiveCall({ outcome: 'missed', ringMs: 6_000 });
  await cards.getByText('Their number is hidden').waitFor();
  await cards.waitForTimeout(300);
  await camera.take(cards, 'incoming-withheld');
});
