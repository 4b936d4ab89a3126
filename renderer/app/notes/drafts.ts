import { create } from 'zustand';
import type { Whose } from '../../../shared/model/history.ts';
import type { CallId } from '../../../shared/model/ids.ts';

/** What has been written of a note and is not stored yet, by what it is about. */
type Drafts = { readonly texts: Readonly<Record<string, string>> };

const useDrafts = create<Drafts>()(() => ({ texts: {} }));

export function callKey(callId: CallId): string {
  return `call:${callId}`;
}

export function whoseKey(whose: Whose): string {
  if ('contactId' in whose) return `contact:${whose.contactId}`;
  return 'number' in whose ? `number:${whose.number}` : `extension:${whose.extensionNumber}`;
}

export function useDraft(key: string): string {
  return useDrafts(({ texts }) => texts[key] ?? '');
}

export function readDraft(key: string): string {
  return useDrafts.getState().texts[key] ?? '';
}

export function writeDraft(key: string, text: string): void {
  useDrafts.setState(({ texts }) => ({ texts: { ...texts, [key]: text } }));
}

/** Whether anything has been written of any note that is not stored yet. */
export function hasDrafts(): boolean {
  return Object.values(useDrafts.getState().texts).some((text) => text.trim() !== '');
}

/** A draft has been stored; what has been written since then stays. */
export function dropDraft(key: string, stored: string): void {
  if (readDraft(key) === stored) writeDraft(key, '');
}

/** Another account's archive has been opened. */
export function forgetDrafts(): void {
  useDrafts.setState({ texts: {} });
}
