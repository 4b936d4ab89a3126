import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { envFile } from './harness/sign-in-answers.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button, heading, asked } = win;

describe('importing an older setup', () => {
  const readFile = async (text: string): Promise<void> => {
    await button('Import a .env file').click();
    await win.page.getByLabel('Or paste its text').fill(text);
    await button('Read it').click();
    await win.page.getByRole('table').waitFor();
  };

  test('shows a pasted file masked, keeps none of it, and tells in the app what came of it', async () => {
    await open('onboarding');
    await readFile(envFile);
    expect(await win.page.getByRole('row', { name: 'JWT' }).textContent()).toContain('••••77');
    expect(await win.page.content()).not.toContain('fictional-jwt');
    await button('Choose another file').click();
    expect(await win.page.getByLabel('Or paste its text').inputValue()).toBe('');
    await win.page.getByLabel('Or paste its text').fill(envFile);
    await button('Read it').click();
    await button('Use these').click();
    const note = win.page.getByText('You can delete the file now.');
    await note.waitFor();
    expect(await note.textContent()).toContain('You call and text from');
    await button('Dismiss').click();
    expect(await note.count()).toBe(0);
  });

  test('reads a chosen file, and says which numbers work when the one in it does not', async () => {
    await open('onboarding');
    await button('Import a .env file').click();
    const text = envFile.replace(/PHONE_NUMBER=.*/, 'PHONE_NUMBER=+14155550199');
    const file = { name: '.env', mimeType: 'text/plain', buffer: Buffer.from(text) };
    await win.page.locator('input[type=file]').setInputFiles(file);
    await button('Use these').click();
    await win.page.getByText('is not a number you can call and text from').waitFor();
    await button('Choose a number').click();
    await win.page.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
  });

  test('reads a dropped file, and says what a wrong one lacks', async () => {
    await open('onboarding');
    await button('Import a .env file').click();
    const drop = async (text: string): Promise<void> => {
      const files = await win.page.evaluateHandle((content) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], '.env'));
        return transfer;
      }, text);
      await win.page.getByText('Drop the file here').dispatchEvent('drop', { dataTransfer: files });
    };
    await drop('NOTHING=here');
    await win.page.getByRole('alert').filter({ hasText: 'No RingCentral settings' }).waitFor();
    await drop(`#${'x'.repeat(70_000)}`);
    await win.page.getByRole('alert').filter({ hasText: 'not a .env file' }).waitFor();
    await drop(envFile);
    await button('Use these').waitFor();
  });

  test('marks a sandbox address and does not offer to use it', async () => {
    await open('onboarding');
    await readFile(envFile.replace('platform.', 'platform.devtest.'));
    expect(await win.page.getByRole('row', { name: 'Server' }).textContent()).toContain(
      'RingCentral’s sandbox is gone',
    );
    expect(await button('Use these').count()).toBe(0);
    await win.page.getByText('Correct what is marked').waitFor();
  });

  test('explains a password before it is tried, and what to do when it is refused', async () => {
    await open('onboarding');
    await readFile(
      'RINGCENTRAL_CLIENT_ID=a\nRINGCENTRAL_USERNAME=+14155550190\nRINGCENTRAL_PASSWORD=b-secret',
    );
    await win.page.getByText('Sidetone will try it once').waitFor();
    await button('Use these').click();
    await win.page.getByRole('alert').filter({ hasText: 'no longer takes' }).waitFor();
    expect(await button('Use these').count()).toBe(0);
    await button('Sign in with your browser').click();
    await win.page.getByLabel('Client ID').waitFor();
    expect(await win.page.getByLabel('Client ID').inputValue()).toBe('a');
  });

  test('offers what Sidetone was started with, and puts it aside when asked', async () => {
    await open('started');
    await heading('Settings found in this computer’s environment').waitFor();
    await button('Not now').click();
    expect(await win.page.getByRole('table').count()).toBe(0);
    await open('started');
    await button('Use these').click();
    await win.page.getByText('remove the settings from the environment').waitFor();
  });
});

describe('signing out', () => {
  const ask = async (): Promise<void> => {
    await open('own');
    await button('Settings').click();
    await button('Sign out').click();
    await win.page.getByRole('alertdialog').waitFor();
  };

  test('keeps the archive unless told otherwise', async () => {
    await ask();
    await win.page.getByRole('radio', { name: 'Erase them' }).click();
    await button('Stay signed in').click();
    await button('Sign out').click();
    const dialog = win.page.getByRole('alertdialog');
    expect(await dialog.getByRole('radio', { name: 'Keep them' }).isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Sign out' }).click();
    await heading('Welcome to Sidetone').waitFor();
    expect(await asked()).toEqual([{ eraseArchive: false }]);
  });

  test('erases it by the keyboard alone when that is chosen', async () => {
    await ask();
    await win.page.keyboard.press('ArrowDown');
    const erase = button('Sign out and erase');
    await erase.waitFor();
    await erase.focus();
    await win.page.keyboard.press('Enter');
    await heading('Welcome to Sidetone').waitFor();
    expect(await asked()).toEqual([{ eraseArchive: true }]);
  });

  test('says on the first screen when the archive could not be erased', async () => {
    await ask();
    await win.page.evaluate(
      (reason) => {
        const { world } = window.fake;
        world.fails = { 'session.sign-out': reason };
        // Main has signed out all the same; the window hears of it when it asks again.
        Object.assign(world.session, { state: 'signed-out', account: undefined });
      },
      failure('internal', 'session.archive-not-erased'),
    );
    await win.page.getByRole('radio', { name: 'Erase them' }).click();
    await button('Sign out and erase').click();
    await win.page.getByRole('alert').filter({ hasText: 'could not be erased' }).waitFor();
    await heading('Welcome to Sidetone').waitFor();
  });
});
