/**
 * How long a server asks to be left alone, in milliseconds from `now`: what `Retry-After` says in
 * seconds, which is RingCentral's way, or as a date (RFC 9110, 10.2.3), which may be a gateway's.
 * Undefined where it does not ask, or says nothing that can be read.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const asked = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1_000;
  // Only dates have letters; `Date.parse` would make something of other numbers as well.
  const at = /[a-z]/i.test(asked) ? Date.parse(asked) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
