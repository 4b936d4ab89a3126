/** What a field of a template stands for, by the folded name of the field; empty: not known. */
export type MergeValues = Readonly<Record<string, string>>;

/** A field that was not filled in, and where it stands in the text. */
export type OpenField = {
  readonly name: string;
  /** `unknown`: there is no such field; `missing`: nothing is known of this person. */
  readonly why: 'unknown' | 'missing';
  readonly start: number;
  readonly end: number;
};

export type Merged = { readonly text: string; readonly open: readonly OpenField[] };

/** The fields that every template knows, in the order they are offered. */
export const builtInFields = ['first name', 'last name', 'name', 'company', 'my name'] as const;

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly fallback: string | undefined;
      readonly raw: string;
    };

/** `{{` and `}}` are braces; `{name}` and `{name|instead}` are fields; all else is as it stands. */
const tokens = /\{\{|\}\}|\{(?<name>[^{}|\n]*)(?:\|(?<fallback>[^{}\n]*))?\}/g;

/** A field's name as it is compared: letter case and spaces do not matter. */
export function foldField(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function readPieces(body: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of body.matchAll(tokens)) {
    const [raw] = match;
    const { name, fallback } = match.groups ?? {};
    pieces.push({ kind: 'text', text: body.slice(from, match.index) });
    from = match.index + raw.length;
    if (raw === '{{' || raw === '}}') pieces.push({ kind: 'text', text: raw.charAt(0) });
    else if (name === undefined || foldField(name) === '') pieces.push({ kind: 'text', text: raw });
    else pieces.push({ kind: 'field', name: name.trim(), fallback, raw });
  }
  pieces.push({ kind: 'text', text: body.slice(from) });
  return pieces;
}

/** The names of the fields in a template, each once, as they are written. */
export function fieldsOf(body: string): readonly string[] {
  const names = new Map<string, string>();
  for (const piece of readPieces(body)) {
    if (piece.kind !== 'field' || names.has(foldField(piece.name))) continue;
    names.set(foldField(piece.name), piece.name);
  }
  return [...names.values()];
}

/**
 * Fills the fields of a template in. One that is not known, or of which nothing is known and that
 * says nothing to write instead, stays as it is written and is named.
 */
export function fillIn(body: string, values: MergeValues): Merged {
  const open: OpenField[] = [];
  let text = '';
  for (const piece of readPieces(body)) {
    if (piece.kind === 'text') {
      text += piece.text;
      continue;
    }
    const key = foldField(piece.name);
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    const filled = value?.trim() || (value === undefined ? undefined : piece.fallback?.trim());
    if (filled) {
      text += filled;
      continue;
    }
    const start = text.length;
    // A field without anything is left out where the template says so: `{company|}`.
    if (value !== undefined && piece.fallback !== undefined) continue;
    text += piece.raw;
    const why = value === undefined ? 'unknown' : 'missing';
    open.push({ name: piece.name, why, start, end: text.length });
  }
  return { text, open };
}

/** A text that says itself when it is filled in: its braces are escaped. */
export function escapeFields(text: string): string {
  return text.replace(/[{}]/g, '$&$&');
}

/** What is known of someone, as values of the fields. */
export function personFields(person: {
  readonly name: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly company?: string | undefined;
}): MergeValues {
  const { name = '', company = '' } = person;
  const [first = '', ...others] = name.trim().split(/\s+/);
  // `Byron, Ada`: file order.
  const isReversed = first.endsWith(',') && others.length > 0;
  const guessed = isReversed
    ? { first: others.join(' '), last: first.slice(0, -1) }
    : { first, last: others.at(-1) ?? '' };
  return {
    'first name': person.firstName?.trim() || guessed.first,
    'last name': person.lastName?.trim() || guessed.last,
    name: isReversed ? `${guessed.first} ${guessed.last}` : name.trim(),
    company: company.trim(),
  };
}

/** All that a text to someone can be filled with: later ones go before earlier ones. */
export function joinValues(...all: readonly MergeValues[]): MergeValues {
  return Object.assign({}, ...all) as MergeValues;
}

/** Fields of a table or of the user's own, under their folded names. */
export function namedFields(
  fields: readonly { readonly name: string; readonly value: string }[],
): MergeValues {
  return Object.fromEntries(
    fields.flatMap(({ name, value }) => (foldField(name) === '' ? [] : [[foldField(name), value]])),
  );
}
