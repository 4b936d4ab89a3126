import { z } from 'zod';
import type { Page } from '../model/app.ts';
import type { FollowUpView, NoteView } from '../model/notes.ts';
import { call } from './define.ts';
import { callId, followUpId, instant, noteId, nothing, page } from './fields.ts';
import { whose } from './history.ts';

const about = z.union([z.strictObject({ callId }), z.strictObject({ whose })]);
const text = z.string().max(10_000);
const outcome = z.string().trim().min(1).max(60);

export const notesContract = {
  /** Writes a note; a call or a person can have several. One of text and outcome must be there. */
  'notes.add': call(
    z.strictObject({ about, text, outcome: outcome.optional() }),
  ).returns<NoteView>(),
  'notes.change': call(
    z.strictObject({ noteId, text, outcome: outcome.optional() }),
  ).returns<NoteView>(),
  'notes.remove': call(z.strictObject({ noteId })).returns<void>(),
  'notes.of-call': call(z.strictObject({ callId })).returns<readonly NoteView[]>(),
  /** Sets a time to get back to someone. */
  'follow-ups.add': call(
    z.strictObject({
      about,
      dueAt: instant,
      text: z.string().max(1_000),
      noteId: noteId.optional(),
    }),
  ).returns<FollowUpView>(),
  'follow-ups.change': call(
    z.strictObject({ followUpId, dueAt: instant, text: z.string().max(1_000) }),
  ).returns<FollowUpView>(),
  'follow-ups.set-done': call(
    z.strictObject({ followUpId, isDone: z.boolean() }),
  ).returns<FollowUpView>(),
  'follow-ups.remove': call(z.strictObject({ followUpId })).returns<void>(),
  /** `open`: the soonest first; `done`: the latest first. */
  'follow-ups.list': call(page.extend({ show: z.enum(['open', 'done']) })).returns<
    Page<FollowUpView>
  >(),
  /** How many are due by now. */
  'follow-ups.count-due': call(nothing).returns<number>(),
};
