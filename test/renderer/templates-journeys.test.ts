import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

/** Other work on the computer may take its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8_000 });

const field = () => win.page.getByRole('textbox', { name: 'Message', exact: true });
const value = () => field().inputValue();
const selected = () =>
  field().evaluate((area) => {
    const { value: text, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
    return text.slice(selectionStart, selectionEnd);
  });
const options = () => win.page.getByRole('listbox', { name: 'Templates' }).getByRole('option');
const send = () => win.page.getByRole('button', { name: 'Send', exact: true });
const inputOf = (name: string) =>
  win.page.evaluate(
    (wanted) => window.fake.world.reads.findLast((read) => read.name === wanted)?.input,
    name,
  );

async function openThread(): Promise<void> {
  await win.open('demo');
  await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  await win.page.evaluate(() => window.fake.openThread('t-0' as never));
  await field().waitFor();
}

test('a slash brings a template in, filled, with what is open selected, and undo takes it back', async () => {
  await openThread();
  await field().pressSequentially('Morning! /');
  await options().first().waitFor();
  expect(await options().count()).toBe(3);
  await field().pressSequentially('doc');
  await eventually(() => options().count()).toBe(1);
  await field().press('Enter');
  await eventually(value).toBe('Morning! Hi Ada, I need {document} from you.');
  await eventually(selected).toBe('{document}');
  await eventually(() => send().isDisabled()).toBe(true);
  expect(await send().getAttribute('title')).toBe('Fill in {document} first');
  await win.page.keyboard.type('a pay stub');
  await eventually(value).toBe('Morning! Hi Ada, I need a pay stub from you.');
  await eventually(() => send().isDisabled()).toBe(false);

  await field().fill('');
  await win.button('Insert a template').click();
  await field().press('ArrowDown');
  await field().press('Tab');
  await eventually(value).toMatch(/^Your rate lock/);
  await field().press('ControlOrMeta+z');
  await eventually(value).toBe('');
  await field().press('/');
  await options().first().waitFor();
  const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await field().press('Escape');
  await options().first().waitFor({ state: 'detached' });
  expect(await value()).toBe('/');
});

test('misspelled words are underlined and mended by keys; an emoji goes where the caret is', async () => {
  await openThread();
  await field().pressSequentially('I recieve teh rate ');
  const marks = () =>
    win.page.locator('[data-misspelled]').evaluateAll((all) => all.map((one) => one.textContent));
  await eventually(marks).toEqual(['recieve', 'teh']);
  const [area, layer] = await Promise.all([
    field().evaluate((one) => getComputedStyle(one).font),
    win.page
      .locator('[data-misspelled]')
      .first()
      .evaluate((one) => getComputedStyle(one).font),
  ]);
  expect(layer).toBe(area);
  await field().evaluate((one) => (one as HTMLTextAreaElement).setSelectionRange(4, 4));
  await field().press('Control+.');
  const meant = win.page.getByRole('menuitem', { name: 'receive', exact: true });
  await eventually(() => meant.evaluate((one) => one === document.activeElement)).toBe(true);
  // The line that is being written stays in sight.
  const menu = await win.page.getByRole('menu').boundingBox();
  const mark = await win.page.locator('[data-misspelled]').first().boundingBox();
  expect((menu?.y ?? 0) + (menu?.height ?? 0)).toBeLessThanOrEqual(mark?.y ?? 0);
  await meant.click();
  await eventually(value).toBe('I receive teh rate ');
  await win.page.locator('[data-misspelled]').waitFor();
  await field().evaluate((one) => (one as HTMLTextAreaElement).setSelectionRange(11, 11));
  await field().press('Control+.');
  await win.page.getByRole('menuitem', { name: 'Add “teh” to your words' }).click();
  await eventually(marks).toEqual([]);
  expect(await inputOf('settings.set')).toEqual({ ownWords: ['teh'] });

  await field().press('End');
  await win.button('Insert an emoji').click();
  const search = win.page.getByRole('textbox', { name: 'Search emoji' });
  await search.fill('house garden');
  await win.page.getByRole('button', { name: 'house with garden' }).waitFor();
  await search.press('Enter');
  await eventually(value).toBe('I receive teh rate 🏡');
  await eventually(() => field().evaluate((one) => one === document.activeElement)).toBe(true);
  await field().press('ControlOrMeta+z');
  await eventually(value).toBe('I receive teh rate ');
});

test('several people get a text each, every one seen before any goes', async () => {
  await win.open('demo');
  await win.button('Messages').click();
  await win.page.evaluate(() =>
    window.fake.followRoute({
      screen: 'messages',
      compose: true,
      to: ['+14155550100', '+19995550199'],
      body: 'Hi {first name}, rates are down.',
    }),
  );
  await win.page.getByRole('radio', { name: 'A separate text to each' }).click();
  await win.heading('A text to each').waitFor();
  await win.page.getByText('1 of 2', { exact: true }).waitFor();
  await win.page.getByText('1 text to send, 1 that cannot').waitFor();
  await win.button('Next problem').click();
  await win.page.getByText('Nothing is known for {first name}').waitFor();
  const text = win.page.getByRole('textbox', { name: /^Text to / });
  await text.fill('Hello, rates are down. ');
  expect(await text.inputValue()).toBe('Hello, rates are down. ');
  const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await win.button('Send 2 texts').click();
  await win.page.getByText('2 texts on their way', { exact: false }).waitFor();
  expect(await inputOf('separate.start')).toMatchObject({
    rows: [
      { number: '+14155550100', text: expect.stringMatching(/^Hi \w+, rates are down\.$/) },
      { number: '+19995550199', text: 'Hello, rates are down.' },
    ],
  });

  // What has gone to each does not wait to be sent to all of them as well.
  await win.button('Done').click();
  await win.heading('A text to each').waitFor({ state: 'detached' });
  expect(await win.page.getByRole('textbox', { name: 'Message', exact: true }).count()).toBe(0);
  await win.button('New text').first().click();
  const message = win.page.getByRole('textbox', { name: 'Message', exact: true });
  await eventually(() => message.inputValue()).toBe('');

  // And the next time it begins with what is written then.
  await win.page.evaluate(() =>
    window.fake.followRoute({
      screen: 'messages',
      compose: true,
      to: ['+14155550100', '+19995550199'],
      body: 'Rates are up again.',
    }),
  );
  await win.page.getByRole('radio', { name: 'A separate text to each' }).click();
  await win.heading('A text to each').waitFor();
  await win.page.getByRole('textbox', { name: /^Text to / }).waitFor();
  await eventually(() => win.page.getByRole('textbox', { name: /^Text to / }).inputValue()).toBe(
    'Rates are up again.',
  );
});

test('texts to many that were cut off are dropped after a question', async () => {
  await win.open('batch-cut-off');
  await win.button('Messages').click();
  const cutOff = win.page.getByText('3 texts not sent before Sidetone stopped');
  await cutOff.waitFor();
  const question = win.page.getByRole('alertdialog', { name: 'Drop 3 texts?' });
  await win.button('Drop them').click();
  await question.getByRole('button', { name: 'Keep them' }).click();
  await question.waitFor({ state: 'detached' });
  expect(await cutOff.isVisible()).toBe(true);
  await win.button('Drop them').click();
  await question.getByRole('button', { name: 'Drop them' }).click();
  await cutOff.waitFor({ state: 'detached' });
});

test('templates are written, ordered and removed in the settings, and come back by undo', async () => {
  await win.open('demo');
  await win.button('Settings').click();
  const list = () =>
    win.page
      .getByRole('region', { name: 'Templates' })
      .getByRole('button', { name: /^Change / })
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  await win.button('Add a template').click();
  await win.page.getByLabel('Name', { exact: true }).fill('Thanks');
  await win.page.getByLabel('Text', { exact: true }).fill('Thanks {first name}, see {place}!');
  await win.page.getByText('Thanks Ada, see {place}!', { exact: true }).waitFor();
  await win.page.getByText(/Sidetone knows no \{place\}/).waitFor();
  await win.page
    .getByRole('region', { name: 'Templates' })
    .getByRole('button', { name: 'Save' })
    .click();
  await eventually(list).toEqual(['Change Documents', 'Change Rate lock', 'Change Thanks']);
  await win.button('Move Thanks up').click();
  await eventually(list).toEqual(['Change Documents', 'Change Thanks', 'Change Rate lock']);
  await win.button('Remove Documents').click();
  await eventually(list).toEqual(['Change Thanks', 'Change Rate lock']);
  await win.button('Undo').click();
  await eventually(list).toEqual(['Change Documents', 'Change Thanks', 'Change Rate lock']);
});
