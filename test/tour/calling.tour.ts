import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { E164 } from '../../shared/model/ids.ts';
import { ask, contactOf } from '../e2e/support/ask.ts';
import { click, isShown, quickOf } from '../e2e/support/cards.ts';
import { makeDesktop, missingForLinks } from '../e2e/support/desktop.ts';
import { answerFileDialog } from '../e2e/support/files.ts';
import { deviceNumber, expect, goTo, rowsOf, test } from '../e2e/support/sidetone.ts';
import { clear, clickAndWait, remember, startSigned, type Signed } from './calling-steps.ts';
import { compact, createCamera, wide, type Camera } from './camera.ts';
import { isDayIn, numberByDay, zoneAt } from '../e2e/support/hours.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const both = [wide, compact];
/** As large as the card is at 200 % on a small screen, and as small. */
const zoomed = { width: 640, height: 400 };
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

/** A link for texts opens a window of its own. */
async function shootQuick({ app }: Signed, name: string, link: string): Promise<void> {
  const quick = await quickOf(app);
  await click(app, link);
  await quick.getByRole('textbox', { name: 'Message', exact: true }).waitFor();
  await camera.take(quick, name);
  // The next one is to other people: what is written here is not to be kept aside.
  await quick.getByRole('textbox', { name: 'Message', exact: true }).fill('');
  await quick.keyboard.press('Escape');
  await expect.poll(() => isShown(app, quick)).toBe(false);
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
  await shootQuick(signed, 'quick-text', `sms:${anh}?body=I%20am%20five%20minutes%20late`);
  const group = `sms:${anh},${sofia},+12145550112?body=The%20closing%20moves%20to%20Friday`;
  await shootQuick(signed, 'quick-group-text', group);
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
  const stop = cards.getByRole('button', { name: /^Stop proposing/ });
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
  await known.getByRole('button', { name: 'Call back', exact: true }).click();
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
  await cards.getByText('They withhold their number').waitFor();
  await cards.waitForTimeout(300);
  await camera.take(cards, 'incoming-withheld');
});

test('a call that runs, and calls that do not come about', async ({ launch, simulator }) => {
  // More calls a minute than one person makes.
  simulator.account.rules.rateLimits.Heavy = 100;
  const { page } = await startSigned(launch, simulator);
  const call = currentCall(page);
  const field = page.getByLabel('Name or number');
  const dial = async (number: string): Promise<void> => {
    await field.fill(number);
    await page.getByRole('button', { name: 'Call', exact: true }).click();
  };
  await field.fill('+1 800 555 0161');
  await page.waitForTimeout(400);
  await camera.take(page, 'dialer-toll-free', [wide]);
  await field.fill('(415) 555-0142 ext. 9');
  await page.waitForTimeout(400);
  await camera.take(page, 'dialer-outlook', both);
  await field.fill('+1 900 555 0142');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('button', { name: 'Call anyway' }).waitFor();
  await camera.take(page, 'dialer-question', both);
  await page.getByRole('button', { name: 'Not now' }).click();

  await dial('(800) 555-0179');
  await expect(call).toContainText('Ringing your phone');
  await camera.take(page, 'live-rings-you', both);
  await expect(call).toContainText('Ringing (800)', { timeout: 20_000 });
  await camera.take(page, 'live-rings-them', [wide]);
  await expect(call).toContainText('Connected', { timeout: 20_000 });
  await call.getByRole('button', { name: /^Hold/ }).waitFor();
  await camera.take(page, 'live-connected', both);
  await call.getByRole('button', { name: /^Hold/ }).click();
  await expect(call).toContainText('On hold');
  await camera.take(page, 'live-hold', [wide]);
  await call.getByRole('button', { name: /^Hang up/ }).click();
  await expect(call).toContainText('Ended', { timeout: 20_000 });
  await camera.take(page, 'live-ended', both);

  const ends = [
    ['busy', '(800) 555-0190', {}],
    ['rejected', '(800) 555-0194', {}],
    ['international', '(800) 555-0161', { other: 'InternationalDisabled' }],
    ['no-funds', '(800) 555-0161', { other: 'NotEnoughFunds' }],
    ['own-phone', '(800) 555-0161', { own: 'Rejected' }],
  ] as const;
  for (const [name, number, legs] of ends) {
    await call.getByRole('button', { name: 'Dismiss' }).click();
    simulator.account.rules.ringOutLegs = { ...legs };
    simulator.account.resetRateLimits();
    await dial(number);
    await call.getByRole('button', { name: 'Dismiss' }).waitFor({ timeout: 20_000 });
    await camera.take(page, `live-${name}`, name === 'own-phone' ? both : [wide]);
  }
});

