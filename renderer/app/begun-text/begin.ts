import {
  asideKeys,
  type BegunKey,
  type DraftKey,
  type StagedFile,
} from '../../../shared/model/drafts.ts';
import { loadDraft } from '../composer/keep.ts';
import { changeWriting, readWriting, useTexts, type Writing } from '../composer/store.ts';
import { filesSettled } from '../files/add-files.ts';

/** What a text begins with, besides what may have been written to them before. */
export type BeginWith = {
  readonly body?: string | undefined;
  readonly files?: readonly StagedFile[] | undefined;
};

const nothing: Writing = { text: '', files: [], from: undefined, to: [] };

/** Resolves once all that was written before is here, and every file of it: also of an earlier run. */
export async function loadBegun(key: BegunKey): Promise<void> {
  await Promise.all([...asideKeys[key], key].map(loadDraft));
  await filesSettled(key);
}

/**
 * Begins a text to somebody: what was meant for one goes to no other. What is written to others is
 * set aside, and what was set aside for these comes back. To nobody named, what is written goes on.
 */
export function beginText(key: BegunKey, to: readonly string[], more: BeginWith = {}): void {
  const inHand = readWriting(key);
  if (to.length > 0 && !isFor(inHand, to)) {
    const aside = readAside(key);
    const theirs = aside.find((each) => isFor(each, to));
    const others = aside.filter((each) => each !== theirs);
    setAside(key, hasSome(inHand) ? [inHand, ...others] : others);
    changeWriting(key, theirs ?? { ...nothing, to });
  }
  addTo(key, more);
}

/** Writes more below what is written; the same words only once. */
export function addTo(key: DraftKey, { body = '', files = [] }: BeginWith): void {
  const { text, files: before } = readWriting(key);
  if (files.length > 0) changeWriting(key, { files: [...before, ...files] });
  if (body !== '' && text !== body) {
    changeWriting(key, { text: [text, body].filter(Boolean).join('\n') });
  }
}

/** Goes back to the text set aside last, and answers whom it is for; the one in hand takes its turn. */
export function goBack(key: BegunKey): readonly string[] | undefined {
  const [next, ...others] = readAside(key);
  if (next === undefined) return undefined;
  const inHand = readWriting(key);
  setAside(key, hasSome(inHand) ? [...others, inHand] : others);
  changeWriting(key, next);
  return next.to;
}

/** Lets a text wait aside where one to others has been begun by now; whether one had. */
export function makeWayFor(key: DraftKey, text: Writing): boolean {
  if (!isBegun(key)) return false;
  const inHand = readWriting(key);
  if (inHand.to.length === 0 || isFor(inHand, text.to)) return false;
  setAside(key, [text, ...readAside(key)]);
  return true;
}

function isBegun(key: DraftKey): key is BegunKey {
  return Object.hasOwn(asideKeys, key);
}

/** Whom what is written there is for; nobody where nothing is. */
export function recipientsOf(key: BegunKey): readonly string[] {
  const inHand = readWriting(key);
  return hasSome(inHand) ? inHand.to : [];
}

/** How many texts to others wait to be gone back to. */
export function useAsideCount(key: BegunKey): number {
  return useTexts(
    ({ drafts }) => asideKeys[key].filter((each) => hasSome(drafts[each] ?? nothing)).length,
  );
}

function readAside(key: BegunKey): readonly Writing[] {
  return asideKeys[key].map(readWriting).filter(hasSome);
}

/** The latest first; of more than there is room for, the oldest go. */
function setAside(key: BegunKey, texts: readonly Writing[]): void {
  for (const [at, slot] of asideKeys[key].entries()) {
    const text = texts[at] ?? nothing;
    if (readWriting(slot) !== text) changeWriting(slot, text);
  }
}

function hasSome({ text, files }: Writing): boolean {
  return text.trim() !== '' || files.length > 0;
}

function isFor({ to }: Writing, numbers: readonly string[]): boolean {
  return to.length === numbers.length && to.every((number) => numbers.includes(number));
}
