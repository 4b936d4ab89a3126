import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { StagedFile } from '../../shared/model/drafts.ts';
import type { E164, FileId } from '../../shared/model/ids.ts';
import { forgetKept, loadDraft, takeUpDraft } from '../../renderer/app/composer/keep.ts';
import {
  addPending,
  changeWriting,
  dropPending,
  forgetTexts,
  movePending,
  readWriting,
  useTexts,
  type PendingText,
} from '../../renderer/app/composer/store.ts';
import { takeBack } from '../../renderer/app/composer/take-back.ts';
import { clientId, threadId } from './make.ts';

const one = '+15125550123' as E164;
const two = '+15125550148' as E164;
const file = { id: 'f' as FileId } as StagedFile;

const pending = (id: string, text = id, more: Partial<PendingText> = {}): PendingText => ({
  clientId: clientId(id),
  thread: threadId,
  text,
  files: [],
  from: undefined,
  to: [],
  at: 1,
  isAccepted: false,
  ...more,
});

describe('what is written and on its way', () => {
  test('stays with its thread and becomes a bubble', () => {
    forgetTexts();
    changeWriting(threadId, { text: 'Hello', files: [file] });
    changeWriting('new', { text: 'Other' });
    addPending(pending('p', 'Hello'));
    expect(readWriting(threadId)).toMatchObject({ text: '', files: [] });
    expect(readWriting('new').text).toBe('Other');
    dropPending([clientId('p')]);
    expect(useTexts.getState().pending).toEqual([]);
  });

  test('returns when main refuses it, before what was written since, with all that was chosen', () => {
    forgetTexts();
    const text = pending('p', 'First', { files: [file], from: two });
    addPending(text);
    changeWriting(threadId, { text: 'Second' });
    const reason = failure('internal', 'archive.full');
    takeBack(text, reason);
    expect(readWriting(threadId)).toMatchObject({
      text: 'First\nSecond',
      files: [file],
      from: two,
    });
    expect(useTexts.getState().failures[threadId]).toBe(reason);
    expect(useTexts.getState().pending).toEqual([]);
  });

  test('comes back from main once with its files, of which it may be nothing but', () => {
    forgetTexts();
    takeUpDraft(threadId, { text: '', files: [file] });
    // Main tells of it as well.
    takeUpDraft(threadId, { text: '', files: [file] });
    expect(readWriting(threadId)).toMatchObject({ text: '', files: [file] });
    changeWriting(threadId, { text: 'Since', files: [] });
    takeUpDraft(threadId, { text: 'First', files: [file] });
    takeUpDraft(threadId, { text: 'First', files: [file] });
    expect(readWriting(threadId)).toMatchObject({ text: 'First\nSince', files: [file] });
  });

  test('moves to the thread that it began', () => {
    forgetTexts();
    addPending(pending('p', 'p', { thread: 'new' }));
    movePending(clientId('p'), threadId);
    expect(useTexts.getState().pending).toMatchObject([{ thread: threadId, isAccepted: true }]);
  });
});

describe('what is written is kept', () => {
  type Call = { readonly name: string; readonly input: { readonly text: string } };
  const calls: Call[] = [];
  const listeners = new Map<string, () => void>();
  const stored = { text: '', files: [], to: [] as readonly string[], from: undefined };
  let answer = (): Promise<unknown> => Promise.resolve({ ok: true, value: undefined });

  const on = (name: string, listener: () => void) => void listeners.set(name, listener);
  const texts = () => calls.flatMap(({ name, input }) => (name === 'drafts.set' ? input.text : []));

  beforeEach(() => {
    vi.useFakeTimers();
    calls.length = 0;
    Object.assign(stored, { text: '', to: [] });
    answer = () => Promise.resolve({ ok: true, value: undefined });
    vi.stubGlobal('window', {
      bridge: {
        on: () => () => undefined,
        call(name: string, input: Call['input']) {
          calls.push({ name, input });
          return name === 'drafts.get' ? Promise.resolve({ ok: true, value: stored }) : answer();
        },
      },
      addEventListener: on,
    });
    vi.stubGlobal('document', { addEventListener: on, visibilityState: 'visible' });
    forgetKept();
    forgetTexts();
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const load = () => loadDraft(threadId);

  test('300 ms after a letter at the latest, also while typing goes on', async () => {
    await load();
    const word = 'Hello there';
    for (let length = 1; length <= word.length; length += 1) {
      changeWriting(threadId, { text: word.slice(0, length) });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(texts()).toEqual(['Hel', 'Hello ', 'Hello the']);
    await vi.advanceTimersByTimeAsync(300);
    expect(texts().at(-1)).toBe(word);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(texts()).toHaveLength(4);
  });

  test('at once when the window is left', async () => {
    await load();
    changeWriting(threadId, { text: 'Hi' });
    expect(texts()).toEqual([]);
    listeners.get('pagehide')?.();
    expect(texts()).toEqual(['Hi']);
    listeners.get('blur')?.();
    expect(texts()).toEqual(['Hi']);
  });

  test('and comes back, before what was typed until it did', async () => {
    Object.assign(stored, { text: 'Yesterday', to: [one] });
    const loaded = load();
    changeWriting(threadId, { text: 'now' });
    await loaded;
    expect(readWriting(threadId)).toMatchObject({ text: 'Yesterday\nnow', to: [one] });
    await vi.advanceTimersByTimeAsync(300);
    expect(texts()).toEqual(['Yesterday\nnow']);
  });

  test('as long as main has not taken the text that it has become', async () => {
    await load();
    changeWriting(threadId, { text: 'Hello' });
    await vi.advanceTimersByTimeAsync(300);
    addPending(pending('p', 'Hello'));
    changeWriting(threadId, { text: 'More' });
    await vi.advanceTimersByTimeAsync(300);
    expect(texts()).toEqual(['Hello', 'Hello\nMore']);
    movePending(clientId('p'), threadId);
    await vi.advanceTimersByTimeAsync(300);
    expect(texts().at(-1)).toBe('More');
  });

  test('once more with the next letter, when it could not be written', async () => {
    await load();
    answer = () => Promise.resolve({ ok: false, failure: failure('internal', 'archive.full') });
    changeWriting(threadId, { text: 'H' });
    await vi.advanceTimersByTimeAsync(300);
    answer = () => Promise.resolve({ ok: true, value: undefined });
    changeWriting(threadId, { text: 'Hi' });
    await vi.advanceTimersByTimeAsync(300);
    expect(texts()).toEqual(['H', 'Hi']);
  });
});
