import { create } from 'zustand';
import { changeWriting, readWriting, type Writing } from '../../app/composer/store.ts';
import type { Recipient } from '../../app/ui-store.ts';
import type { QuickText } from '../../../shared/model/notifications.ts';

type Written = Pick<Writing, 'text' | 'files'>;
type Aside = { readonly to: readonly Recipient[]; readonly written: Written };

const nothing: Written = { text: '', files: [] };

type Quick = {
  /** Whom the text that is being written is for; they outlive the closing of the window. */
  readonly to: readonly Recipient[];
  /** A text that was being written to somebody else when a new one was asked for. */
  readonly aside: Aside | undefined;
  /** Which opening of the window the form holds. */
  readonly begunId: string | undefined;
};

export const useQuick = create<Quick>()(() => ({
  to: [],
  aside: undefined,
  begunId: undefined,
}));

export function setTo(to: readonly Recipient[]): void {
  useQuick.setState({ to });
}

/** What the window is opened with goes into the form; what was written to others is kept aside. */
export function begin(quick: QuickText): void {
  if (useQuick.getState().begunId === quick.id) return;
  useQuick.setState({ begunId: quick.id });
  const key = quick.threadId ?? 'quick';
  if (quick.threadId === undefined) restoreTo();
  if (quick.threadId === undefined && quick.to.length > 0) {
    const before: Aside = { to: useQuick.getState().to, written: written() };
    if (!isSame(before.to, quick.to)) {
      const isKept = hasSome(before.written);
      useQuick.setState({ to: quick.to, ...(isKept && { aside: before }) });
      // What was meant for one goes to no other.
      if (isKept) changeWriting('quick', nothing);
    }
  }
  const { text } = readWriting(key);
  const { body } = quick;
  if (body !== undefined && text !== body) {
    changeWriting(key, { text: [text, body].filter(Boolean).join('\n') });
  }
}

/** Whom the draft of an earlier run was for, as it kept them. */
function restoreTo(): void {
  if (useQuick.getState().to.length > 0) return;
  setTo(readWriting('quick').to.map((number) => ({ number, party: undefined })));
}

/** Goes back to the text that was set aside; the one in hand takes its place when it has words. */
export function goBack(): void {
  const { aside, to } = useQuick.getState();
  if (aside === undefined) return;
  const inHand: Aside = { to, written: written() };
  useQuick.setState({ to: aside.to, aside: hasSome(inHand.written) ? inHand : undefined });
  changeWriting('quick', aside.written);
}

/** It has been sent. */
export function finish(): void {
  useQuick.setState({ to: [] });
}

function written(): Written {
  const { text, files } = readWriting('quick');
  return { text, files };
}

function hasSome({ text, files }: Written): boolean {
  return text.trim() !== '' || files.length > 0;
}

function isSame(one: readonly Recipient[], other: QuickText['to']): boolean {
  const numbers = other.map(({ number }) => number);
  return one.length === numbers.length && one.every(({ number }) => numbers.includes(number));
}
