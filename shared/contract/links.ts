import { z } from 'zod';
import type { LinksView, ShortcutView } from '../model/links.ts';
import { call } from './define.ts';
import { nothing } from './fields.ts';

export const linksContract = {
  'links.get': call(nothing).returns<LinksView>(),
  /** Makes Sidetone the handler, or opens the system's settings where only the user can. */
  'links.take': call(nothing).returns<LinksView>(),
  /** Gives the schemes back to whoever had them. */
  'links.give-back': call(nothing).returns<LinksView>(),
  /** The user has been asked whether Sidetone is to open such links. */
  'links.asked': call(nothing).returns<void>(),
  /** Opens a page in the browser: one that a text names, and that the user has looked at first. */
  'outside.open-page': call(z.strictObject({ url: z.string().min(1).max(10_000) })).returns<void>(),
  'shortcut.get': call(nothing).returns<ShortcutView>(),
  /** Null switches it off. Refused when the keys are none, or are another program's. */
  'shortcut.set': call(
    z.strictObject({ accelerator: z.string().min(1).max(64).nullable() }),
  ).returns<ShortcutView>(),
};
