/** A time of day with the article Spanish wants: `la 1:05 p. m.`, `las 14:00`; what is none stays. */
export function withArticle(time: string): string {
  if (!/^\d{1,2}:\d{2}/.test(time)) return time;
  return `${/^0?1:/.test(time) ? 'la' : 'las'} ${time}`;
}