test('the window around it', async ({ launch, simulator, userData }) => {
  const desktop = missingForLinks().length === 0 ? makeDesktop(userData) : undefined;
  const { app, page } = await startSigned(launch, simulator, desktop ? { env: desktop.env } : {});
  await page.getByText('Open phone links with Sidetone?').waitFor();
  await camera.take(page, 'links-question', both);
  await page.getByRole('button', { name: 'No, thanks' }).click();

  await rowsOf(page, 'Call history').nth(1).getByRole('button').first().click();
  await page
    .getByRole('button', { name: /^\(\d{3}\) 555-01\d\d$/ })
    .last()
    .click();
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'phone-menu', both);
  await page.keyboard.press('Escape');
  await ask(page, 'do-not-call.add', {
    numbers: '+1 800 555 0149\n+1 800 555 0150',
    reason: 'Asked on 12 March not to be called',
  });
  await goTo(page, 'Settings');
  await page
    .getByRole('button', { name: /^Remove .* from the do-not-call list/ })
    .first()
    .waitFor();
  const whole = { width: 1280, height: 3600 };
  await camera.take(page, 'settings-calling', [whole, { width: 380, height: 5200 }]);

  await goTo(page, 'Calls');
  const file = join(userData, 'expiring-locks.csv');
  const lines = [
    'Ref,Office,Cell,Borrower,Loan',
    '1,(800) 555-0101,(800) 555-0141,Ada Brook,"412,000"',
    '2,,(713) 555-0152,Anh Nguyen,"287,500"',
    '3,(800) 555-0102,(800) 555-0143,Carla Dunn,"530,000"',
    '4,,ask her,Ravi Shah,"199,000"',
    '5,,911,Nobody,0',
  ];
  await writeFile(file, lines.join('\r\n'));
  await page.getByRole('button', { name: 'Call lists' }).click();
  await camera.take(page, 'call-lists-none', both);
  await answerFileDialog(app, { open: file });
  await page.getByRole('button', { name: 'From a file…' }).click();
  await page.getByRole('button', { name: 'Choose file…' }).click();
  await page
    .getByText(/to call$/)
    .first()
    .waitFor();
  await page.getByText('2 rows are left out').click();
  await camera.take(page, 'call-list-file', both);
  await page.getByRole('button', { name: 'Make the list' }).click();
  await page.getByRole('heading', { level: 3, name: 'Ada Brook' }).waitFor();
  await page.waitForTimeout(450);
  await camera.take(page, 'call-list-work', [wide, compact, zoomed]);
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Outcome' }).waitFor();
  await expect(currentCall(page)).toContainText('Connected', { timeout: 20_000 });
  await camera.take(page, 'call-list-calling', both);
  await page.getByRole('button', { name: 'Reached' }).click();
  await expect(currentCall(page)).toContainText('Ended', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('heading', { level: 3, name: 'Anh Nguyen' }).waitFor();
  await camera.take(page, 'call-list-next', [wide]);
  await page.getByRole('button', { name: 'Skip', exact: true }).click();
  await page.getByRole('heading', { level: 3, name: 'Carla Dunn' }).waitFor();
  await page.getByRole('button', { name: 'Skip', exact: true }).click();
  await page.getByRole('heading', { name: 'That was everyone' }).waitFor();
  await camera.take(page, 'call-list-summary', both);
});
