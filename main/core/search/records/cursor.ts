import type { MessageRow } from '../../messages/views.ts';
import type { RecordKind } from './rows.ts';

/** The order of things that happened in the same row id of several tables. */
const ranks: Readonly<Record<RecordKind, number>> = { text: 0, voicemail: 1, note: 2, call: 3 };
const last = 9;

export type Hit = {
  readonly kind: RecordKind;
  readonly id: number;
  /** Of a text that has been read already. */
  readonly text?: MessageRow | undefined;
};

/** How far a list has been read: down to this hit, or through everything of this row id. */
export type Place = { readonly id: number; readonly rank: number };

/** Newest first; tables number their rows by time each for itself, so that ids meet. */
export function byTime(one: Hit, other: Hit): number {
  return other.id - one.id || ranks[one.kind] - ranks[other.kind];
}

export function placeOf({ kind, id }: Hit): Place {
  return { id, rank: ranks[kind] };
}

/** Everything that has this row id or a later one has been looked at. */
export function placeThrough(id: number): Place {
  return { id, rank: last };
}

/** The first row id of a table that comes after a place. */
export function topAfter(place: Place | undefined, kind: RecordKind): number {
  if (place === undefined) return Number.MAX_SAFE_INTEGER;
  return ranks[kind] > place.rank ? place.id : place.id - 1;
}

export function writePlace({ id, rank }: Place): string {
  return `${id}.${rank}`;
}

/** The place a cursor stands for; the start for one that is none of ours. */
export function readPlace(after: string | undefined): Place | undefined {
  const [, id, rank] = /^(\d{1,16})\.(\d)$/.exec(after ?? '') ?? [];
  return id === undefined ? undefined : { id: Number(id), rank: Number(rank) };
}
