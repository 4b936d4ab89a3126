import type { CallListEntry, CallListView } from '../../../shared/model/call-lists.ts';
import type { ActiveCall } from '../../../shared/model/calls.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import { isPressed } from '../../../shared/shortcuts.ts';

/** How many a list has, and how many of them have had their turn. */
export function tallyOf({ counts }: Pick<CallListView, 'counts'>): {
  readonly all: number;
  readonly done: number;
} {
  const done = counts.called + counts.skipped;
  return { all: done + counts.open, done };
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
