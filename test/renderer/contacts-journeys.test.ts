import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();

const list = () => win.page.getByRole('list', { name: 'Contacts' });
const rows = () => list().locator('[data-row]');
const row = (name: string) => list().getByRole('button', { name: new RegExp(`^${name}`) });
const field = (name: string) => win.page.getByLabel(name, { exact: true });
const contactsScreen = async (scene = 'demo'): Promise<void> => {
  await win.open(scene);
  await win.button('Contacts').click();
  await rows().first().waitFor();
};
const failing = (name: string) =>
  win.page.evaluate(
    ([call, reason]) => {
      window.fake.world.fails[call] = reason;
    },
    [name, failure('offline', 'network.offline')] as const,
  );

describe('contacts', () => {
  test('are narrowed by source, favourites and text, and say where they are from', async () => {
    await contactsScreen();
    await win.button('Company').click();
    await row('Ben Castillo').waitFor({ state: 'detached' });
    expect(await row('Carla Dunn').getAttribute('aria-label')).toContain('Company directory');
    await win.button('Favorites').click();
    await expect.poll(() => rows().first().getAttribute('aria-label')).toContain('Favorite');
    await field('Search contacts').fill('nobody at all');
    await win.page.getByText('Nobody matches “nobody at all”.').waitFor();
  });

  test('have a page with their history, and their details beside it', async () => {
    await contactsScreen();
    await rows().first().click();
    await win.button('Add a note').waitFor();
    await win.page.getByRole('radio', { name: 'Details' }).click();
    await win.heading('Numbers').waitFor();
    await win.button('Remove from favorites').click();
    await win.button('Add to favorites').waitFor();
    const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

  test('are created, and stay in the form while something is wrong', async () => {
    await contactsScreen();
    await win.button('New contact').click();
    await field('First name').fill('Zora');
    await field('Mobile number').fill('soon');
    await win.button('Save contact').click();
    await win.page.getByText('soon is not a phone number').waitFor();
    await field('Mobile number').fill('212 555 0142');
    await failing('contacts.create');
    await win.button('Save contact').click();
    await win.button('Keep on this computer').waitFor();
    expect(await field('First name').inputValue()).toBe('Zora');
    await win.page.evaluate(() => {
      delete window.fake.world.fails['contacts.create'];
    });
    await win.button('Keep on this computer').click();
    await win.page.getByRole('heading', { name: 'Zora' }).waitFor();
  });

  test('are edited and removed after a question', async () => {
    await contactsScreen();
    await rows().first().click();
    await win.page.getByRole('radio', { name: 'Details' }).click();
    await win.button('Edit').click();
    await field('Company').fill('Quills');
    await win.button('Save contact').click();
    await win.page.getByText('Quills').first().waitFor();
    await win.page.getByRole('radio', { name: 'Details' }).click();
    await win.button('Remove').click();
    await win.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await row('Ada Brook').waitFor({ state: 'detached' });
  });

  test('of the company are the administrator’s: one’s own can be added', async () => {
    await contactsScreen();
    await row('Carla Dunn').click();
    await win.page.getByRole('radio', { name: 'Details' }).click();
    await win.button('Add a contact of your own').click();
    expect(await field('First name').inputValue()).toBe('Carla');
  });

  test('come from a file, after a look at what will happen', async () => {
    await contactsScreen();
    await win.button('Import…').click();
    await win.button('Choose file…').click();
    await win.page.getByText('Line 2').waitFor();
    await win.page.getByText('Not a phone number').first().waitFor();
    await win.button('Left out (2)').click();
    await win.page.getByText('No name and no number').waitFor();
    const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await win.button('Import 211 contacts').click();
    await win.page.getByText('210 contacts added, 1 completed').waitFor();
    await win.button('Undo import').first().click();
    await win.page.getByText('The import was undone').waitFor();
  });
});

describe('speed dial', () => {
  const active = () => win.page.evaluate(() => window.fake.world.active.length);

  test('calls who is on a key that is held, and types a digit when it is pressed', async () => {
    await win.open('demo');
    await win.button('Show dial pad').click();
    const key = win.page.getByRole('button', { name: /^4, hold to call/ });
    await key.click();
    expect(await field('Name or number').inputValue()).toBe('4');
    expect(await active()).toBe(0);
    await key.hover();
    await win.page.mouse.down();
    await expect.poll(active).toBe(1);
    await win.page.mouse.up();
    expect(await field('Name or number').inputValue()).toBe('4');
  });

  test('is in reach of the keyboard', async () => {
    await win.open('demo');
    await win.button('Show dial pad').click();
    await win.page.getByRole('button', { name: /^1 .*, call by speed dial$/ }).press('Enter');
    await expect.poll(active).toBe(1);
  });
});
