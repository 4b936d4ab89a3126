import type { Page } from '@playwright/test';
import { ask, contactOf } from '../e2e/support/ask.ts';
import { zoneAt } from '../e2e/support/hours.ts';
import { composer, expect, goTo, openThread, rowsOf, test } from '../e2e/support/sidetone.ts';
import { compact, createCamera, wide, type Camera } from './camera.ts';
import {
  anh,
  choose,
  jamal,
  loseNext,
  missAll,
  moveToSpamFilters,
  open,
  send,
  sofia,
  spamFilters,
  startTexting,
} from './texting-steps.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const both = [wide, compact];

let camera: Camera;
test.beforeAll(async () => {
  camera = await createCamera(181);
});

const whatHappened = (page: Page) => page.getByRole('button', { name: 'What happened?' });

test('how far texts have come', async ({ launch, simulator }) => {
  moveToSpamFilters(simulator);
  const { page } = await startTexting(launch, simulator);
  const { account } = simulator;
  await choose(page, { undoSeconds: 0 });
  const [buyer, agent] = spamFilters;
  account.receiveText({
    from: agent,
    others: [buyer],
    text: 'They painted it over the weekend. What do you think, Jamal?',
    files: ['picture'],
  });
  account.receiveText({ from: buyer, others: [agent], text: 'Sold. What is left to sign?' });
  await rowsOf(page, 'Conversations').filter({ hasText: 'What is left to sign' }).waitFor();
  await open(page, buyer, agent);
  await openThread(page)
    .getByRole('button', { name: /^View: Picture/ })
    .last()
    .waitFor();
  await send(page, 'Two pages, sign TODAY: bit.ly/3example');
  await whatHappened(page).waitFor({ timeout: 20_000 });
  await composer(page).fill('Two pages, Jamal. I will email you the link in a minute.');
  await page.waitForTimeout(600);
  await camera.take(page, 'text-group', both);
  await page.getByRole('button', { name: 'Who is in it' }).click();
  await camera.take(page, 'text-group-people', both);
  await page.getByRole('button', { name: 'Hide who is in it' }).click();
  await whatHappened(page).click();
  await page.getByRole('dialog').waitFor();
  await camera.take(page, 'text-what-happened', both);
  await page.keyboard.press('Escape');
  await composer(page).fill('');

  await open(page, jamal);
  loseNext(simulator);
  await send(page, 'Your certificate is on file, nothing else to do.');
  await openThread(page).getByText('Not sure it went').waitFor({ timeout: 30_000 });
  await camera.take(page, 'text-unknown', both);

  await choose(page, { undoSeconds: 10 });
  await open(page, anh);
  await send(page, 'The lock is good until the 14th. Shall I send the papers?');
  await openThread(page).getByRole('button', { name: 'Undo' }).waitFor();
  await camera.take(page, 'text-held', both);
  await choose(page, { undoSeconds: 0 });

  await open(page, sofia);
  await simulator.goDown();
  await page.getByText('RingCentral cannot be reached').first().waitFor({ timeout: 30_000 });
  await send(page, 'Claire has the statements. She calls you on Friday.');
  await openThread(page)
    .getByText('Goes out when the network is back')
    .waitFor({ timeout: 20_000 });
  await camera.take(page, 'text-waits-for-network', both);
});

