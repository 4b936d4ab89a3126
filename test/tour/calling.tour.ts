import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from '../e2e/support/ask.ts';
import { makeDesktop, missingForLinks } from '../e2e/support/desktop.ts';
import { answerFileDialog } from '../e2e/support/files.ts';
import { expect, goTo, rowsOf, test } from '../e2e/support/sidetone.ts';
import { startSigned } from './calling-steps.ts';
import { compact, createCamera, wide, type Camera } from './camera.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const both = [wide, compact];
/** As large as the card is at 200 % on a small screen, and as small. */
const zoomed = { width: 640, height: 400 };

let camera: Camera;
test.beforeAll(async () => {
  camera = await createCamera(150);
});

const currentCall = (page: Page) => page.getByRole('region', { name: 'Current call' });

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
