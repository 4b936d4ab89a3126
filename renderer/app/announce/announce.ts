import { create } from 'zustand';

/** Whether a reader finishes what it is saying first, or is interrupted for it. */
export type Urgency = 'polite' | 'assertive';

type Announcement = { readonly id: number; readonly text: string; readonly urgency: Urgency };

/** Long enough to be read out; what is said stays nowhere to be come across later. */
const keptMs = 15_000;

let count = 0;

/** What readers are told at the moment, oldest first. */
export const useAnnouncements = create<readonly Announcement[]>()(() => []);

/**
 * Tells readers of something that has happened on its own, once; the same words twice are said twice.
 * Assertive is for what cannot wait: somebody is ringing.
 */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  if (text === '') return;
  count += 1;
  const said = { id: count, text, urgency };
  useAnnouncements.setState((all) => [...all, said], true);
  setTimeout(() => {
    useAnnouncements.setState((all) => all.filter(({ id }) => id !== said.id), true);
  }, keptMs);
}
