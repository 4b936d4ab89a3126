import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

/** A zone where it is in the fourth hour of the night at this moment. */
const night = ((): string => {
  const east = ((3 - new Date().getUTCHours() + 36) % 24) - 12;
  return east === 0 ? 'Etc/GMT' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
})();

const field = () => win.page.getByLabel('Message', { exact: true });
const closed = () => win.page.getByLabel('Why nothing can be written here');
const accessible = async (): Promise<void> => {
  const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

/** Opens the first conversation; whether its person has answered STOP. */
async function openThread(hasStopped: boolean): Promise<void> {
  await win.open('demo');
  await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  await win.page.evaluate((stopped) => {
    const { world, openThread: open } = window.fake;
    const thread = world.threads.find(({ parties }) => parties.length === 1)!;
    const [party] = thread.parties;
    const { number } = party!;
    const at = Date.UTC(2026, 4, 12, 15);
    const optOut = { number: number!, party: party!, ownNumber: thread.ownNumber, at };
    if (stopped) world.optOuts = [{ ...optOut, source: 'answer', word: 'STOP' }];
    open(thread.id);
  }, hasStopped);
}

describe('someone who wants no texts', () => {
  test('closes the composer, until there is a reason or they allow texts again', async () => {
    await openThread(true);
    await closed()
      .getByText(/answered STOP on .*12.*2026/)
      .waitFor();
    await closed().getByRole('button', { name: 'Call instead' }).waitFor();
    expect(await field().count()).toBe(0);
    await accessible();
    await closed().getByRole('button', { name: 'Send anyway…' }).click();
    const asking = win.page.getByRole('group', { name: 'Send anyway…' });
    await asking.getByRole('button', { name: 'Write the text' }).click();
    await asking.getByText('Say why first.').waitFor();
    await asking.getByLabel(/^Why you are texting/).fill('They called');
    await asking.getByLabel(/^Why you are texting/).press('Enter');
    await win.page.getByText('They asked for no texts.').waitFor();
    await field().fill('As you asked');
    await field().press('Enter');
    await expect
      .poll(win.asked)
      .toMatchObject([{ text: 'As you asked', confirmed: ['opted-out'], reason: 'They called' }]);
    // One yes is good for one text. The caret is on no button: the next letter would press it.
    await closed().waitFor();
    await expect
      .poll(() => closed().evaluate((section) => section === document.activeElement))
      .toBe(true);
    await win.page.evaluate(() => {
      window.fake.world.optOuts = [];
      window.fake.touch();
    });
    await field().waitFor();
  });

  test('is listed in the settings, where they can be allowed texts with a reason', async () => {
    await openThread(true);
    await closed().waitFor();
    await win.page.getByRole('link', { name: 'Settings' }).or(win.button('Settings')).click();
    const list = win.page.getByRole('list', { name: 'Numbers that want no texts' });
    await list.getByText(/answered STOP/).waitFor();
    await list.getByRole('button', { name: /^Allow texts to/ }).click();
    await list.getByRole('button', { name: 'Allow texts', exact: true }).click();
    await list.getByText('Say why first.').waitFor();
    await list.getByLabel(/^Why/).fill('They called');
    await list.getByRole('button', { name: 'Allow texts', exact: true }).click();
    await win.page.getByText('Nobody has asked for no more texts.').waitFor();
    expect(await win.asked()).toMatchObject([{ isOptedOut: false, reason: 'They called' }]);
    await win.page.getByLabel('Added to the first text to a new number').fill('Reply STOP.');
    await win.page.getByRole('textbox', { name: 'Added to the first text' }).press('Enter');
    await expect
      .poll(() => win.page.evaluate(() => window.fake.world.settings.firstTextSentence))
      .toBe('Reply STOP.');
    await accessible();
  });
});

describe('a text at night', () => {
  test('waits for the morning there, or goes now; a do-not-call number is asked about', async () => {
    await openThread(false);
    await field().waitFor();
    await win.page.evaluate((zone) => {
      const { world, touch } = window.fake;
      const party = world.threads.find(({ parties }) => parties.length === 1)!.parties[0]!;
      world.guards.area = { place: 'Somewhere', zone };
      world.guards.doNotCall = [{ number: party.number!, party, reason: '', addedAt: 0 }];
      touch();
    }, night);
    const wait = win.page.getByRole('button', { name: /^Send at 8:00.*their time$/ });
    await win.page.getByText(/^Outside welcome hours for/).waitFor();
    // Nothing to send yet: one button is enough.
    expect(await win.button('Send').isDisabled()).toBe(true);
    expect(await wait.count()).toBe(0);
    await field().fill('Good morning');
    await wait.waitFor();
    await win.page.setViewportSize({ width: 380, height: 780 });
    const brief = await win.page.getByRole('button', { name: /^8:00.*their time$/ }).boundingBox();
    const other = await win.button('Send now').boundingBox();
    expect(other?.y).toBe(brief?.y);
    await win.page.setViewportSize({ width: 1280, height: 720 });
    await wait.waitFor();
    await win.page.getByText(/^Outside welcome hours for/).waitFor();
    await accessible();
    await field().press('Enter');
    const question = win.page.getByRole('group', { name: /is on your do-not-call list/ });
    await question.waitFor();
    // Escape leaves the question, and not the conversation.
    await field().press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await field().inputValue()).toBe('Good morning');
    await field().press('Enter');
    await question.getByRole('button', { name: 'Agreed time' }).click();
    await question.getByRole('button', { name: 'Send anyway' }).click();
    await expect
      .poll(win.asked)
      .toMatchObject([{ sendAt: { zone: night }, confirmed: ['do-not-call'] }]);
    await field().fill('Good night');
    await win.button('Send now').click();
    await question.getByRole('button', { name: 'Send anyway' }).click();
    await expect.poll(async () => (await win.asked()).length).toBe(2);
    const [, now] = await win.asked();
    expect(now).toMatchObject({ confirmed: ['quiet-hours', 'do-not-call'] });
    expect(now).not.toHaveProperty('sendAt.at');
  });
});

