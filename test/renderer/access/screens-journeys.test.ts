import { expect, test, vi } from 'vitest';
import type { Route } from '../../../shared/model/app.ts';
import { useWindow } from '../harness/window.ts';
import { createScanner, smallLooks } from './scan.ts';

// Each walks through many parts, and looks at all of them in every size.
vi.setConfig({ testTimeout: 120_000 });

const win = useWindow();
const { button } = win;
const rows = (list: string) => win.page.getByRole('list', { name: list }).locator('[data-row]');
const go = (route: Route) => win.page.evaluate((to) => window.fake.followRoute(to), route);
const press = (key: string) => win.page.keyboard.press(key);

test('the screens of calls keep nobody out', async () => {
  const { scan, faults } = createScanner(() => win.page);
  await win.open('demo');
  await rows('Call history').first().waitFor();
  await scan('calls');
  await win.page.getByLabel('Name or number').fill('br');
  await win.page.getByRole('option').first().waitFor();
  await scan('suggestions');
  await win.page.getByLabel('Name or number').fill('911');
  await button('Show dial pad').click();
  await button('Call').click();
  await win.page.getByRole('alert').first().waitFor();
  await scan('a refused number and the dial pad');
  await win.page.getByLabel('Name or number').fill('');
  await button('Hide dial pad').click();
  await win.page.getByRole('button', { name: /^Filter/ }).click();
  await rows('Call history').nth(1).click();
  await button('Follow up').first().click();
  await button('In 1 hour').first().waitFor();
  await scan('a call, its notes and the filter');
  await go({ screen: 'voicemail' });
  await rows('Voicemails').first().click();
  await win.page.getByRole('group', { name: /^voicemail from/ }).waitFor();
  await scan('a voicemail');
  await go({ screen: 'follow-ups' });
  await rows('Open follow-ups').first().waitFor();
  await scan('follow-ups');
  await go({ screen: 'search' });
  await scan('an empty search');
  await win.page.keyboard.type('rate');
  await win.page.getByRole('option').first().waitFor();
  await scan('a search');
  await win.page.keyboard.type('zzz');
  await win.page.getByText(/zzz/).waitFor();
  await scan('a search without an answer');
  expect(faults()).toEqual([]);
});

test('the screens of texts and people keep nobody out', async () => {
  const { scan, faults } = createScanner(() => win.page);
  await win.open('demo');
  await rows('Call history').first().waitFor();
  await go({ screen: 'messages' });
  await rows('Conversations').first().waitFor();
  await scan('conversations', smallLooks);
  await rows('Conversations').first().click();
  await win.page.getByRole('region', { name: /^Texts with/ }).waitFor();
  await scan('a thread');
  await win.page.evaluate(() => window.fake.openThread('t-1' as never));
  await button('Send again').first().waitFor();
  await scan('texts that did not go');
  await win.page.evaluate(() => window.fake.openThread('t-3' as never));
  await win.page.getByRole('textbox', { name: 'Message', exact: true }).fill('x'.repeat(1_010));
  await win.page.getByText('10 characters too many').first().waitFor();
  await scan('a text that is too long for a group');
  await button('New text').click();
  await win.page.getByRole('combobox', { name: 'To' }).fill('ma');
  await win.page.getByRole('option').first().waitFor();
  await scan('a new text');
  await press('Escape');
  await go({ screen: 'contacts' });
  await rows('Contacts').first().waitFor();
  await scan('contacts', smallLooks);
  await rows('Contacts').first().click();
  await win.page.getByRole('radio', { name: 'Details' }).waitFor();
  await scan('a person');
  await win.page.getByRole('radio', { name: 'Details' }).click();
  await win.heading('Numbers').waitFor();
  await scan('the details of a person');
  await button('New contact').click();
  await win.page.getByRole('textbox', { name: 'Mobile number' }).fill('soon');
  await button('Save contact').click();
  await win.page.getByText('soon is not a phone number').waitFor();
  await scan('a contact that is refused');
  await press('Escape');
  await button('Import…').click();
  await button('Choose file…').click();
  await button('Left out (2)').click();
  await win.page.getByText('No name and no number').waitFor();
  await scan('an import');
  expect(faults()).toEqual([]);
});

test('call lists, settings and Diagnostics keep nobody out', async () => {
  const { scan, faults } = createScanner(() => win.page);
  await win.open('call-lists');
  await button('Call lists').click();
  await win.page.getByRole('button', { name: /^Expiring locks/ }).waitFor();
  await scan('call lists');
  await win.page.getByRole('button', { name: /^Expiring locks/ }).click();
  await win.page.getByRole('heading', { level: 3, name: 'Ada Brook' }).waitFor();
  await scan('somebody on a call list');
  await win.open('own');
  await rows('Call history').first().waitFor();
  await go({ screen: 'settings' });
  await button('Add a template').click();
  await win.page.getByLabel('Text', { exact: true }).fill('Thanks {first name}, see {place}!');
  await button('Back up now').click();
  await win.page.getByText('Made by hand').waitFor();
  await win.page.getByLabel('Address of a person’s page').fill('http://crm.example.com');
  await win.page.getByLabel('Numbers, one a line').fill('none');
  await button('Add to the list').click();
  await scan('the settings');
  await win.page.getByRole('textbox', { name: 'Search the settings' }).fill('zzz');
  await win.page.getByText('Show all settings').waitFor();
  await scan('no setting found');
  await win.open('diagnostics-trouble');
  await button('Status: open Diagnostics').click();
  await win.page.getByRole('heading', { name: 'This computer' }).waitFor();
  await scan('Diagnostics');
  expect(faults()).toEqual([]);
});

test('what the matter is keeps nobody out', async () => {
  const { scan, faults } = createScanner(() => win.page);
  const worlds: Readonly<Record<string, string>> = {
    empty: 'main',
    loading: 'main [role="status"]',
    broken: 'main [role="alert"], main button',
    offline: '[role="status"]',
    expired: '[role="status"]',
    notices: '[role="status"]',
    forbidden: 'main',
    ringing: 'section[aria-label="Current call"]',
    connected: 'section[aria-label="Current call"]',
    failed: 'section[aria-label="Current call"]',
    incoming: 'section[aria-label="Incoming calls"]',
  };
  for (const [world, sign] of Object.entries(worlds)) {
    await win.open(world);
    await win.page.locator(sign).first().waitFor();
    await scan(world, smallLooks);
  }
  expect(faults()).toEqual([]);
});
