import { create } from 'zustand';
import type { Failure } from '../../../shared/failure.ts';
import type { DraftKey, StagedFile } from '../../../shared/model/drafts.ts';
import type { ClientId, E164, EpochMs, ThreadId } from '../../../shared/model/ids.ts';
import { rememberForAccount } from '../account-memory.ts';

/** What is being written to someone, as the field has it. */
export type Writing = {
  readonly text: string;
  readonly files: readonly StagedFile[];
  /** The number it is to go out from, where the user has chosen one. */
  readonly from: E164 | undefined;
  /** Of a text that is begun: whom it is for, as typed or E.164. */
  readonly to: readonly string[];
};

/** A text that main has not shown back yet. */
export type PendingText = {
  readonly clientId: ClientId;
  readonly thread: DraftKey;
  readonly text: string;
  readonly files: readonly StagedFile[];
  readonly from: E164 | undefined;
  /** Of a text that was begun: whom it is for, as typed or E.164. */
  readonly to: readonly string[];
  readonly at: EpochMs;
  /** Main has it on disk: what was written is its business from now on. */
  readonly isAccepted: boolean;
};

type Texts = {
  readonly drafts: Readonly<Partial<Record<DraftKey, Writing>>>;
  readonly failures: Readonly<Partial<Record<DraftKey, Failure>>>;
  readonly pending: readonly PendingText[];
};

const nothing: Writing = { text: '', files: [], from: undefined, to: [] };
const empty: Texts = { drafts: {}, failures: {}, pending: [] };

/** What has been written and not yet come back from main. */
export const useTexts = create<Texts>()(() => empty);

export function useWriting(key: DraftKey): Writing {
  return useTexts((texts) => texts.drafts[key] ?? nothing);
}

/** One thing about what is being written: whoever asks is drawn anew only when that changes. */
export function useOfWriting<T>(key: DraftKey, look: (writing: Writing) => T): T {
  return useTexts((texts) => look(texts.drafts[key] ?? nothing));
}

export function readWriting(key: DraftKey): Writing {
  return useTexts.getState().drafts[key] ?? nothing;
}

/** Changes what is being written; what was refused before is no longer held against it. */
export function changeWriting(key: DraftKey, change: Partial<Writing>): void {
  useTexts.setState(({ drafts, failures }) => ({
    drafts: { ...drafts, [key]: { ...(drafts[key] ?? nothing), ...change } },
    failures: { ...failures, [key]: undefined },
  }));
}

/** Moves what is written into the thread as a bubble. */
export function addPending(pending: PendingText): void {
  useTexts.setState((texts) => ({
    drafts: { ...texts.drafts, [pending.thread]: nothing },
    failures: { ...texts.failures, [pending.thread]: undefined },
    pending: [...texts.pending, pending],
  }));
}

export function dropPending(clientIds: readonly ClientId[]): void {
  useTexts.setState(({ pending }) => ({
    pending: pending.filter(({ clientId }) => !clientIds.includes(clientId)),
  }));
}

/** Main has a text; one that began a thread, or went from another number, belongs there now. */
export function movePending(clientId: ClientId, thread: ThreadId): void {
  useTexts.setState(({ pending }) => ({
    pending: pending.map((text) =>
      text.clientId === clientId ? { ...text, thread, isAccepted: true } : text,
    ),
  }));
}

/** Puts words and files back to be written on, before what has been written since. */
export function putBack(key: DraftKey, { text, files }: Pick<Writing, 'text' | 'files'>): void {
  const since = readWriting(key);
  changeWriting(key, {
    text: [text, since.text].filter(Boolean).join('\n'),
    files: [...files, ...since.files],
  });
}

/** What was asked about a text of the thread could not be done. */
export function tellFailure(key: DraftKey, failure: Failure): void {
  useTexts.setState(({ failures }) => ({ failures: { ...failures, [key]: failure } }));
}

/** Another account's archive has been opened. */
export function forgetTexts(): void {
  useTexts.setState(empty);
}

rememberForAccount({ forget: forgetTexts });
