import { describe, expect, test } from 'vitest';
import { settingsPlaces } from '../../renderer/app/settings-index.ts';
import { failure } from '../../shared/failure.ts';
import type { Settings } from '../../shared/model/app.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button } = win;
const press = (keys: string): Promise<void> => win.page.keyboard.press(keys);

const card = (name: string) => win.page.getByRole('region', { name, exact: true });
const field = () => win.page.getByRole('textbox', { name: 'Search the settings' });

async function openSettings(changes: { readonly locked?: readonly (keyof Settings)[] } = {}) {
  await open('own');
  await win.page.evaluate((locked) => {
    window.fake.world.locked = locked;
    window.fake.touch();
  }, changes.locked ?? []);
  await button('Settings').waitFor();
  await press('Control+6');
  await win.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
}

describe('the settings', () => {
  test('are searched by keyboard, card by card, and lose nothing that is half written', async () => {
    await openSettings();
    const cards = win.page.locator('section[aria-labelledby^="setting-"]');
    await expect
      .poll(() =>
        cards.evaluateAll((all) => all.map((each) => each.getAttribute('aria-labelledby'))),
      )
      .toEqual(settingsPlaces.map((place) => `setting-${place}`));

    await win.page.getByRole('textbox', { name: 'New outcome' }).fill('Sent a quote');
    await press('Control+f');
    await win.page.keyboard.type('dark theme');
    await card('Appearance').waitFor();
    await win.page.getByText('1 setting found').waitFor();
    expect(await card('Call outcomes').isVisible()).toBe(false);
    expect(await win.page.getByRole('group', { name: 'Archive' }).isVisible()).toBe(false);
    expect(await button('Archive').count()).toBe(0);

    // A choice on the card that was found changes it, and it stays found.
    await card('Appearance').getByRole('radio', { name: 'Dark' }).click();
    await win.page.locator('html[data-theme="dark"]').waitFor();
    await button('Reset Appearance').click();
    await button('Reset').click();
    await button('Reset Appearance').waitFor({ state: 'detached' });
    const system = card('Appearance').getByRole('radio', { name: 'System' });
    await expect.poll(() => system.isChecked()).toBe(true);

    await field().fill('theme backup');
    await win.page.getByText('No setting matches.').waitFor();
    await field().press('Escape');
    await card('Backups').waitFor();
    expect(await win.page.getByRole('textbox', { name: 'New outcome' }).inputValue()).toBe(
      'Sent a quote',
    );
  });

  test('go to a file and come from one, after a look at what would change', async () => {
    await openSettings();
    await button('Export settings…').click();
    await win.page.getByText('The settings are written to sidetone-settings.json.').waitFor();

    await button('Import settings…').click();
    const question = win.page.getByRole('alertdialog', {
      name: 'Import settings from sidetone-settings.json?',
    });
    await question.getByRole('row', { name: 'Your own words None escrow, HELOC' }).waitFor();
    await question.getByText('Seconds to take a text back: its value makes no sense').waitFor();
    await question.getByText('A newer Sidetone wrote this file.').waitFor();
    await question.getByRole('button', { name: 'Import settings' }).click();
    await win.page.getByText('The settings are imported.').waitFor();
    await card('Spelling').getByText('HELOC').waitFor();

    await button('Reset all settings…').click();
    await button('Reset all').click();
    await win.page.getByText('All settings are back to their defaults.').waitFor();
    await card('Spelling').getByText('HELOC').waitFor({ state: 'detached' });
  });

  test('that an administrator has set say so, and cannot be touched', async () => {
    await openSettings({ locked: ['theme', 'outcomes', 'undoSeconds', 'crmAddress'] });
    const appearance = card('Appearance');
    await appearance.getByText('Set by your administrator').waitFor();
    const dark = appearance.getByRole('radio', { name: 'Dark' });
    expect(await dark.isDisabled()).toBe(true);
    expect(await appearance.getByRole('radio', { name: 'Compact' }).isDisabled()).toBe(false);
    for (const name of ['Call outcomes', 'Time to take a text back', 'Your CRM']) {
      await card(name).getByText('Set by your administrator').waitFor();
      const controls = card(name).locator('button, input, [role="combobox"]');
      for (const control of await controls.all()) expect(await control.isDisabled()).toBe(true);
    }
    expect(await button('Reset Appearance').count()).toBe(0);
  });

  test('keep what is typed on while an earlier version is being saved', async () => {
    await openSettings();
    const address = card('Your CRM').getByRole('textbox');
    await address.fill('https://crm.example.com/{number}');
    await win.page.evaluate(() => void (window.fake.world.hangs = ['settings.set']));
    await address.press('Enter');
    await address.press('End');
    await win.page.keyboard.type('?from=call');
    const typed = 'https://crm.example.com/{number}?from=call';
    expect(await address.inputValue()).toBe(typed);

    await win.page.evaluate(() => {
      window.fake.world.hangs = [];
    });
    await address.press('Enter');
    await expect
      .poll(() => win.page.evaluate(() => window.fake.world.settings.crmAddress))
      .toBe(typed);
    expect(await address.inputValue()).toBe(typed);
    expect(await address.evaluate((box) => box === document.activeElement)).toBe(true);
  });

  test('that cannot be saved stay as they were typed, and say why', async () => {
    await openSettings();
    await win.page.evaluate(
      (reason) => {
        window.fake.world.fails['settings.set'] = reason;
      },
      failure('internal', 'settings.not-saved'),
    );
    const typed = [
      ['Your CRM', 'Address of a person’s page', 'https://crm.example.com/{number}'],
      ['Call outcomes', 'New outcome', 'Sent a quote'],
      ['What texts cost', 'Price of a message', '0.0085'],
    ] as const;
    for (const [name, label, text] of typed) {
      const box = card(name).getByRole('textbox', { name: label, exact: true });
      await box.fill(text);
      await box.press('Enter');
      await card(name).getByText('Your choice could not be saved').waitFor();
      await expect.poll(() => box.inputValue()).toBe(text);
    }
  });

  describe('in a list of texts', () => {
    const outcomes = () => card('Call outcomes');
    const line = (name: string) =>
      outcomes().getByRole('textbox', { name: `Name of ${name}`, exact: true });
    const saved = () => win.page.evaluate(() => window.fake.world.settings.outcomes);

    test('are moved by the press that ends their renaming', async () => {
      await openSettings();
      const [first = '', second = '', ...others] = await saved();
      await line(second).fill('Talked');
      await outcomes()
        .getByRole('button', { name: `Move ${second} up` })
        .hover();
      await win.page.mouse.down();
      await outcomes().getByRole('button', { name: 'Move Talked up' }).waitFor();
      await win.page.mouse.up();
      await expect.poll(saved).toEqual(['Talked', first, ...others]);
    });

    test('are renamed by Enter with the caret where it was, and stay as typed when refused', async () => {
      await openSettings();
      const [first = ''] = await saved();
      await line(first).fill('Talked');
      await line(first).press('Enter');
      await expect.poll(async () => (await saved())[0]).toBe('Talked');
      await line('Talked').waitFor();
      expect(await line('Talked').evaluate((box) => box === document.activeElement)).toBe(true);

      await win.page.evaluate(
        (reason) => {
          window.fake.world.fails['settings.set'] = reason;
        },
        failure('internal', 'settings.not-saved'),
      );
      await line('Talked').fill('Spoke');
      await line('Talked').press('Enter');
      await outcomes().getByText('Your choice could not be saved').waitFor();
      await expect.poll(() => line('Talked').inputValue()).toBe('Spoke');
    });
  });

  test('speak another language at once, wherever one looks', async () => {
    await openSettings();
    await card('Language').getByRole('radio', { name: 'Español' }).click();
    await win.page.getByRole('heading', { name: 'Idioma', level: 2 }).waitFor();
    await win.page.locator('html[lang="es"]').waitFor();
    await win.page.getByRole('textbox', { name: 'Buscar en la configuración' }).fill('diccionario');
    await win.page.getByText('1 ajuste encontrado').waitFor();
    // Those who work on Sidetone alone are offered the pseudo language.
    expect(await win.page.getByRole('radio', { name: /Pseudo/ }).count()).toBe(0);
    await win.page.getByRole('textbox', { name: 'Buscar en la configuración' }).press('Escape');
    await card('Idioma').getByRole('radio', { name: 'English' }).click();
    await card('Language').waitFor();
  });
});
