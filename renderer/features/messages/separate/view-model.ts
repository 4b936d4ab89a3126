import { failure, type Failure } from '../../../../shared/failure.ts';
import { fillIn } from '../../../../shared/merge.ts';
import type { TextPrices } from '../../../../shared/model/app.ts';
import type { SeparatePerson } from '../../../../shared/model/separate.ts';
import { longestText } from '../../../../shared/text-limits.ts';
import { segmentsOf } from '../../../app/composer/segments.ts';

/** What the user has decided about the rows. */
export type Choices = {
  readonly body: string;
  /** Texts that were changed for one person, by the key of the row. */
  readonly edits: Readonly<Record<string, string>>;
  readonly leftOut: ReadonlySet<string>;
  /** What becomes of texts to where it is quiet now. */
  readonly quiet: 'later' | 'now';
};

/** A text as it would go to one person. */
export type SeparateRow = {
  readonly person: SeparatePerson;
  readonly text: string;
  /** As the field has it: with the spaces at its ends. */
  readonly typed: string;
  readonly isEdited: boolean;
  readonly state: 'ready' | 'later' | 'problem' | 'out';
  /** Why it cannot go. */
  readonly problem: Failure | undefined;
  readonly segments: number;
};

/** Every text, filled in and judged. */
export function rowsOf(
  people: readonly SeparatePerson[],
  choices: Choices,
): readonly SeparateRow[] {
  return people.map((person) => toRow(person, choices));
}

function toRow(person: SeparatePerson, choices: Choices): SeparateRow {
  const edit = choices.edits[person.key];
  const merged = fillIn(choices.body, person.values);
  const typed = edit ?? merged.text;
  const trimmed = typed.trim();
  // What was written for one person is no template, but for the fields that it still leaves open.
  const first = merged.open.find(({ start, end }) => typed.includes(merged.text.slice(start, end)));
  const problem =
    person.failure ??
    (first && toProblem(first)) ??
    (trimmed === ''
      ? failure('invalid', 'text.empty', { field: 'text' })
      : tooLong(trimmed, person));
  const whole = person.added === undefined ? trimmed : `${trimmed}\n${person.added}`;
  return {
    person,
    text: trimmed,
    typed,
    isEdited: edit !== undefined,
    state: stateOf(person, choices, problem),
    problem,
    segments: trimmed === '' ? 0 : segmentsOf(whole).count,
  };
}

function stateOf(
  { key, quiet }: SeparatePerson,
  { leftOut, quiet: chosen }: Choices,
  problem: Failure | undefined,
): SeparateRow['state'] {
  if (leftOut.has(key)) return 'out';
  if (problem !== undefined) return 'problem';
  return quiet !== undefined && chosen === 'later' ? 'later' : 'ready';
}

function toProblem({ name, why }: { readonly name: string; readonly why: 'unknown' | 'missing' }) {
  const message = why === 'unknown' ? 'template.unknown-field' : 'template.missing-value';
  return failure('invalid', message, { field: 'text', params: { field: name } });
}

function tooLong(text: string, { added }: SeparatePerson): Failure | undefined {
  // The sentence stands on a line of its own.
  const length = text.length + (added === undefined ? 0 : added.length + 1);
  if (length <= longestText) return undefined;
  const params = { length, limit: longestText };
  return failure('invalid', 'text.too-long', { field: 'text', params });
}

export type Tally = {
  readonly ready: number;
  readonly problems: number;
  readonly out: number;
  readonly segments: number;
  /** People to whom it is quiet now, and who can get a text. */
  readonly quiet: number;
};

/** What it all comes to; segments of what goes alone. */
export function tallyOf(rows: readonly SeparateRow[]): Tally {
  const going = rows.filter(isGoing);
  return {
    ready: going.length,
    problems: rows.filter(({ state }) => state === 'problem').length,
    out: rows.filter(({ state }) => state === 'out').length,
    segments: going.reduce((sum, { segments }) => sum + segments, 0),
    quiet: going.filter(({ person }) => person.quiet !== undefined).length,
  };
}

export function isGoing({ state }: SeparateRow): boolean {
  return state === 'ready' || state === 'later';
}

/** What the texts cost by the user's prices; undefined without any. */
export function costOf({ segments }: Tally, prices: TextPrices | undefined): number | undefined {
  return prices && segments * prices.segment;
}

/** What main is asked to hand over: the texts that go, as they were shown. */
export function toBatch(rows: readonly SeparateRow[], quiet: Choices['quiet']) {
  return rows.filter(isGoing).flatMap((row) => toText(row, quiet));
}

function toText({ person, text, state }: SeparateRow, quiet: Choices['quiet']) {
  const { number, name, quiet: there } = person;
  if (number === undefined) return [];
  const sendAt = state === 'later' && there ? { at: there.until, zone: there.zone } : undefined;
  const isQuietConfirmed = quiet === 'now' && there !== undefined;
  return [{ number, name: name?.slice(0, 200), text, sendAt, isQuietConfirmed }];
}

/** The row that follows one in a direction, around the ends; of `wanted` alone. */
export function stepRow(
  rows: readonly SeparateRow[],
  at: number,
  by: 1 | -1,
  wanted: (row: SeparateRow) => boolean = () => true,
): number {
  for (let step = 1; step <= rows.length; step += 1) {
    const index = (((at + by * step) % rows.length) + rows.length) % rows.length;
    const row = rows[index];
    if (row && wanted(row)) return index;
  }
  return at;
}
