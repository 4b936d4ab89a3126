import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

const person = (name: string) => win.page.getByRole('heading', { level: 3, name });
const press = (key: string) => win.page.keyboard.press(key);
const axe = async (): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

describe('a new call list', () => {
  test('is made of the calls that a filter shows', async () => {
    await win.open('demo');
    expect(await win.button('Make a call list from these').count()).toBe(0);
    await win.button('Missed').click();
    await win.button('Make a call list from these').click();
    await win.page.getByText('Everyone in the calls shown').waitFor();
    await win.page.getByLabel('Name of the list').fill('');
    await win.button('Make the list').click();
    await win.page.getByText('Give the list a name.').waitFor();
    await win.page.getByLabel('Name of the list').fill('Call them back');
    await press('Enter');
    await win.page.getByRole('heading', { level: 2, name: 'Call them back' }).waitFor();
    const made = await win.page.evaluate(() => window.fake.world.asked.at(-1));
    expect(made).toMatchObject({ callList: { from: 'history', filter: { show: 'missed' } } });
  });

  test('is made of the contacts selected, with Shift for all between', async () => {
    await win.open('demo');
    await win.button('Contacts').click();
    const contacts = win.page.getByRole('list', { name: 'Contacts' });
    await win.button('Select…').click();
    const box = (name: RegExp) => contacts.getByRole('checkbox', { name });
    await box(/^Alan Mercer/).click();
    await box(/^Carla Dunn/).click({ modifiers: ['Shift'] });
    await win.page.getByText('4 selected').waitFor();
    await box(/^Bianca Reyes/).press('Space');
    await win.page.getByText('3 selected').waitFor();
    expect(await axe()).toEqual([]);
    await win.button('Make a call list').click();
    await win.page.getByText('3 contacts, each by their mobile').waitFor();
    await win.button('Make the list').click();
    await person('Alan Mercer').waitFor();
    await press('Escape');
    await press('Escape');
    await contacts.waitFor();
  });

  test('a selection outlives Escape in a menu and in what is written beside it', async () => {
    await win.open('demo');
    await win.button('Contacts').click();
    const contacts = win.page.getByRole('list', { name: 'Contacts' });
    await contacts
      .getByRole('button', { name: /^Ada Brook/ })
      .first()
      .click();
    await win.button('Add a note').click();
    await win.button('Select…').click();
    await contacts.getByRole('checkbox', { name: /^Alan Mercer/ }).click();
    await contacts.getByRole('checkbox', { name: /^Carla Dunn/ }).click();
    const selected = win.page.getByText('2 selected');
    await selected.waitFor();

    const note = win.page.getByRole('region', { name: 'Contact' }).getByRole('textbox').first();
    await note.press('Escape');
    await note.waitFor({ state: 'detached' });
    expect(await selected.isVisible()).toBe(true);

    await contacts.getByRole('checkbox', { name: /^Carla Dunn/ }).press('Shift+F10');
    const menu = win.page.getByRole('menu');
    await menu.waitFor();
    await win.page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    expect(await selected.isVisible()).toBe(true);
  });

  test('selecting is left by Escape, and pressing someone opens them again', async () => {
    await win.open('demo');
    await win.button('Contacts').click();
    await win.button('Select…').click();
    const contacts = win.page.getByRole('list', { name: 'Contacts' });
    await contacts.getByRole('checkbox').first().press('Escape');
    await win.button('Select…').waitFor();
    await contacts
      .getByRole('button', { name: /^Ada Brook/ })
      .first()
      .click();
    await win.page.getByRole('heading', { name: 'Ada Brook' }).waitFor();
  });

  test('comes from a file whose columns are corrected', async () => {
    await win.open('demo');
    await win.button('Call lists').click();
    await win.page.getByText('No call lists yet.').waitFor();
    await win.button('From a file…').click();
    await win.button('Choose file…').click();
    await win.page.getByText('4 people to call').waitFor();
    await win.page.getByText('2 rows are left out').click();
    await win.page.getByText('Line 9').waitFor();
    const choose = async (label: string, option: string): Promise<void> => {
      await win.page.getByRole('combobox', { name: label }).click();
      await win.page.getByRole('option', { name: option }).click();
    };
    await choose('Column with the numbers', 'Ref');
    await win.page.getByText('0 people to call').waitFor();
    expect(await win.button('Make the list').getAttribute('aria-disabled')).toBe('true');
    await choose('Column with the numbers', 'Cell');
    await win.page.getByText('3 people to call').waitFor();
    await choose('Column with the names', 'Who');
    await win.page.getByText('(415) 555-0100').waitFor();
    expect(await win.page.getByLabel('Name of the list').inputValue()).toBe('open-house');
    expect(await axe()).toEqual([]);
    await win.button('Make the list').click();
    await person('Ada Brook').waitFor();
  });
});
