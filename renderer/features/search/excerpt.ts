import type { Excerpt } from '../../../shared/model/search.ts';

/** A stretch of an excerpt, with what of the marks lies in it. */
export function excerptWithin(excerpt: Excerpt, start: number, end: number): Excerpt {
  const marks = excerpt.marks.flatMap((mark) => {
    const from = Math.max(mark.start, start);
    const to = Math.min(mark.end, end);
    return from < to ? [{ start: from - start, end: to - start }] : [];
  });
  return { text: excerpt.text.slice(start, end), marks };
}

const cut = '…';

/** The excerpt with no more before its first hit than fits, from the start of a word. */
export function excerptNear(excerpt: Excerpt, most: number): Excerpt {
  const first = excerpt.marks[0]?.start ?? 0;
  if (first <= most) return excerpt;
  const space = excerpt.text.slice(first - most, first).search(/\s\S/);
  const start = space < 0 ? first : first - most + space + 1;
  const { text, marks } = excerptWithin(excerpt, start, excerpt.text.length);
  return {
    text: cut + text,
    marks: marks.map((mark) => ({ start: mark.start + cut.length, end: mark.end + cut.length })),
  };
}
