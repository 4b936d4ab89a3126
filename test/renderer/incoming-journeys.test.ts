import { describe, expect, test } from 'vitest';
import type { IncomingCall } from '../../shared/model/cards.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { button, asked, open } = win;

/** Opens the small window's page. */
async function openCard(scene = 'incoming'): Promise<void> {
  await open(scene, 'card.html');
  await win.page.getByRole('heading', { level: 2 }).first().waitFor();
}

/** Main tells how the call goes on. */
const become = (call: Partial<IncomingCall>): Promise<void> =>
  win.page.evaluate((news) => {
    const { world, touch } = window.fake;
    world.cards = (world.cards ?? []).map((card) =>
      card.kind === 'incoming'
        ? Object.assign({}, card, { call: Object.assign({}, card.call, news) })
        : card,
    );
    touch();
  }, call);

const told = () => win.page.locator('[role=alert]').first();

describe('the card of somebody who calls', () => {
  test('says who it is and what is known, aloud as well, and cannot answer', async () => {
    await openCard();
    expect(await told().textContent()).toBe('Ada Brook is calling');
    const known = win.page.getByRole('list', { name: 'What you know about Ada Brook' });
    expect(await known.getByRole('listitem').count()).toBe(3);
    await known.getByText(/^Last text/).waitFor();
    await known.getByText('Send the new rates').waitFor();
    await win.page.getByText('Answer on your phone').waitFor();
    // The card itself, so that no key presses a button by mistake.
    expect(await win.page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE');
    await button('Open in CRM').click();
    expect(await asked()).toEqual([{ crm: 'card-c-0' }]);
  });

  test('follows the call to its end and leaves room for what came of it', async () => {
    await openCard();
    await become({ state: 'answered', answeredAt: Date.now() - 61_000 });
    await win.page.getByText('On the phone').waitFor();
    expect(await win.page.getByRole('timer').textContent()).toMatch(/^1:0\d$/);
    expect(await button('Text back: Ada Brook').count()).toBe(0);
    await become({ state: 'ended', endedAt: Date.now() });
    await expect.poll(() => told().textContent()).toBe('The call with Ada Brook has ended');
    await win.page.getByRole('button', { name: 'Reached' }).click();
    const line = win.page.getByLabel('Note about the call with Ada Brook');
    await line.fill('wants a quote');
    await line.press('Enter');
    await win.page.getByText('wants a quote').waitFor();
    await button('Done').click();
    await expect
      .poll(asked)
      .toEqual(
        expect.arrayContaining([
          { touched: 'c-0', isNoted: true },
          { note: '', outcome: 'Reached' },
          { changed: 'wants a quote', outcome: 'Reached' },
          { dismissed: 'card-c-0' },
        ]),
      );
  });

  test('calls back whom nobody answered, with the guards of every call', async () => {
    await openCard();
    const back = button('Call back Ada Brook');
    expect(await back.count()).toBe(0);
    await become({ state: 'missed', endedAt: Date.now() });
    await win.page.getByText(/^Missed at /).waitFor();
    await win.page.getByRole('article', { name: 'Missed call' }).waitFor();
    await win.page.evaluate(() => {
      const { world, touch } = window.fake;
      const party = { number: '+14155550100' } as never;
      world.guards.doNotCall = [
        { number: '+14155550100' as never, party, reason: 'They asked', addedAt: 0 },
      ];
      touch();
    });
    await back.click();
    const dialled = async () =>
      (await asked()).filter((one) => typeof one === 'object' && one !== null && 'number' in one);
    const yes = button('Call anyway');
    await yes.waitFor();
    expect(await dialled()).toEqual([]);
    await yes.click();
    await expect
      .poll(dialled)
      .toMatchObject([{ number: '+14155550100', cardId: 'card-c-0', confirmed: ['do-not-call'] }]);
  });

  test('offers no call back to whom the user talked with, or who withholds a number', async () => {
    await openCard('two-incoming');
    await become({ state: 'missed', endedAt: Date.now() });
    await button('Call back Ada Brook').waitFor();
    expect(await win.page.getByRole('button', { name: /^Call back / }).count()).toBe(1);
    await become({ state: 'ended', answeredAt: Date.now(), endedAt: Date.now() });
    await expect.poll(() => button('Call back Ada Brook').count()).toBe(0);
  });

  test('texts back with a time that can still be changed, once', async () => {
    await openCard();
    await button('Text back: Ada Brook').click();
    await win.page.getByRole('button', { name: /^In a meeting, I will call you at \d/ }).click();
    const field = win.page.getByLabel('Text to Ada Brook');
    expect(await field.inputValue()).toMatch(/at \d{1,2}:(00|15|30|45)/);
    await field.fill('In a meeting, I will call you at noon');
    await field.press('Enter');
    await win.page.getByText(/^Text on its way/).waitFor();
    const sent = (await win.page.evaluate(() => window.fake.world.reads)).filter(
      ({ name }) => name === 'messages.send',
    );
    expect(sent).toMatchObject([{ input: { text: 'In a meeting, I will call you at noon' } }]);
  });

  test('keeps a text that main refuses, and sends it again as the same one', async () => {
    await openCard();
    await win.page.evaluate(() => {
      window.fake.world.fails['messages.send'] = {
        kind: 'rejected',
        code: 'text.no-sender',
        message: 'text.no-sender',
        retry: 'user',
      } as never;
    });
    await button('Text back: Ada Brook').click();
    await button('Something else').click();
    await win.page.getByLabel('Text to Ada Brook').fill('Later');
    await button('Send').click();
    await win.page.getByRole('form', { name: 'Text back: Ada Brook' }).getByRole('alert').waitFor();
    await win.page.evaluate(() => delete window.fake.world.fails['messages.send']);
    await button('Send').click();
    await win.page.getByText(/^Text on its way/).waitFor();
    const ids = (await win.page.evaluate(() => window.fake.world.reads))
      .filter(({ name }) => name === 'messages.send')
      .map(({ input }) => (input as { clientId: string }).clientId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('tells several apart, and offers nothing for a number that is withheld', async () => {
    await openCard('two-incoming');
    await win.page.getByText('Queue New loans').waitFor();
    const hidden = win.page.locator('[data-card=card-c-1]');
    await hidden.getByText(/^Their number is hidden/).waitFor();
    expect(await hidden.getByRole('button', { name: /^Text|CRM/ }).count()).toBe(0);
    expect(await win.page.getByRole('button', { name: /^Text back: / }).count()).toBe(1);
    await hidden.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => hidden.count()).toBe(0);
  });

  test('fits the narrowest window with the largest letters', async () => {
    await win.page.setViewportSize({ width: 380, height: 700 });
    await openCard();
    await win.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const wide = await win.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(380);
  });
});

describe('the main window', () => {
  test('shows who is ringing above the call bar, for as long as it rings', async () => {
    await open('incoming');
    const bar = win.page.getByRole('region', { name: 'Incoming calls' });
    await bar.getByText('Ada Brook').waitFor();
    await become({ state: 'answered', answeredAt: Date.now() });
    await expect.poll(() => bar.count()).toBe(0);
    await become({ state: 'ringing' });
    await bar.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => bar.count()).toBe(0);
  });
});

describe('the settings of incoming calls', () => {
  const group = () => win.page.getByRole('region', { name: 'Incoming calls' });
  const saved = (name: string): Promise<unknown> =>
    win.page.evaluate((key) => (window.fake.world.settings as never)[key], name);

  test('turn cards off, and change what is said back', async () => {
    await open('demo');
    await button('Settings').click();
    await group().getByText('Do not show').click();
    await expect.poll(() => saved('showIncoming')).toBe(false);
    await group().getByLabel('New answer').fill('With a client, back at …');
    await group().getByRole('button', { name: 'Add' }).click();
    await expect
      .poll(() => saved('textBack'))
      .toEqual(expect.arrayContaining(['With a client, back at …']));
  });

  test('judge the address of the CRM as it is typed, try it, keep it and forget it', async () => {
    await open('demo');
    await button('Settings').click();
    const crm = win.page.getByRole('region', { name: 'Your CRM' });
    const field = crm.getByLabel('Address of a person’s page');
    await field.fill('http://crm.example.com');
    await crm.getByText(/^That is not an address of a page/).waitFor();
    expect(await crm.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    const address = 'https://crm.example.com/?phone={number}';
    await field.fill(address);
    await crm.getByRole('button', { name: 'Try it' }).click();
    await expect.poll(asked).toEqual([{ tried: address }]);
    await crm.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => saved('crmAddress')).toBe(address);
    await field.fill('');
    await crm.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.poll(() => saved('crmAddress')).toBeNull();
  });
});
