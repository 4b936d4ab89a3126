import type { CallInput } from '../../../shared/contract/index.ts';
import type { Draft, DraftKey } from '../../../shared/model/drafts.ts';
import { call } from '../bridge.ts';
import { changeWriting, readWriting, useTexts, type Writing } from './store.ts';
import { rememberForAccount } from '../account-memory.ts';

/** What is written is on disk this long after a letter at the latest, in milliseconds. */
const keepMs = 300;

type Kept = CallInput<'drafts.set'>;

/** Of each draft: what main has of it, as text, and when the next change goes there. */
const kept = new Map<DraftKey, string>();
const loading = new Map<DraftKey, Promise<void>>();
const timers = new Map<DraftKey, ReturnType<typeof setTimeout>>();

/** What of a draft main is to have: a text on its way counts as written until main has it. */
function toKeep(key: DraftKey): Kept {
  const { pending } = useTexts.getState();
  const writing = readWriting(key);
  const leaving = pending.filter((text) => text.thread === key && !text.isAccepted);
  return {
    key,
    text: [...leaving.map(({ text }) => text), writing.text].filter(Boolean).join('\n'),
    files: [...leaving, writing].flatMap(({ files }) => files.map(({ id }) => id)),
    to: [...writing.to],
    ...(writing.from !== undefined && { from: writing.from }),
  };
}

const asText = ({ text, files, to, from }: Kept): string =>
  JSON.stringify([text, files ?? [], text === '' && !files?.length ? [] : (to ?? []), from ?? '']);

/** Hands a draft to main, unless main has it already. */
export async function keepNow(key: DraftKey): Promise<void> {
  clearTimeout(timers.get(key));
  timers.delete(key);
  const draft = toKeep(key);
  const wanted = asText(draft);
  if (!kept.has(key) || kept.get(key) === wanted) return;
  const before = kept.get(key);
  kept.set(key, wanted);
  const result = await call('drafts.set', draft);
  // Main could not write it down: the next change brings all of it along.
  if (!result.ok && before !== undefined && kept.get(key) === wanted) kept.set(key, before);
}

function keepSoon(key: DraftKey): void {
  if (timers.has(key) || !kept.has(key) || kept.get(key) === asText(toKeep(key))) return;
  timers.set(
    key,
    setTimeout(() => void keepNow(key), keepMs),
  );
}

function keepAll(): void {
  for (const key of kept.keys()) void keepNow(key);
}

const toInput = (key: DraftKey, { text, files, to, from }: Draft): Kept => ({
  key,
  text,
  files: files.map(({ id }) => id),
  to: [...to],
  ...(from !== undefined && { from }),
});

type TakenUp = Pick<Draft, 'text' | 'files'> & Partial<Draft>;

/** Writes on with what main has made a draft again. */
export function takeUpDraft(key: DraftKey, draft: TakenUp): void {
  changeWriting(key, withDraft(readWriting(key), draft));
}

/** What was written before, then what has been since; a text that was taken back is in both. */
function withDraft(since: Writing, { text, files, to = [], from }: TakenUp): Writing {
  const isIn = since.text === text || since.text.startsWith(`${text}\n`);
  const ids = new Set(files.map(({ id }) => id));
  return {
    text: isIn ? since.text : [text, since.text].filter(Boolean).join('\n'),
    files: [...files, ...since.files.filter(({ id }) => !ids.has(id))],
    to: since.to.length > 0 ? since.to : to,
    from: since.from ?? from,
  };
}

/** Takes what was written before a restart, before what has been written since. */
export function loadDraft(key: DraftKey): Promise<void> {
  const known = loading.get(key);
  if (known !== undefined) return known;
  startKeeping();
  const load = async (): Promise<void> => {
    const result = await call('drafts.get', { key });
    if (loading.get(key) !== loaded) return;
    if (!result.ok) return void loading.delete(key);
    const draft = result.value;
    kept.set(key, asText(toInput(key, draft)));
    if (draft.text !== '' || draft.files.length > 0) {
      takeUpDraft(key, draft);
    }
    keepSoon(key);
  };
  const loaded = load();
  loading.set(key, loaded);
  return loaded;
}

/** Another window has written on: what is here and unchanged follows. */
async function followDraft(key: DraftKey): Promise<void> {
  const isClean = (): boolean => kept.get(key) === asText(toKeep(key));
  if (!isClean()) return;
  const result = await call('drafts.get', { key });
  if (!result.ok || !isClean()) return;
  const { text, files, to, from } = result.value;
  const now = asText(toInput(key, result.value));
  if (kept.get(key) === now) return;
  kept.set(key, now);
  changeWriting(key, { text, files, to, from });
}

let isKeeping = false;

/** Keeps what is written for as long as the window is there. */
function startKeeping(): void {
  if (isKeeping) return;
  isKeeping = true;
  useTexts.subscribe((now, before) => {
    const isMoved = now.pending !== before.pending;
    for (const key of kept.keys()) {
      if (isMoved || now.drafts[key] !== before.drafts[key]) keepSoon(key);
    }
  });
  window.bridge.on((event) => {
    // Who has the keyboard is who writes.
    if (event.name !== 'changed' || document.hasFocus()) return;
    for (const { area, key } of event.topics) {
      if (area === 'drafts' && kept.has(key as DraftKey)) void followDraft(key as DraftKey);
    }
  });
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') keepAll();
  };
  window.addEventListener('blur', keepAll);
  window.addEventListener('pagehide', keepAll);
  document.addEventListener('visibilitychange', onHidden);
}

/** Another account's archive has been opened: what was written stays with the one that it was for. */
export function forgetKept(): void {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
  kept.clear();
  loading.clear();
}

rememberForAccount({ forget: forgetKept });
