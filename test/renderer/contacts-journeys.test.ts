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

describe('a contact that RingCentral has not answered for yet', () => {
  const waiting = (name: string) =>
    win.page.evaluate((call) => {
      window.fake.world.waits = [call];
    }, name);
  const answer = () =>
    win.page.evaluate(() => {
      window.fake.world.waits = [];
    });
  const made = () =>
    win.page.evaluate(
      () => window.fake.world.reads.filter(({ name }) => name === 'contacts.create').length,
    );
  const enterZora = async (): Promise<void> => {
    await contactsScreen();
    await win.button('New contact').click();
    await field('First name').fill('Zora');
    await waiting('contacts.create');
    await win.button('Save contact').click();
    await win.button('Saving…').waitFor();
  };

  test('takes nobody away from where they are by then', async () => {
    await enterZora();
    await win.button('Messages').click();
    const conversations = win.page.getByRole('list', { name: 'Conversations' });
    await conversations.waitFor();
    await answer();
    await win.page.getByText('Zora is saved').waitFor();
    expect(await conversations.isVisible()).toBe(true);
    await win.button('Contacts').click();
    await win.heading('Zora').waitFor();
  });

  test('is changed by nobody and made once, and stays with the reason when it is refused', async () => {
    await enterZora();
    await win.button('Messages').click();
    await win.button('Contacts').click();
    await field('Last name').pressSequentially('Q');
    await field('First name').press('Enter');
    expect(await field('Last name').inputValue()).toBe('');
    expect(await made()).toBe(1);
    await failing('contacts.create');
    await answer();
    await win.page.getByRole('alert').waitFor();
    expect(await field('First name').inputValue()).toBe('Zora');
    await field('Last name').fill('Quill');
    expect(await field('Last name').inputValue()).toBe('Quill');
  });

  test('leaves another who was begun meanwhile in the form', async () => {
    await enterZora();
    await win.page.evaluate(() =>
      window.fake.followRoute({ screen: 'contacts', newNumber: '+19075550142' }),
    );
    await expect.poll(() => field('Mobile number').inputValue()).toBe('+19075550142');
    expect(await field('First name').inputValue()).toBe('');
    await field('First name').fill('Ben');
    await answer();
    await win.page.getByText('Zora is saved').waitFor();
    expect(await field('First name').inputValue()).toBe('Ben');
    await expect.poll(() => win.button('Go back').count()).toBe(0);
  });

  test('keeps what is edited anew after a change was given up', async () => {
    await contactsScreen();
    await rows().first().click();
    await win.page.getByRole('radio', { name: 'Details' }).click();
    await win.button('Edit').click();
    await field('Company').fill('Quills');
    await waiting('contacts.change');
    await win.button('Save contact').click();
    await win.button('Cancel').click();
    await win.button('Edit').click();
    await answer();
    await win.button('Save contact').waitFor();
    await field('Company').fill('Sparks');
    expect(await field('Company').inputValue()).toBe('Sparks');
  });
});

test('a contact that is half entered is kept aside when another is begun', async () => {
  await contactsScreen();
  await win.button('New contact').click();
  await field('First name').fill('Zora');
  await win.page.evaluate(() =>
    window.fake.followRoute({ screen: 'contacts', newNumber: '+19075550142' }),
  );
  await win.page.getByText('Zora is not saved yet.').waitFor();
  expect(await field('First name').inputValue()).toBe('');
  expect(await field('Mobile number').inputValue()).toBe('+19075550142');
  const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await win.button('Go back').click();
  await expect.poll(() => field('First name').inputValue()).toBe('Zora');
  expect(await field('Mobile number').inputValue()).toBe('');
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
