import { en } from './en.ts';
import { localApi } from './es/local-api.ts';
import { settingsPage } from './es/settings-page.ts';
import type { Words } from './words.ts';

/** Every word Sidetone says, in Spanish. */
export const es: Words = {
  ...en,
  localApi,
  settingsPage,
};
