/** The first and the last byte, counted from 0. */
export type Range = { readonly start: number; readonly end: number };

/**
 * What a Range header asks of something of so many bytes (RFC 9110, 14): `whole` for none, for one
 * that makes no sense and for several at once, which a server may answer with everything.
 */
export function parseRange(
  header: string | undefined,
  size: number,
): Range | 'whole' | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
