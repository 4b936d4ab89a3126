import { z } from 'zod';
import type { ShortcutView } from '../model/links.ts';
import type { QuickText, QuietView } from '../model/notifications.ts';
import { mostRecipients } from '../text-limits.ts';
import { call } from './define.ts';
import { instant, nothing, threadId, typedNumber } from './fields.ts';

export const notificationsContract = {
  'notifications.get-quiet': call(nothing).returns<QuietView>(),
  /** Keeps quiet until an instant, until told otherwise (`null`), or no longer (left out). */
  'notifications.set-quiet': call(
    z.strictObject({ until: instant.nullish() }),
  ).returns<QuietView>(),
  /** What the user has in front of them: nothing is told of it. */
  'notifications.set-in-front': call(
    z.strictObject({ threadId: threadId.optional() }),
  ).returns<void>(),
  /** Shows one, as the settings have them. */
  'notifications.test': call(nothing).returns<void>(),
  'quick.get': call(nothing).returns<QuickText | undefined>(),
  /** Opens the small window for a text. */
  'quick.open': call(
    z.strictObject({
      threadId: threadId.optional(),
      to: z.array(typedNumber).max(mostRecipients).default([]),
      body: z.string().max(10_000).optional(),
    }),
  ).returns<void>(),
  'quick.close': call(nothing).returns<void>(),
  /** How high its content is now, in CSS pixels. */
  'quick.fit': call(z.strictObject({ height: z.int().min(1).max(2000) })).returns<void>(),
  'quick.get-shortcut': call(nothing).returns<ShortcutView>(),
  /** Null switches it off. Refused when the keys are none, or are taken. */
  'quick.set-shortcut': call(
    z.strictObject({ accelerator: z.string().min(1).max(64).nullable() }),
  ).returns<ShortcutView>(),
};
