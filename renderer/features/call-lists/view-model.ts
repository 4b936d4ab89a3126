import type {
  CallListEntry,
  CallListEntryState,
  CallListView,
} from '../../../shared/model/call-lists.ts';
import type { ActiveCall } from '../../../shared/model/calls.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import type { DialRequest } from '../../app/use-dial.ts';
import { isPressed } from '../../../shared/shortcuts.ts';

/** How someone on a list stands; the list itself counts whoever is being called as called. */
export type EntryStanding = CallListEntryState | 'calling' | 'talking';

/** How many a list has, and how many of them have had their turn: whoever is on the phone has it still. */
export function tallyOf({ counts, calling }: Pick<CallListView, 'counts' | 'calling'>): {
  readonly all: number;
  readonly done: number;
} {
  const turns = counts.called + counts.skipped;
  return { all: turns + counts.open, done: turns - calling };
}

/** Where someone on a list stands: the call to them, while it runs, else what became of them. */
export function standingOf(
  { state, callId }: Pick<CallListEntry, 'state' | 'callId'>,
  active: readonly ActiveCall[],
): EntryStanding {
  const running = active.find(({ id }) => id === callId);
  if (running === undefined || !isRunning(running)) return state;
  return running.state === 'connected' ? 'talking' : 'calling';
}

/** The call to someone on the list, with their name where nothing but the list may know it. */
export function requestOf(
  { dial, party }: Pick<CallListEntry, 'dial' | 'party'>,
  who: string,
): DialRequest {
  const { contactId, name } = party;
  const isListedOnly = contactId === undefined && name !== undefined;
  return { number: dial, who, ...(isListedOnly && { name }) };
}

/** The digits that follow a number: an extension at a switchboard. */
export function keyInOf({ dial }: Pick<CallListEntry, 'dial'>): string | undefined {
  const [, ...later] = dial.split(',');
  return later.length > 0 ? later.join(',') : undefined;
}

/** Whether a call is not over: being placed, ringing or talked on. */
export function isRunning(call: ActiveCall): boolean {
  return call.endedAt === undefined && call.failure === undefined && call.state !== 'cancelled';
}

/**
 * The call to whoever is in hand that was begun since, wherever it was begun: at a question in the
 * call bar, or at the number's menu.
 */
export function callMadeTo(
  { party }: Pick<CallListEntry, 'party'>,
  active: readonly ActiveCall[],
  since: number,
): CallId | undefined {
  const { number, extensionNumber } = party;
  return active.find(
    (call) =>
      call.startedAt >= since &&
      (number === undefined
        ? call.party.number === undefined && call.party.extensionNumber === extensionNumber
        : call.party.number === number),
  )?.id;
}

type Key = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'target'
>;

/** What a key does with whoever is in hand. A key that is held down does nothing more. */
export function workKeyOf(event: Key): 'call' | 'skip' | 'next' | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) {
    return undefined;
  }
  if (event.target instanceof Element && event.target.closest(takesLetters) !== null) {
    return undefined;
  }
  if (isPressed('work-call', event)) return isPressable(event.target) ? undefined : 'call';
  if (isPressed('work-skip', event)) return 'skip';
  return isPressed('work-next', event) ? 'next' : undefined;
}

const takesLetters = 'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"]';

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary') !== null;
}
