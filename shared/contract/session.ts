import { z } from 'zod';
import type { ImportDraft, ImportOutcome, SessionView, StatusView } from '../model/session.ts';
import { call } from './define.ts';
import { nothing } from './fields.ts';

/** An app of RingCentral's developer console, and the server it belongs to. */
const app = {
  serverUrl: z.string().trim().max(300),
  clientId: z.string().trim().min(1).max(200),
  clientSecret: z.string().trim().min(1).max(200).optional(),
  /** The user has confirmed a server that is not one of RingCentral's own. */
  allowOtherHost: z.boolean().optional(),
};

export const sessionContract = {
  'session.get': call(nothing).returns<SessionView>(),
  /** For integrations: whether Sidetone is set up and signed in, from which number, on which server. */
  'session.status': call(nothing).returns<StatusView>(),
  /**
   * Signs in to RingCentral; settled when the account has been read. `browser` opens the system
   * browser and waits for it, or for `session.cancel-sign-in`.
   */
  'session.sign-in': call(
    z.discriminatedUnion('method', [
      z.strictObject({ method: z.literal('browser'), ...app }),
      z.strictObject({ method: z.literal('jwt'), ...app, jwt: z.string().trim().min(1).max(8000) }),
    ]),
  ).returns<SessionView>(),
  /** Signs in the way it was done last, with what the vault has kept. */
  'session.sign-in-again': call(nothing).returns<SessionView>(),
  /** Gives up a sign-in that waits for the browser. */
  'session.cancel-sign-in': call(nothing).returns<void>(),
  /** Opens the page of a sign-in that waits once more. */
  'session.open-sign-in-page': call(nothing).returns<void>(),
  /** Reads a `.env`: what it holds, masked, and what would come of it. Nothing is stored yet. */
  'session.read-import': call(
    z.strictObject({ text: z.string().max(64_000) }),
  ).returns<ImportDraft>(),
  /** The same for the environment Sidetone was started in; undefined when there is nothing to take. */
  'session.find-import': call(nothing).returns<ImportDraft | undefined>(),
  /** Signs in with a draft; the values leave memory afterwards. */
  'session.use-import': call(
    z.strictObject({ id: z.string().max(64), allowOtherHost: z.boolean().optional() }),
  ).returns<ImportOutcome>(),
  'session.sign-out': call(z.strictObject({ eraseArchive: z.boolean() })).returns<void>(),
  /** Opens the demo account, in a profile of its own. */
  'session.start-demo': call(nothing).returns<void>(),
  /** Goes back from the demo account to the user's own profile. */
  'session.leave-demo': call(nothing).returns<void>(),
  /** Tries to reach RingCentral now instead of waiting for the next attempt. */
  'session.retry': call(nothing).returns<void>(),
};
