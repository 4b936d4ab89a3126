import { create } from 'zustand';
import type { Failure } from '../../../shared/failure.ts';
import type { ClientId, EpochMs, ThreadId } from '../../../shared/model/ids.ts';

/** A thread, or the text that is being begun. */
export type ThreadKey = ThreadId | 'new';

/** A text that main has not shown back yet. */
export type PendingText = {
  readonly clientId: ClientId;
  readonly thread: ThreadKey;
  readonly text: string;
  readonly at: EpochMs;
};

type Texts = {
  readonly drafts: Readonly<Partial<Record<ThreadKey, string>>>;
  readonly failures: Readonly<Partial<Record<ThreadKey, Failure>>>;
  readonly pending: readonly PendingText[];
};

const empty: Texts = { drafts: {}, failures: {}, pending: [] };

/** What has been written and not yet come back from main. */
export const useTexts = create<Texts>()(() => empty);

export function setDraft(thread: ThreadKey, text: string): void {
  useTexts.setState(({ drafts, failures }) => ({
    drafts: { ...drafts, [thread]: text },
    failures: { ...failures, [thread]: undefined },
  }));
}

/** Moves a draft into the thread as a bubble. */
export function addPending(pending: PendingText): void {
  useTexts.setState((texts) => ({
    drafts: { ...texts.drafts, [pending.thread]: '' },
    failures: { ...texts.failures, [pending.thread]: undefined },
    pending: [...texts.pending, pending],
  }));
}

export function dropPending(clientIds: readonly ClientId[]): void {
  useTexts.setState(({ pending }) => ({
    pending: pending.filter(({ clientId }) => !clientIds.includes(clientId)),
  }));
}

/** A text that began a thread now belongs to it. */
export function movePending(clientId: ClientId, thread: ThreadId): void {
  useTexts.setState(({ pending }) => ({
    pending: pending.map((text) => (text.clientId === clientId ? { ...text, thread } : text)),
  }));
}

/** Takes a text back that main did not accept: its words return to the draft, before newer ones. */
export function takeBack({ clientId, thread, text }: PendingText, failure: Failure): void {
  useTexts.setState(({ drafts, failures, pending }) => ({
    drafts: { ...drafts, [thread]: [text, drafts[thread]].filter(Boolean).join('\n') },
    failures: { ...failures, [thread]: failure },
    pending: pending.filter((other) => other.clientId !== clientId),
  }));
}

/** What was asked about a text of the thread could not be done. */
export function tellFailure(thread: ThreadKey, failure: Failure): void {
  useTexts.setState(({ failures }) => ({ failures: { ...failures, [thread]: failure } }));
}

/** Another account's archive has been opened. */
export function forgetTexts(): void {
  useTexts.setState(empty);
}
