import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { FollowUps } from './follow-ups/service.ts';
import type { Notes } from './service.ts';

type NotesCall =
  | 'notes.add'
  | 'notes.change'
  | 'notes.remove'
  | 'notes.of-call'
  | 'follow-ups.add'
  | 'follow-ups.change'
  | 'follow-ups.set-done'
  | 'follow-ups.remove'
  | 'follow-ups.list'
  | 'follow-ups.count-due';

/** Answers the contract's `notes.*` and `follow-ups.*`. */
export function createNoteHandlers(notes: Notes, followUps: FollowUps): Handlers<NotesCall> {
  return {
    'notes.add': ({ about, ...said }) => notes.add(about, said),
    'notes.change': ({ noteId, ...said }) => notes.change(noteId, said),
    'notes.remove': ({ noteId }) => notes.remove(noteId),
    'notes.of-call': async ({ callId }) => ok(await notes.ofCall(callId)),
    'follow-ups.add': ({ about, ...input }) => followUps.add(about, input),
    'follow-ups.change': ({ followUpId, ...input }) => followUps.change(followUpId, input),
    'follow-ups.set-done': ({ followUpId, isDone }) => followUps.setDone(followUpId, isDone),
    'follow-ups.remove': ({ followUpId }) => followUps.remove(followUpId),
    'follow-ups.list': async (page) => ok(await followUps.list(page)),
    'follow-ups.count-due': async () => ok(await followUps.countDue()),
  };
}