test('what stands against a text', async ({ launch, simulator }) => {
  const { page } = await startTexting(launch, simulator);
  simulator.account.receiveText({ from: jamal, text: 'STOP' });
  await open(page, jamal);
  const closed = page.getByRole('region', { name: 'Why nothing can be written here' });
  await closed.waitFor({ timeout: 20_000 });
  await camera.take(page, 'text-opted-out', both);
  await page.getByRole('button', { name: 'Send anyway…' }).click();
  await camera.take(page, 'text-opted-out-reason', both);
  await page.getByRole('button', { name: 'Not now' }).click();

  const contactId = await contactOf(page, sofia);
  await ask(page, 'calls.set-time-zone', { contactId, zone: zoneAt(23 * 60 + 20).zone });
  await choose(page, { askQuietTexts: true, firstTextSentence: 'Reply STOP to opt out.' });
  await open(page, sofia);
  await composer(page).fill('The appraisal is in. It came in at value!');
  await page.getByRole('button', { name: /^Send at 8:00/ }).waitFor();
  await camera.take(page, 'text-quiet-hours', both);
  await page.getByRole('button', { name: /^Send at 8:00/ }).click();
  await page.getByRole('region', { name: 'Texts for later' }).waitFor();
  await camera.take(page, 'text-for-the-morning', both);

  await page.getByRole('button', { name: 'New text' }).click();
  await page.getByRole('combobox', { name: 'To' }).fill('+1 800 555 0149');
  await page.getByRole('combobox', { name: 'To' }).press('Enter');
  await ask(page, 'do-not-call.add', { numbers: '+1 800 555 0149', reason: 'Asked on 12 March' });
  await composer(page).fill('Hello, it is Dana from Harborlight.');
  await page.getByText('is added below it').waitFor();
  await camera.take(page, 'text-first', both);
  await composer(page).press('Enter');
  await page.getByRole('button', { name: 'Send anyway' }).waitFor();
  await camera.take(page, 'text-do-not-call', both);

  await goTo(page, 'Settings');
  const optOuts = page.getByRole('heading', { name: 'Who wants no texts' });
  await optOuts.scrollIntoViewIfNeeded();
  await page.getByRole('list', { name: 'Numbers that want no texts' }).waitFor();
  await camera.take(page, 'settings-whole-texts', [{ width: 1280, height: 7200 }]);
  for (const size of both) {
    await page.setViewportSize(size);
    for (const group of ['Texts', 'Notifications']) {
      await page
        .getByRole('navigation', { name: 'Settings' })
        .getByRole('button', { name: group, exact: true })
        .click();
      await camera.take(page, `settings-${group.toLowerCase()}-${size.width}`);
    }
    await optOuts.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
    await camera.take(page, `settings-opt-outs-${size.width}`);
  }
});

test('texts for later, and one whose time passed', async ({ demo, launch, userData }) => {
  const { page } = demo;
  await page.setViewportSize(wide);
  await ask(page, 'settings.set', { askQuietTexts: false });
  await goTo(page, 'Contacts');
  await rowsOf(page, 'Contacts').first().waitFor({ timeout: 20_000 });
  await goTo(page, 'Messages');
  await rowsOf(page, 'Conversations').first().waitFor({ timeout: 20_000 });
  await open(page, anh);
  await composer(page).fill('Happy closing day! The keys are at the front desk.');
  await page.getByRole('button', { name: 'Send later…' }).click();
  const dialog = page.getByRole('dialog', { name: 'When to send it' });
  await dialog.waitFor();
  await camera.take(page, 'text-when', both);
  await dialog.getByText('Cancel it if they reply first').click();
  await dialog.getByRole('button', { name: /^Tomorrow/ }).click();
  const later = page.getByRole('region', { name: 'Texts for later' });
  await later.getByText('Canceled if they reply first').waitFor();
  await camera.take(page, 'text-scheduled', both);
  await page.getByRole('button', { name: '1 text for later' }).click();
  await page.getByRole('dialog', { name: 'Texts for later' }).waitFor();
  await camera.take(page, 'text-all-scheduled', both);
  await demo.close();

  missAll(userData);
  const again = await launch({ size: wide });
  await goTo(again.page, 'Messages');
  await rowsOf(again.page, 'Conversations').first().waitFor({ timeout: 20_000 });
  await open(again.page, anh);
  await again.page.getByText('Not sent: its time passed').waitFor({ timeout: 30_000 });
  await camera.take(again.page, 'text-missed', both);
  await expect(again.page.getByRole('button', { name: /to decide on/ }).first()).toBeVisible();
});
