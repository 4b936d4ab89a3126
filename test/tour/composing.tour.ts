import type { Page } from '@playwright/test';
import { drawPicture } from '../../simulator/messages/picture.ts';
import { ask } from '../e2e/support/ask.ts';
import { composer, openThread, rowsOf, test } from '../e2e/support/sidetone.ts';
import { compact, createCamera, tall, wide, type Camera } from './camera.ts';
import {
  anh,
  choose,
  jamal,
  maria,
  open,
  photograph,
  sofia,
  startTexting,
  tanya,
} from './texting-steps.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const both = [wide, compact];

let camera: Camera;
test.beforeAll(async () => {
  camera = await createCamera(201);
});

const attach = (page: Page, files: readonly { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('input[type=file]').setInputFiles([...files]);

async function writeTo(page: Page, ...numbers: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'New text' }).click();
  for (const number of numbers) {
    await page.getByRole('combobox', { name: 'To' }).fill(number);
    await page.getByRole('combobox', { name: 'To' }).press('Enter');
  }
}

test('what goes into a text', async ({ launch, simulator }) => {
  const { page } = await startTexting(launch, simulator);
  await choose(page, {
    textPrices: { segment: 0.0085, media: 0.02, currency: 'USD' },
    ownFields: [{ name: 'office', value: '12 Congress Ave' }],
  });
  const templates = [
    ['Documents', 'Hi {first name|there}, two pay stubs and two W-2s are all I need from you.'],
    ['Where we are', 'Hi {first name|there}, you find us at {office}. Ring twice.'],
    ['Rate locked', 'Good news, {first name|there}: your rate is locked until {day}.'],
  ] as const;
  for (const [title, body] of templates) await ask(page, 'templates.save', { title, body });

  await open(page, anh);
  await composer(page).pressSequentially('/');
  await page.getByRole('listbox', { name: 'Templates' }).getByRole('option').first().waitFor();
  await camera.take(page, 'text-templates', both);
  await composer(page).press('Escape');
  await composer(page).fill('');
  await page.getByRole('button', { name: 'Insert an emoji' }).click();
  await page
    .getByRole('gridcell')
    .or(page.getByRole('button', { name: 'grinning' }))
    .first()
    .waitFor();
  await page.waitForTimeout(300);
  await camera.take(page, 'text-emoji', both);
  await page.keyboard.press('Escape');

  const long =
    'Hi Anh, the appraisal came in at value, the title is clear and the underwriter has signed off. ' +
    'That’s everything. Closing is on Friday at ten at Capitol Title, room one.';
  await composer(page).fill(long);
  await page.getByText(/instead of/).waitFor();
  await camera.take(page, 'text-counter', both);
  await page.getByRole('button', { name: /^From \(/ }).click();
  await page.getByRole('menu').waitFor();
  await camera.take(page, 'text-from', both);
  await page.keyboard.press('Escape');

  await composer(page).fill('I will recieve the documnets on Friday.');
  await page
    .getByText('2 words may be misspelled.', { exact: false })
    .waitFor({ state: 'attached' });
  await composer(page).evaluate((field) => (field as HTMLTextAreaElement).setSelectionRange(9, 9));
  await composer(page).press('Control+.');
  await page.getByRole('menuitem', { name: 'receive', exact: true }).waitFor();
  await camera.take(page, 'text-spelling', [wide]);
  await page.keyboard.press('Escape');

  await composer(page).fill('Here is the house, and the disclosure.');
  await attach(page, [
    { name: 'House front.png', mimeType: 'image/png', buffer: await photograph(page) },
    { name: 'Kitchen.png', mimeType: 'image/png', buffer: drawPicture(4) },
    {
      name: 'Disclosure.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.4\n${'0'.repeat(180_000)}\ntrailer<</Root 1 0 R>>\n`),
    },
    { name: 'Statement.png', mimeType: 'image/png', buffer: Buffer.alloc(4_000, 'MZ') },
  ]);
  await page.getByText(/sent as/).waitFor({ timeout: 40_000 });
  await camera.take(page, 'text-files', both);
});

test('what somebody sends', async ({ launch, simulator }) => {
  const { page } = await startTexting(launch, simulator);
  const { account } = simulator;
  account.receiveText({
    from: jamal,
    text: 'The porch, and how it sounds:',
    files: ['picture', 'voice'],
  });
  account.receiveText({ from: jamal, text: '', files: ['video', 'contact'] });
  account.receiveText({ from: jamal, text: 'And the papers', files: ['document', 'program'] });
  account.receiveText({
    from: jamal,
    text: 'Sign here today: https://docusign.com@docus\u0456gn.example/sign?loan=412 or call 512-555-0184 by 2026-12-01.',
  });
  await rowsOf(page, 'Conversations').filter({ hasText: 'Sign here today' }).waitFor();
  await open(page, jamal);
  await openThread(page).getByText('Otto Sparks').waitFor({ timeout: 20_000 });
  await page.waitForTimeout(800);
  await camera.take(page, 'text-media', [
    { ...tall, height: 1900 },
    { ...compact, height: 1900 },
  ]);
  await openThread(page)
    .getByRole('button', { name: /^View: Picture/ })
    .last()
    .click();
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(400);
  await camera.take(page, 'text-picture', both);
  await page.keyboard.press('Escape');
  await openThread(page)
    .getByRole('button', { name: /docusign/ })
    .click();
  await page.getByRole('button', { name: 'Open in browser' }).waitFor();
  await camera.take(page, 'text-link', both);
});

test('a text to each', async ({ launch, simulator }) => {
  const { page } = await startTexting(launch, simulator);
  await choose(page, { textPrices: { segment: 0.0085, media: 0.02, currency: 'USD' } });
  await writeTo(page, maria, tanya, sofia, '+1 800 555 0149');
  await composer(page).fill(
    'Hi {first name|there}, rates are down. Shall we look at {company|yours}?',
  );
  await page.waitForTimeout(300);
  await camera.take(page, 'text-to-several', both);
  await page.getByText('A separate text to each', { exact: true }).click();
  await rowsOf(page, 'People').first().waitFor();
  await camera.take(page, 'text-to-each', both);
  await page.getByRole('button', { name: 'Send 4 texts' }).click();
  await page.getByText('4 texts on their way').first().waitFor({ timeout: 20_000 });
  await camera.take(page, 'text-to-each-sent', both);
});
