import type { Failure } from '../../../shared/failure.ts';
import { makeWayFor } from '../begun-text/begin.ts';
import { changeWriting, dropPending, putBack, tellFailure, type PendingText } from './store.ts';

/** Takes a text back that main did not accept; it waits aside where one to others is written by now. */
export function takeBack(pending: PendingText, failure: Failure): void {
  const { thread, clientId, text, files, from, to } = pending;
  dropPending([clientId]);
  if (makeWayFor(thread, { text, files, from, to })) return;
  putBack(thread, { text, files });
  changeWriting(thread, { to, ...(from !== undefined && { from }) });
  tellFailure(thread, failure);
}
