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
