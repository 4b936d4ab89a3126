import { z } from 'zod';
import type { Page } from '../model/app.ts';
import type { SentContacts } from '../model/messages.ts';
import type { MediaCacheView, MediaReady, VoicemailView } from '../model/voicemail.ts';
import { call } from './define.ts';
import { nothing, page, voicemailId } from './fields.ts';

const mediaId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^(voicemail|recording|attachment|outgoing)-[\w-]+$/);

export const voicemailContract = {
  /** Newest first. */
  'voicemail.list': call(page.extend({ show: z.enum(['all', 'unread']).default('all') })).returns<
    Page<VoicemailView>
  >(),
  'voicemail.get': call(z.strictObject({ voicemailId })).returns<VoicemailView | undefined>(),
  'voicemail.set-read': call(z.strictObject({ voicemailId, isRead: z.boolean() })).returns<void>(),
  'voicemail.count-unread': call(nothing).returns<number>(),
  /**
   * Looks whether something can be played, and says why not: a permission, RingCentral away, a
   * file that has expired. The window then loads the address it is given.
   */
  'media.prepare': call(z.strictObject({ mediaId })).returns<MediaReady>(),
  /** Asks where to and saves it; answers false when the user thought better of it. */
  'media.save': call(z.strictObject({ mediaId })).returns<boolean>(),
  /** The people in a vCard; undefined where it is too large or not one, and is only a file. */
  'media.read-contacts': call(z.strictObject({ mediaId })).returns<SentContacts | undefined>(),
  'media.get-cache': call(nothing).returns<MediaCacheView>(),
  /** Forgets the media kept on this computer; RingCentral's own are not touched. */
  'media.clear-cache': call(nothing).returns<MediaCacheView>(),
};
