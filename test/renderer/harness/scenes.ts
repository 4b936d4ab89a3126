import type { Page } from 'playwright';
import { signInScenes } from './sign-in-scenes.ts';

export const sizes = {
  wide: { width: 1280, height: 800 },
  medium: { width: 760, height: 800 },
  compact: { width: 380, height: 780 },
  zoomed: { width: 640, height: 400 },
} as const;

export type Scene = {
  readonly name: string;
  readonly world?: string;
  readonly sizes?: readonly (keyof typeof sizes)[];
  readonly themes?: readonly ('light' | 'dark')[];
  readonly act?: (page: Page) => Promise<void>;
};

const all = ['wide', 'medium', 'compact'] as const;
const both = ['light', 'dark'] as const;

const go =
  (name: string) =>
  async (page: Page): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();
const row = (page: Page, list: string, index: number) =>
  page.getByRole('list', { name: list }).locator('[data-row]').nth(index);

const diagnose = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Status: open Diagnostics' }).click();

/** What is looked at by eye. */
export const scenes: readonly Scene[] = [
  ...signInScenes,
  { name: 'calls', sizes: [...all, 'zoomed'], themes: both },
  {
    name: 'calls-typing',
    sizes: ['wide', 'compact'],
    act: (page) => page.getByLabel('Name or number').fill('br'),
  },
  {
    name: 'calls-number',
    act: async (page) => {
      await page.getByLabel('Name or number').fill('650 555 0177');
      await page.getByRole('button', { name: 'Show dial pad' }).click();
    },
  },
  {
    name: 'calls-emergency',
    sizes: ['wide', 'compact'],
    act: async (page) => {
      await page.getByLabel('Name or number').fill('911');
      await page.getByRole('button', { name: 'Call', exact: true }).click();
    },
  },
  {
    name: 'calls-short',
    act: async (page) => {
      await page.getByLabel('Name or number').fill('211');
      await page.getByRole('button', { name: 'Call', exact: true }).click();
    },
  },
  {
    name: 'calls-from',
    act: async (page) => {
      await page.getByLabel('Call from').click();
      await page.waitForSelector('[role="option"]');
    },
  },
  {
    name: 'call-detail',
    sizes: all,
    themes: both,
    act: (page) => row(page, 'Call history', 1).click(),
  },
  {
    name: 'call-row-hover',
    act: (page) => row(page, 'Call history', 3).hover(),
  },
  { name: 'voicemail', sizes: all, themes: both, act: go('Voicemail') },
  {
    name: 'voicemail-detail',
    sizes: all,
    themes: both,
    act: async (page) => {
      await go('Voicemail')(page);
      await row(page, 'Voicemails', 0).click();
    },
  },
  { name: 'ringing', world: 'ringing', sizes: all, themes: both },
  { name: 'connected', world: 'connected', sizes: all, themes: both },
  { name: 'failed', world: 'failed', sizes: all, themes: both },
  {
    name: 'offline',
    world: 'offline',
    sizes: all,
    themes: both,
    act: (page) => page.getByLabel('Name or number').fill('650 555 0177'),
  },
  {
    name: 'device',
    world: 'offline',
    sizes: ['wide', 'compact'],
    act: async (page) => {
      await page.getByLabel('Name or number').fill('+16505550177');
      await page.getByRole('button', { name: 'Call with this device' }).click();
      await page.waitForSelector('[role="dialog"]');
    },
  },
  { name: 'messages', sizes: all, themes: both, act: go('Messages') },
  {
    name: 'thread',
    sizes: [...all, 'zoomed'],
    themes: both,
    act: async (page) => {
      await go('Messages')(page);
      await row(page, 'Conversations', 0).click();
    },
  },
  {
    name: 'thread-trouble',
    sizes: ['wide', 'compact'],
    themes: both,
    act: async (page) => {
      await go('Messages')(page);
      await row(page, 'Conversations', 1).click();
    },
  },
  {
    name: 'thread-group',
    act: async (page) => {
      await go('Messages')(page);
      await row(page, 'Conversations', 3).click();
      await page.getByLabel('Message', { exact: true }).fill('x'.repeat(1010));
    },
  },
  {
    name: 'compose',
    sizes: ['wide', 'compact'],
    themes: both,
    act: async (page) => {
      await page.keyboard.press('Control+n');
      await page.getByLabel('To', { exact: true }).fill('ma');
      await page.waitForSelector('[role="option"]');
    },
  },
  {
    name: 'compose-sent',
    act: async (page) => {
      await page.keyboard.press('Control+n');
      await page.getByLabel('To', { exact: true }).fill('6505550188');
      await page.getByLabel('Message', { exact: true }).fill('Hello there');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText('Delivered').waitFor();
    },
  },
  { name: 'contacts', sizes: all, act: go('Contacts') },
  {
    name: 'contact',
    sizes: ['wide', 'compact'],
    themes: both,
    act: async (page) => {
      await go('Contacts')(page);
      await row(page, 'Contacts', 0).click();
    },
  },
  { name: 'settings', sizes: all, themes: both, act: go('Settings') },
  {
    name: 'compact-density',
    act: async (page) => {
      await go('Settings')(page);
      await page.getByRole('radio', { name: 'Compact' }).click();
      await go('Messages')(page);
      await row(page, 'Conversations', 2).click();
    },
  },
  { name: 'empty', world: 'empty' },
  { name: 'empty-messages', world: 'empty', act: go('Messages') },
  { name: 'loading', world: 'loading' },
  { name: 'broken', world: 'broken' },
  { name: 'expired', world: 'expired' },
  { name: 'notices', world: 'notices', sizes: ['wide', 'compact'] },
  { name: 'paused', world: 'paused' },
  { name: 'diagnostics', world: 'diagnostics', sizes: all, themes: both, act: diagnose },
  {
    name: 'diagnostics-trouble',
    world: 'diagnostics-trouble',
    sizes: [...all, 'zoomed'],
    themes: both,
    act: diagnose,
  },
  {
    name: 'diagnostics-report',
    world: 'diagnostics-trouble',
    sizes: ['wide', 'compact'],
    act: async (page) => {
      await diagnose(page);
      await page.getByRole('button', { name: 'Copy report' }).click();
      await page.getByText('Show what is copied').click();
      await page.getByRole('region', { name: 'The report' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'diagnostics-goto',
    world: 'diagnostics-trouble',
    sizes: ['wide', 'compact'],
    themes: both,
    act: async (page) => {
      await diagnose(page);
      await page.getByRole('button', { name: 'Go to Live updates' }).click();
    },
  },
  { name: 'diagnostics-loading', world: 'diagnostics-loading', act: diagnose },
  { name: 'diagnostics-broken', world: 'diagnostics-broken', act: diagnose },
  { name: 'forbidden', world: 'forbidden', sizes: ['wide', 'compact'], themes: both },
  { name: 'forbidden-messages', world: 'forbidden', act: go('Messages') },
  { name: 'forbidden-contacts', world: 'forbidden', act: go('Contacts') },
  {
    name: 'forbidden-since',
    world: 'forbidden-since',
    sizes: ['wide', 'compact'],
    act: async (page) => {
      await go('Messages')(page);
      await row(page, 'Conversations', 0).click();
    },
  },
];
