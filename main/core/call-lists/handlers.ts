import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/router.ts';
import type { CallLists } from './service.ts';

type CallListsCall =
  | 'call-lists.list'
  | 'call-lists.read-file'
  | 'call-lists.choose-columns'
  | 'call-lists.create'
  | 'call-lists.rename'
  | 'call-lists.remove'
  | 'call-lists.entries'
  | 'call-lists.next'
  | 'call-lists.get-entry'
  | 'call-lists.summary'
  | 'call-lists.settle';

/** Answers the contract's `call-lists.*`. */
export function createCallListHandlers(lists: CallLists): Handlers<CallListsCall> {
  return {
    'call-lists.list': async () => ok(await lists.list()),
    'call-lists.read-file': () => lists.readFile(),
    'call-lists.choose-columns': ({ draftId, numberColumn, nameColumn }) =>
      lists.chooseColumns(draftId, { numberColumn, nameColumn }),
    'call-lists.create': ({ name, source }) => lists.create(name, source),
    'call-lists.rename': ({ callListId, name }) => lists.rename(callListId, name),
    'call-lists.remove': ({ callListId }) => lists.remove(callListId),
    'call-lists.entries': (request) => lists.entries(request),
    'call-lists.next': async ({ callListId, after = 0 }) => ok(await lists.next(callListId, after)),
    'call-lists.get-entry': async ({ entryId }) => ok(await lists.getEntry(entryId)),
    'call-lists.summary': async ({ callListId }) => ok(await lists.summary(callListId)),
    'call-lists.settle': ({ entryId, state, callId }) => lists.settle(entryId, state, callId),
  };
}
