import type { Page } from '@playwright/test';
import { expect, openDemo, rowsOf, test } from './support/sidetone.ts';

/** Does what the commands call so: opens them, types, and presses Enter once that is what it does. */
async function command(page: Page, typed: string, meant: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type(typed);
  await expect(page.getByRole('option', { selected: true })).toContainText(meant);
  await page.keyboard.press('Enter');
}

test('by keyboard alone: a call and a larger window from the commands, and the settings in Spanish and back', async ({
  launch,
}) => {
  const { app, page } = await launch();
  /** How many times larger than usual the window of the test shows everything. */
  const zoom = (): Promise<number> =>
    app.evaluate(({ BrowserWindow }) =>
      Math.max(...BrowserWindow.getAllWindows().map(({ webContents }) => webContents.zoomFactor)),
    );
  await openDemo(page);
  await rowsOf(page, 'Call history').first().waitFor({ timeout: 20_000 });
  // Of no place: nothing is asked about at night.
  await command(page, '(800) 555-0142', 'Call (800) 555-0142');
  const call = page.getByRole('region', { name: 'Current call' });
  await expect(call).toContainText('(800) 555-0142');
  await expect(call).toContainText(/Ringing|Connected/);

  await command(page, 'larger', 'Zoom in');
  await expect.poll(zoom).toBeGreaterThan(1);
  await command(page, 'zoom usual', 'Actual size');
  await expect.poll(zoom).toBe(1);

  await command(page, 'settings: language', 'Settings: Language');
  await expect(page.getByRole('heading', { name: 'Language', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  const languages = page.getByRole('radiogroup', { name: /^(Language|Idioma) / });
  await expect(languages.getByRole('radio', { name: 'System' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { level: 1, name: 'Configuración' })).toBeVisible();
  await expect(languages.getByRole('radio', { name: 'Español' })).toBeFocused();
  await page.keyboard.press('Control+f');
  await expect(page.getByLabel('Buscar en la configuración')).toBeFocused();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { level: 1, name: 'Llamadas' })).toBeVisible();
  await expect(page.getByLabel('Nombre o número')).toBeVisible();

  await command(page, 'english', 'Idioma: English');
  await expect(page.getByRole('heading', { level: 1, name: 'Calls' })).toBeVisible();
  await expect(rowsOf(page, 'Call history').first()).toBeVisible();
});
