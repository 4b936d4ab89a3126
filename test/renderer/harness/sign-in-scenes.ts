import type { Page } from 'playwright';
import { failure } from '../../../shared/failure.ts';
import type { Scene } from './scenes.ts';
import { envFile } from './sign-in-answers.ts';

const all = ['wide', 'medium', 'compact'] as const;
const narrow = ['wide', 'compact'] as const;
const both = ['light', 'dark'] as const;

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const open = (page: Page, name: string): Promise<void> =>
  page.locator('summary', { hasText: name }).click();

/** Presses through to the panel that waits for the browser. */
async function toBrowser(page: Page): Promise<void> {
  await page.getByLabel('Client ID').fill('fictional-client');
  await press(page, 'Sign in with your browser');
  await page.getByRole('heading', { name: 'Continue in your browser' }).waitFor();
}

async function readFile(page: Page, text: string): Promise<void> {
  await press(page, 'Import a .env file');
  await page.getByLabel('Or paste its text').fill(text);
  await press(page, 'Read it');
  await page.getByRole('table').waitFor();
}

const password = [
  'RINGCENTRAL_CLIENT_ID=fictional-client',
  'RINGCENTRAL_USERNAME=+14155550190',
  'RINGCENTRAL_PASSWORD=not-a-password',
].join('\n');

/** The ways in, and out, to be looked at. */
export const signInScenes: readonly Scene[] = [
  { name: 'onboarding', world: 'onboarding', sizes: [...all, 'zoomed'], themes: both },
  {
    name: 'onboarding-errors',
    world: 'onboarding',
    act: (page) => press(page, 'Sign in with your browser'),
  },
  {
    name: 'onboarding-advanced',
    world: 'onboarding',
    sizes: narrow,
    themes: both,
    act: async (page) => {
      await open(page, 'Advanced');
      await page.getByText('Use a JWT instead').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'onboarding-jwt',
    world: 'onboarding',
    act: async (page) => {
      await open(page, 'Advanced');
      await press(page, 'Use a JWT instead');
    },
  },
  {
    name: 'onboarding-help',
    world: 'onboarding',
    sizes: narrow,
    themes: both,
    act: async (page) => {
      await open(page, 'What you need');
      await page.getByText('Copy its client ID').scrollIntoViewIfNeeded();
    },
  },
  { name: 'sign-in-browser', world: 'onboarding', sizes: all, themes: both, act: toBrowser },
  {
    name: 'sign-in-server',
    world: 'onboarding',
    act: async (page) => {
      await toBrowser(page);
      await page.evaluate(() => {
        window.fake.world.session.signIn = { step: 'server' };
        window.fake.touch();
      });
    },
  },
  {
    name: 'sign-in-redirect',
    world: 'onboarding',
    sizes: narrow,
    themes: both,
    act: async (page) => {
      await toBrowser(page);
      const trouble = failure('auth', 'session.redirect-mismatch', {
        params: { redirectUri: 'http://localhost:41100/callback' },
      });
      await page.evaluate((reason) => window.fake.world.comeBack?.(reason), trouble);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-in-other-host',
    world: 'onboarding',
    sizes: narrow,
    themes: both,
    act: async (page) => {
      await page.getByLabel('Client ID').fill('fictional-client');
      await open(page, 'Advanced');
      await page.getByLabel('Server URL').fill('https://phones.example.com');
      await press(page, 'Sign in with your browser');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'returning', world: 'returning', sizes: narrow },
  {
    name: 'renewal',
    world: 'renewal',
    sizes: narrow,
    act: async (page) => {
      await page.getByRole('button', { name: 'Sign in again' }).click();
      await press(page, 'Cancel');
    },
  },
  { name: 'started', world: 'started', sizes: narrow, themes: both },
  {
    name: 'import',
    world: 'onboarding',
    sizes: narrow,
    themes: both,
    act: (page) => press(page, 'Import a .env file'),
  },
  {
    name: 'import-draft',
    world: 'onboarding',
    sizes: narrow,
    themes: both,
    act: (page) => readFile(page, envFile),
  },
  {
    name: 'import-sandbox',
    world: 'onboarding',
    sizes: narrow,
    act: (page) => readFile(page, envFile.replace('platform.', 'platform.devtest.')),
  },
  {
    name: 'import-password',
    world: 'onboarding',
    act: async (page) => {
      await readFile(page, password);
      await press(page, 'Use these');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'imported',
    world: 'onboarding',
    sizes: narrow,
    themes: both,
    act: async (page) => {
      await readFile(page, envFile.replace(/PHONE_NUMBER=.*/, 'PHONE_NUMBER=+14155550199'));
      await press(page, 'Use these');
      await page.getByText('You can delete the file now.').waitFor();
    },
  },
  {
    name: 'settings-account',
    world: 'own',
    sizes: [...narrow, 'zoomed'],
    themes: both,
    act: async (page) => {
      await press(page, 'Settings');
      await page.getByRole('heading', { name: 'Browser sign-in' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'sign-out',
    world: 'own',
    sizes: [...narrow, 'zoomed'],
    themes: both,
    act: async (page) => {
      await press(page, 'Settings');
      await press(page, 'Sign out');
      await page.getByRole('radio', { name: 'Erase them' }).click();
    },
  },
];