describe('a text that did not go', () => {
  test('is asked about at its place before it goes again, whatever is being written', async () => {
    await win.open('demo');
    await win.page.getByRole('list', { name: 'Call history' }).waitFor();
    await win.page.evaluate((zone) => {
      const { world, openThread: open } = window.fake;
      const { parties } = world.threads.find(({ id }) => id === 't-1')!;
      const [party] = parties;
      world.guards.area = { place: 'Somewhere', zone };
      world.guards.doNotCall = [{ number: party!.number!, party: party!, reason: '', addedAt: 0 }];
      open('t-1' as never);
    }, night);
    await field().fill('Something else');
    const buttons = win.button('Send again');
    await buttons.first().waitFor();
    const count = await buttons.count();
    await buttons.last().click();
    const listed = win.page.getByRole('group', { name: /is on your do-not-call list/ });
    await listed.waitFor();
    await accessible();
    await listed.getByRole('button', { name: 'Not now' }).click();
    await listed.waitFor({ state: 'detached' });
    expect(await win.asked()).toEqual([]);

    await buttons.last().click();
    await listed.getByRole('button', { name: 'Agreed time' }).click();
    await listed.getByRole('button', { name: 'Send anyway' }).click();
    const quiet = win.page.getByRole('group', { name: /^Text .* now\?$/ });
    await quiet.getByRole('button', { name: 'Send anyway' }).click();
    await expect
      .poll(win.asked)
      .toMatchObject([{ confirmed: ['do-not-call', 'quiet-hours'], reason: 'Agreed time' }]);
    await quiet.waitFor({ state: 'detached' });
    await expect.poll(() => buttons.count()).toBe(count - 1);
    expect(await field().inputValue()).toBe('Something else');
  });
});
