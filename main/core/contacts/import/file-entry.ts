import { failure, type Failure } from '../../../../shared/failure.ts';
import type { ContactNumberLabel } from '../../../../shared/model/people.ts';

/** Someone as a file has them, before anything is read into it. */
export type FileEntry = {
  /** The line it begins on, counted from 1. */
  readonly line: number;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly company: string | undefined;
  readonly jobTitle: string | undefined;
  readonly email: string | undefined;
  readonly remarks: string | undefined;
  readonly numbers: readonly { readonly label: ContactNumberLabel; readonly typed: string }[];
};

/** What is wrong with a line; the words are the window's. */
export type MalformedDetail =
  | 'quote-not-closed'
  | 'quote-inside'
  | 'too-many-fields'
  | 'no-begin'
  | 'no-end'
  | 'no-property'
  | 'version'
  | 'encoding'
  | 'unreadable';

/** A file that cannot be read as a whole: nothing of it is imported. */
export function malformed(line: number, detail: MalformedDetail): Failure {
  return failure('invalid', 'contact-import.malformed', { params: { line, detail } });
}

/** More entries than this are not imported at once. */
export const mostEntries = 50_000;

export function tooLarge(): Failure {
  return failure('invalid', 'contact-import.too-large');
}

/** A value without what exports leave around it; undefined when there is none. */
export function clean(value: string | undefined, longest = 200): string | undefined {
  return value?.replace(/\0/g, '').trim().slice(0, longest) || undefined;
}

/** First and last name of a name in one piece: `Byron, Ada` or `Ada King Byron`. */
export function splitName(name: string | undefined): Pick<FileEntry, 'firstName' | 'lastName'> {
  const text = clean(name);
  if (text === undefined) return { firstName: undefined, lastName: undefined };
  const [, last, first] = /^([^,]+),\s*([^,]+)$/.exec(text) ?? [];
  if (first !== undefined) return { firstName: clean(first), lastName: clean(last) };
  const cut = text.lastIndexOf(' ');
  if (cut < 0) return { firstName: text, lastName: undefined };
  return { firstName: clean(text.slice(0, cut)), lastName: clean(text.slice(cut + 1)) };
}
