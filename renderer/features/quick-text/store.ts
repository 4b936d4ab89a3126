import { create } from 'zustand';
import { addTo, beginText, goBack, recipientsOf } from '../../app/begun-text/begin.ts';
import type { Recipient } from '../../app/ui-store.ts';
import type { QuickText } from '../../../shared/model/notifications.ts';

type Quick = {
  /** Whom the text that is being written is for; they outlive the closing of the window. */
  readonly to: readonly Recipient[];
  /** Which opening of the window the form holds. */
  readonly begunId: string | undefined;
};

export const useQuick = create<Quick>()(() => ({
  to: [],
  begunId: undefined,
}));

export function setTo(to: readonly Recipient[]): void {
  useQuick.setState({ to });
}

/** What the window is opened with goes into the form; what was written to others is kept aside. */
export function begin(quick: QuickText): void {
  if (useQuick.getState().begunId === quick.id) return;
  useQuick.setState({ begunId: quick.id });
  const { threadId, to, body } = quick;
  if (threadId !== undefined) return addTo(threadId, { body });
  beginText(
    'quick',
    to.map(({ number }) => number),
    { body },
  );
  if (to.length > 0) setTo(to);
  else if (useQuick.getState().to.length === 0) setTo(recipientsOf('quick').map(unnamed));
}

/** Goes back to a text that was set aside. */
export function goBackToAside(): void {
  const to = goBack('quick');
  if (to !== undefined) setTo(to.map(unnamed));
}

/** It has been sent. */
export function finish(): void {
  useQuick.setState({ to: [] });
}

function unnamed(number: string): Recipient {
  return { number, party: undefined };
}
