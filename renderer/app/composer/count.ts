import type { TextPrices } from '../../../shared/model/app.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { longestText } from '../../../shared/text-limits.ts';
import { moneyOf } from '../format.ts';
import { segmentsOf, toPlain, type Segments } from './segments.ts';

const words = strings.composer;

/** From here on the limit is what counts. */
const nearLimit = 850;

export type Count = {
  readonly text: string;
  readonly isOver: boolean;
};

/** What a text comes to: its messages, or, near the limit, its length. Nothing for an empty one. */
export function countOf(text: string, fileCount: number): Count | undefined {
  const over = text.length - longestText;
  if (over > 0) return { text: strings.messages.tooLong(over), isOver: true };
  if (text === '') return fileCount > 0 ? { text: words.withFiles, isOver: false } : undefined;
  return { text: lengthOf(text, fileCount), isOver: false };
}

function lengthOf(text: string, fileCount: number): string {
  const length = strings.messages.units(text.length, longestText);
  if (fileCount > 0) return `${words.withFiles}, ${length}`;
  const { count, used, capacity } = segmentsOf(text);
  return text.length < nearLimit
    ? words.count(count, used, capacity)
    : `${words.messages(count)}, ${length}`;
}

/** What makes a text take more room than it needs to, and the text without that. */
export type Room = {
  readonly text: string;
  /** With plain characters in their place; undefined where there are none. */
  readonly plain: string | undefined;
  /** How many characters are to be replaced. */
  readonly count: number;
};

/** Names what forces the encoding that holds less; a text with files is cut into no messages. */
export function roomOf(text: string, fileCount: number): Room | undefined {
  if (fileCount > 0 || text.length > longestText) return undefined;
  const now = segmentsOf(text);
  if (now.encoding === 'GSM-7') return undefined;
  const plain = toPlain(text);
  const then = segmentsOf(plain);
  const left = new Set(then.special);
  const replaceable = now.special.filter((character) => !left.has(character));
  const named = replaceable.length > 0 && left.size === 0 ? replaceable : now.special;
  return {
    text: roomWords(named, now, left.size === 0 ? then : now),
    count: named.length,
    plain: left.size === 0 && plain.length <= longestText ? plain : undefined,
  };
}

const mostNamed = 3;

function roomWords(characters: readonly string[], now: Segments, then: Segments): string {
  const names = characters.slice(0, mostNamed).map(words.character);
  const what = words.characters(names, characters.length - names.length);
  return then.count < now.count
    ? words.takesMessages(what, characters.length, now.count, then.count)
    : words.takesRoom(what, characters.length);
}

/** What a text costs by the prices that the user has set, to everyone it goes to. */
export function costOf(
  { text, fileCount }: { readonly text: string; readonly fileCount: number },
  recipients: number,
  prices: TextPrices | undefined,
): string | undefined {
  if (prices === undefined || (text.trim() === '' && fileCount === 0)) return undefined;
  const each = fileCount > 0 ? prices.media : prices.segment * segmentsOf(text.trim()).count;
  return words.cost(moneyOf(each * Math.max(1, recipients), prices.currency));
}
