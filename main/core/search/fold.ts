/**
 * The marks that the index passes over, so that a decomposed letter is found as its base. The list
 * is SQLite's own (`fts5_unicode2.c`): it knows no others.
 */
const passedOver =
  /[\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]/;

const isAscii = /^[\0-\u007f]*$/;
const changed = new Map<string, string>();

/** A text with the case and the Latin diacritics taken off, as the trigram index does it. */
export function fold(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase();
  let folded = '';
  for (const char of text) folded += foldChar(char);
  return folded;
}

/** A folded text that knows where in the original each of its UTF-16 units came from. */
export type FoldedText = {
  readonly folded: string;
  /** The offset in the original of the character behind an offset in the folded text. */
  readonly startOf: (offset: number) => number;
};

/** As `fold`, with the way back: a folded character can be shorter than what it stands for. */
export function foldWithOffsets(text: string): FoldedText {
  if (isAscii.test(text)) return { folded: text.toLowerCase(), startOf: (offset) => offset };
  const starts: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const part = foldChar(char);
    for (let unit = 0; unit < part.length; unit += 1) starts.push(at);
    folded += part;
    at += char.length;
  }
  return { folded, startOf: (offset) => starts[offset] ?? text.length };
}

/** One code point folded: nothing for a mark that is passed over, else one code point. */
function foldChar(char: string): string {
  if (char < '\u0080') return char.toLowerCase();
  const found = changed.get(char);
  if (found !== undefined) return found;
  const folded = passedOver.test(char) ? '' : foldOther(char);
  // CJK and emoji fold to themselves and are many: only what changes is kept.
  if (folded !== char) changed.set(char, folded);
  return folded;
}

function foldOther(char: string): string {
  // The dotless i is a letter of its own, although its capital is the plain one.
  if (char === 'ı') return char;
  const base = char.normalize('NFD').charAt(0).toUpperCase();
  if (/^[A-Z]$/.test(base)) return base.toLowerCase();
  const upper = char.toUpperCase();
  const lower = (codePointsOf(upper) === 1 ? upper : char).toLowerCase();
  return codePointsOf(lower) === 1 ? lower : char;
}

/** How many characters the index takes a text for. */
export function codePointsOf(text: string): number {
  return Array.from(text).length;
}
