import type { Excerpt, Marks } from '../../../shared/model/search.ts';
import { fold, foldWithOffsets } from './fold.ts';
import type { Word } from './parse.ts';

type Folded = Pick<Word, 'folded'>;

/** How much of a text a list has room for, and how much of it stands before the first hit. */
const excerptLength = 160;
const lead = 40;
/** How far a cut moves to fall between two words. */
const slack = 16;
const cut = '…';

/** Whether all words are in a text, in any order. */
export function hasAll(text: string, words: readonly Folded[]): boolean {
  if (words.length === 0) return true;
  const folded = fold(text);
  return words.every((word) => folded.includes(word.folded));
}

/** Where the words are in a text, on the text as it is: in order, those that touch joined. */
export function marksOf(text: string, words: readonly Folded[]): Marks {
  const { folded, startOf } = foldWithOffsets(text);
  const found: { start: number; end: number }[] = [];
  for (const { folded: word } of words) {
    if (word === '') continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push({ start: startOf(at), end: startOf(at + word.length) });
    }
  }
  return joined(found.toSorted((one, other) => one.start - other.start || one.end - other.end));
}

/** A stretch of a text around its first hit; the beginning of a text that has none. */
export function excerptOf(text: string, words: readonly Folded[]): Excerpt {
  const marks = marksOf(text, words);
  if (text.length <= excerptLength) return { text, marks };
  const first = marks[0]?.start ?? 0;
  const start = first <= lead ? 0 : startNear(text, first - lead, first);
  const end = endNear(text, Math.max(start + excerptLength, marks[0]?.end ?? 0));
  const before = start === 0 ? '' : cut;
  const after = end === text.length ? '' : cut;
  return {
    text: before + text.slice(start, end) + after,
    marks: marks
      .filter((mark) => mark.start < end)
      .map((mark) => ({
        start: mark.start - start + before.length,
        end: Math.min(mark.end, end) - start + before.length,
      })),
  };
}

/** The digits of a number in its E.164 form, marked. */
export function numberExcerpt(number: string, digits: string): Excerpt {
  const at = number.indexOf(digits);
  return { text: number, marks: at < 0 ? [] : [{ start: at, end: at + digits.length }] };
}

function joined(found: readonly { start: number; end: number }[]): Marks {
  const marks: { start: number; end: number }[] = [];
  for (const mark of found) {
    const last = marks.at(-1);
    if (last !== undefined && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else marks.push({ ...mark });
  }
  return marks;
}

function startNear(text: string, wanted: number, first: number): number {
  const space = text.slice(wanted, Math.min(wanted + slack, first)).search(/\s/);
  return space >= 0 ? wanted + space + 1 : wholeCharacter(text, wanted);
}

function endNear(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const space = text.slice(wanted, wanted + slack).search(/\s/);
  return space >= 0 ? wanted + space : wholeCharacter(text, wanted);
}

/** A cut that does not go through a character or between a letter and what is put on it. */
function wholeCharacter(text: string, wanted: number): number {
  let at = wanted;
  while (
    at < text.length &&
    at < wanted + slack &&
    /^[\udc00-\udfff\p{M}\u200d]/u.test(text.slice(at, at + 1))
  ) {
    at += 1;
  }
  return at;
}
