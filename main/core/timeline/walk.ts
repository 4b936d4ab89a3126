import { timelineKinds, type TimelineKind } from '../../../shared/model/history.ts';

/**
 * Where an entry stands. `position` is in the order of time and shared by all kinds: the row id of
 * calls, texts, voicemails and notes, and `beganAt × 1024` of attempts, whose ids know no time.
 */
export type Entry = {
  readonly kind: TimelineKind;
  readonly position: number;
  readonly id: number;
};

/** Newest first; of one instant the kinds in a fixed order, so that a page can end anywhere. */
export function compareEntries(one: Entry, other: Entry): number {
  return (
    other.position - one.position ||
    timelineKinds.indexOf(one.kind) - timelineKinds.indexOf(other.kind) ||
    other.id - one.id
  );
}

/** The newest entries of several walks, so many and no more. */
export type Newest = {
  readonly entries: readonly Entry[];
  /** What is older than this is of no use any more; 0 while there is room. */
  readonly floor: number;
};

/** Adds what a walk found; an entry that two walks came by counts once. */
export function addEntries(newest: Newest, found: readonly Entry[], limit: number): Newest {
  if (found.length === 0) return newest;
  const entries = [...newest.entries, ...found]
    .sort(compareEntries)
    .filter((entry, index, all) => {
      const before = all[index - 1];
      return before === undefined || compareEntries(before, entry) !== 0;
    })
    .slice(0, limit);
  const last = entries.at(-1);
  return { entries, floor: entries.length < limit || last === undefined ? 0 : last.position };
}

/** The place after an entry, for the page that goes on there. */
export function toCursor({ kind, position, id }: Entry): string {
  return `${position}.${kind}.${id}`;
}

/** The entry that a page goes on after; undefined for anything that is no cursor of ours. */
export function readCursor(cursor: string): Entry | undefined {
  const [, position, name, id] = /^(\d{1,16})\.([a-z]+)\.(\d{1,16})$/.exec(cursor) ?? [];
  const kind = timelineKinds.find((known) => known === name);
  if (kind === undefined) return undefined;
  return { kind, position: Number(position), id: Number(id) };
}

/** The position before which a kind goes on after an entry: its own comes after it or before it. */
export function positionBefore(after: Entry | undefined, kind: TimelineKind): number {
  if (after === undefined) return Number.MAX_SAFE_INTEGER;
  const isLater = timelineKinds.indexOf(kind) > timelineKinds.indexOf(after.kind);
  return isLater ? after.position + 1 : after.position;
}
