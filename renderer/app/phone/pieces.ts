import type { CountryCode } from '../../../shared/model/ids.ts';
import { findNumbers } from '../../../shared/phone/find.ts';
import { writtenTarget } from './view-model.ts';

/** A stretch of a text: plain words, or a number as it is to be dialled. */
export type Piece = {
  readonly start: number;
  readonly text: string;
  readonly number: string | undefined;
};

/** Fewer digits than this are no number that anyone could call. */
const threeDigits = /\p{Nd}\P{Nd}*\p{Nd}\P{Nd}*\p{Nd}/u;

/** Where a text was cut off; a number that touches it may be the half of one. */
const cut = '…';

/** A text as it is drawn; the pieces together are the text, whatever is in it. */
export function piecesOf(text: string, home: CountryCode): readonly Piece[] {
  const whole = { start: 0, text, number: undefined };
  if (!threeDigits.test(text)) return [whole];
  const found = findNumbers(text, home).filter(
    ({ start, end }) => text[start - 1] !== cut && text[end] !== cut,
  );
  if (found.length === 0) return [whole];
  const pieces: Piece[] = [];
  let at = 0;
  const plainUntil = (end: number): void => {
    if (end > at) pieces.push({ start: at, text: text.slice(at, end), number: undefined });
  };
  for (const { start, end, target } of found) {
    plainUntil(start);
    pieces.push({ start, text: text.slice(start, end), number: writtenTarget(target) });
    at = end;
  }
  plainUntil(text.length);
  return pieces;
}
