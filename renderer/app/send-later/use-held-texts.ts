import { useCallback, useState } from 'react';
import type { ScheduledText } from '../../../shared/model/drafts.ts';
import type { ScheduledId } from '../../../shared/model/ids.ts';

/** A text of the list; one that is being reworded stays, though it no longer waits. */
export type HeldText = { readonly text: ScheduledText; readonly isGone: boolean };

/** Holds a card from when its rewording begins to when it ends. */
export type HoldText = (id: ScheduledId, text: ScheduledText | undefined) => void;

/** The texts for later, with those that went meanwhile while they are being reworded. */
export function useHeldTexts(waiting: readonly ScheduledText[]): {
  readonly texts: readonly HeldText[];
  readonly hold: HoldText;
} {
  const [held, setHeld] = useState<readonly ScheduledText[]>([]);
  const hold = useCallback<HoldText>((id, text) => {
    setHeld((before) => [...before.filter((other) => other.id !== id), ...(text ? [text] : [])]);
  }, []);
  return { texts: withHeld(waiting, held), hold };
}

/** What is held and no longer waits stands first, where those that ask stand. */
export function withHeld(
  waiting: readonly ScheduledText[],
  held: readonly ScheduledText[],
): readonly HeldText[] {
  const gone = held.filter(({ id }) => waiting.every((text) => text.id !== id));
  return [
    ...gone.map((text) => ({ text, isGone: true })),
    ...waiting.map((text) => ({ text, isGone: false })),
  ];
}
