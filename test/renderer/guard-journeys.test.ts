import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

/** A zone where it is in the fourth hour of the night, and one where it is noon, at this moment. */
const zoneAt = (hour: number): string => {
  const east = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  // The names count the other way: Etc/GMT-3 is three hours ahead.
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
};
const night = zoneAt(3);
const noon = zoneAt(12);

const field = () => win.page.getByLabel('Name or number');
const callButton = () => win.button('Call');
const say = (name: string | RegExp) => win.page.getByRole('form', { name });
const areaIs = (zone: string, place = 'New York, NY') =>
  win.page.evaluate((area) => void (window.fake.world.guards.area = area), { zone, place });
const forbid = (number: string) =>
  win.page.evaluate((typed) => {
    const { world, touch } = window.fake;
    const none = { contactId: undefined, name: undefined, company: undefined };
    const party = { ...none, number: typed as never, extensionNumber: undefined };
    world.guards.doNotCall = [{ number: typed as never, party, reason: 'They asked', addedAt: 0 }];
    touch();
  }, number);
const accessible = async (): Promise<void> => {
  const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

describe('the dialer', () => {
  test('is off while RingCentral is away, and hands the number over', async () => {
    await win.open('demo');
    await field().fill('212 555 0142');
    await expect.poll(() => callButton().isEnabled()).toBe(true);
    const beAway = (isAway: boolean) =>
      win.page.evaluate((away) => {
        const { world, touch } = window.fake;
        world.session.connection = away
          ? { state: 'offline', cause: 'network', sinceAt: 0 }
          : { state: 'online' };
        touch();
      }, isAway);
    await beAway(true);
    await win.button('Reconnect').waitFor();
    await expect.poll(() => callButton().isEnabled()).toBe(false);
    await win.button('Call with this device').waitFor();
    // A text waits in the outbox meanwhile.
    expect(await win.button('Text').isEnabled()).toBe(true);
    await beAway(false);
    await expect.poll(() => callButton().isEnabled()).toBe(true);
  });

  test('begins no text where none can be sent', async () => {
    await win.open('forbidden');
    await expect.poll(() => win.button('Text').isEnabled()).toBe(false);
  });

  test('shows the number, the place and the time there while it is typed', async () => {
    await win.open('demo');
    await areaIs(noon);
    const before = await callButton().boundingBox();
    await field().fill('212 555 0142');
    await win.page.getByText(/12:\d\d.*their time · New York, NY/).waitFor();
    await win.page.getByText('Calls (212) 555-0142').waitFor();
    // What comes late moves no button from under the pointer.
    expect(await callButton().boundingBox()).toEqual(before);
    await areaIs(night);
    await field().fill('212 555 0143');
    await win.page.getByText(/3:\d\d.*their time · early there · New York, NY/).waitFor();
    await accessible();
  });

  test('asks one question after the other, and calls when none is open', async () => {
    await win.open('demo');
    await areaIs(night);
    await forbid('+12125550142');
    await field().fill('(212) 555-0142');
    await field().press('Enter');
    const first = say(/is on your do-not-call list/);
    await first.waitFor();
    // A held Enter key answers nothing.
    await field().press('Enter');
    await first.waitFor();
    await accessible();
    await first.getByLabel('Reason (kept with the call)').fill('Contract signed');
    await first.getByRole('button', { name: 'Call anyway' }).click();
    const second = say(/^Call .* now\?$/);
    await second.getByText(/early there · New York, NY/).waitFor();
    expect(await second.getByLabel('Reason (kept with the call)').inputValue()).toBe('');
    await second.getByRole('button', { name: 'They asked me to call' }).click();
    await second.getByRole('button', { name: 'Call anyway' }).click();
    await win.page.getByRole('region', { name: 'Current call' }).waitFor();
    expect(await win.asked()).toMatchObject([
      {
        number: '(212) 555-0142',
        confirmed: ['do-not-call', 'quiet-hours'],
        reason: 'Contract signed; They asked me to call',
      },
    ]);
  });

  test('keeps the number when the answer is no, and asks everything anew', async () => {
    await win.open('demo');
    await areaIs(night);
    await field().fill('(212) 555-0142');
    await callButton().click();
    await say(/now\?$/)
      .getByRole('button', { name: 'Not now' })
      .click();
    await say(/now\?$/).waitFor({ state: 'detached' });
    expect(await field().inputValue()).toBe('(212) 555-0142');
    await callButton().click();
    await say(/now\?$/).waitFor();
    expect(await win.asked()).toEqual([]);
  });

  test('asks nothing about a number that is no longer there when the answer comes', async () => {
    await win.open('demo');
    await areaIs(night);
    await field().fill('(212) 555-0142');
    await field().evaluate((input: HTMLInputElement) => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      write?.call(input, '(212) 555-0143');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await win.page.getByText('Calls (212) 555-0143').waitFor();
    await win.page.waitForTimeout(200);
    expect(await say(/now\?$/).count()).toBe(0);
    expect(await field().inputValue()).toBe('(212) 555-0143');
  });
});

test('a call from a page is asked about in the bar, with the keyboard alone', async () => {
  await win.open('demo');
  await areaIs(night);
  await win.button('Contacts').click();
  await win.page.getByRole('list', { name: 'Contacts' }).locator('[data-row]').first().click();
  const page = win.page.getByRole('region', { name: 'Contact', exact: true });
  const begin = page.getByRole('button', { name: 'Call Ada Brook' });
  await begin.press('Enter');
  const question = say(/now\?$/);
  await question.waitFor();
  // The keyboard is with the question and on none of its buttons; no leads back.
  await win.page.keyboard.press('Enter');
  await win.page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await expect.poll(() => begin.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await win.asked()).toEqual([]);
  await begin.press('Enter');
  await question.waitFor();
  await win.page.keyboard.press('Tab');
  await win.page.keyboard.press('Tab');
  await win.page.keyboard.press('Tab');
  await win.page.keyboard.type('Agreed');
  await win.page.keyboard.press('Enter');
  await win.page.getByRole('region', { name: 'Current call' }).waitFor();
  expect(await win.asked()).toMatchObject([{ confirmed: ['quiet-hours'], reason: 'Agreed' }]);
});

describe('the do-not-call list', () => {
  test('takes pasted numbers, names a bad line, and lets go of one', async () => {
    await win.open('demo');
    await win.button('Settings').click();
    const numbers = win.page.getByLabel('Numbers, one a line');
    await win.page.getByText('No number is on the list.').waitFor();
    await numbers.fill('212 555 0142\nnobody');
    await win.button('Add to the list').click();
    await win.page.getByText('“nobody” is not a phone number').waitFor();
    expect(await numbers.inputValue()).toContain('nobody');
    await numbers.fill('212 555 0142\n212 555 0143');
    await win.page.getByLabel('Why (optional)').fill('They asked');
    await win.button('Add to the list').click();
    await win.page.getByText('2 numbers added.').waitFor();
    const list = win.page.getByRole('list', { name: 'Numbers you do not call' });
    await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
    expect(await list.getByRole('listitem').first().textContent()).toContain('They asked');
    await accessible();
    await win.button('Remove (212) 555-0142 from the do-not-call list').click();
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
  });

  test('is set and lifted on the page of a person', async () => {
    await win.open('demo');
    await win.button('Contacts').click();
    await win.page.getByRole('list', { name: 'Contacts' }).locator('[data-row]').first().click();
    await win.page.getByRole('radio', { name: 'Details' }).click();
    await win.button('Add to do-not-call list').click();
    await win.button('Take off the list').waitFor();
    await win.page.getByText('On your do-not-call list').first().waitFor();
    await win.button('Take off the list').click();
    await win.button('Add to do-not-call list').waitFor();
  });
});

test('where a contact is can be chosen by a place, and left to their number again', async () => {
  await win.open('demo');
  await win.button('Contacts').click();
  await win.page.getByRole('list', { name: 'Contacts' }).locator('[data-row]').first().click();
  await win.page.getByRole('radio', { name: 'Details' }).click();
  await win.page.getByText('As their number says').waitFor();
  await win.button('Choose').click();
  const where = win.page.getByLabel('Where they are');
  await where.fill('Atlantis');
  await where.press('Enter');
  await win.page.getByText('No zone is called that.').waitFor();
  await where.fill('kathmandu');
  await where.press('Enter');
  await win.page.getByText(/Kat(h?)mandu · GMT\+5:45/).waitFor();
  await win.button('Use the number’s area').click();
  await win.page.getByText('As their number says').waitFor();
});
