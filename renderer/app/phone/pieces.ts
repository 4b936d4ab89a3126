import type { CountryCode } from '../../../shared/model/ids.ts';
import { findNumbers } from '../../../shared/phone/find.ts';
import { findLinks } from '../page-links/find.ts';
import { writtenTarget } from './view-model.ts';

/** A stretch of a text: plain words, a number as it is to be dialled, or the address of a page. */
export type Piece = {
  readonly start: number;
  readonly text: string;
  readonly number: string | undefined;
  readonly url: string | undefined;
};

/** Fewer digits than this are no number that anyone could call. */
const threeDigits = /\p{Nd}\P{Nd}*\p{Nd}\P{Nd}*\p{Nd}/u;

/** Where a text was cut off. */
const cut = '…';

/** What has more numbers than this is no text of anyone's, and each is a button. */
const mostNumbers = 300;

type Found = Pick<Piece, 'start' | 'number' | 'url'> & { readonly end: number };

/** A text as it is drawn; the pieces together are the text, whatever is in it. */
export function piecesOf(text: string, home: CountryCode): readonly Piece[] {
  const links = findLinks(text).filter(isWhole(text));
  const found = [
    ...links.map(({ start, end, url }) => ({ start, end, url, number: undefined })),
    ...numbersIn(text, home).filter(
      (number) => !links.some((link) => link.start < number.end && number.start < link.end),
    ),
  ].toSorted((one, other) => one.start - other.start);
  if (found.length === 0) return [{ start: 0, text, number: undefined, url: undefined }];
  const pieces: Piece[] = [];
  let at = 0;
  const plainUntil = (end: number): void => {
    if (end <= at) return;
    pieces.push({ start: at, text: text.slice(at, end), number: undefined, url: undefined });
  };
  for (const { start, end, number, url } of found) {
    plainUntil(start);
    pieces.push({ start, text: text.slice(start, end), number, url });
    at = end;
  }
  plainUntil(text.length);
  return pieces;
}

function numbersIn(text: string, home: CountryCode): readonly Found[] {
  if (!threeDigits.test(text)) return [];
  return findNumbers(text, home)
    .filter(isWhole(text))
    .slice(0, mostNumbers)
    .map(({ start, end, target }) => {
      return { start, end, number: writtenTarget(target), url: undefined };
    });
}

/** What touches the place where a text was cut off may be the half of something. */
function isWhole(text: string) {
  return ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    text[start - 1] !== cut && text[end] !== cut;
}
