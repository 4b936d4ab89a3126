import type { ContactSource } from '../../../shared/model/people.ts';

/** What of an entry decides whose it is. */
export type GroupEntry = {
  readonly id: number;
  readonly source: ContactSource;
  /** What has been deleted stays with whom it belonged to, and joins nobody. */
  readonly isAlive: boolean;
  /** See `nameKey`; empty for an entry that has no name beyond its number. */
  readonly nameKey: string;
  /** Its numbers, extensions and e-mail addresses, each told apart by a prefix. */
  readonly marks: readonly string[];
};

/** Whose entry stands for a person: the one that can be written back first, then the oldest. */
export const sourceRanks: Readonly<Record<ContactSource, number>> = {
  personal: 0,
  local: 1,
  company: 2,
};

/**
 * Which entry stands for each entry's person, by id. Entries are the same person when they share a
 * number or an e-mail address and have the same name; one without a name belongs to whoever has its
 * number. The order of the entries makes no difference.
 */
export function toPeople(entries: readonly GroupEntry[]): ReadonlyMap<number, number> {
  const alive = entries.filter(({ isAlive }) => isAlive);
  const dead = entries.filter(({ isAlive }) => !isAlive);
  const people = new Map<number, number>();
  const settle = (group: Group, home: Group | undefined): void => {
    for (const { id } of group.entries) people.set(id, (home ?? group).first.id);
  };
  const named = toGroups(alive.filter(hasName));
  for (const group of named) settle(group, undefined);
  const nameless = toGroups(alive.filter((entry) => !hasName(entry)));
  for (const group of nameless) settle(group, findHome(group, named));
  for (const group of toGroups(dead)) {
    const homes = group.nameKey === '' ? [...named, ...nameless] : named;
    const home = findHome(group, homes);
    // A home that has itself found one: follow it.
    if (home) for (const { id } of group.entries) people.set(id, people.get(home.first.id) ?? id);
    else settle(group, undefined);
  }
  return people;
}

type Group = {
  readonly nameKey: string;
  readonly entries: readonly GroupEntry[];
  readonly first: GroupEntry;
  readonly marks: ReadonlySet<string>;
};

function hasName({ nameKey }: GroupEntry): boolean {
  return nameKey !== '';
}

/** The first of the groups that a group has a mark in common with, and no other name than it. */
function findHome(group: Group, homes: readonly Group[]): Group | undefined {
  return homes
    .filter(
      (home) =>
        (group.nameKey === '' || group.nameKey === home.nameKey) &&
        [...group.marks].some((mark) => home.marks.has(mark)),
    )
    .toSorted((a, b) => inOrder(a.first, b.first))[0];
}

/** Entries of one name that hang together by their marks. */
function toGroups(entries: readonly GroupEntry[]): readonly Group[] {
  const parents = new Map<GroupEntry, GroupEntry>();
  const rootOf = (entry: GroupEntry): GroupEntry => {
    let root = entry;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  const owners = new Map<string, GroupEntry>();
  const link = (entry: GroupEntry, owner: GroupEntry): void => {
    const [root, other] = [rootOf(owner), rootOf(entry)];
    if (root !== other) parents.set(other, root);
  };
  for (const [entry, mark] of marksOf(entries.filter(isOwn))) {
    link(entry, owners.get(mark) ?? entry);
    if (!owners.has(mark)) owners.set(mark, entry);
  }
  // The directory has everyone once: namesakes in it who share a switchboard are two people.
  for (const [entry, mark] of marksOf(entries.filter((one) => !isOwn(one)))) {
    const owner = owners.get(mark);
    if (owner !== undefined) link(entry, owner);
  }
  const members = Map.groupBy(entries, rootOf);
  return [...members.values()].map((group) => ({
    nameKey: group[0]?.nameKey ?? '',
    entries: group,
    first: group.reduce((best, entry) => (inOrder(entry, best) < 0 ? entry : best)),
    marks: new Set(group.flatMap(({ marks }) => marks)),
  }));
}

/** Each mark with its name, as a key, beside the entry that has it. */
function* marksOf(entries: readonly GroupEntry[]): Iterable<readonly [GroupEntry, string]> {
  for (const entry of entries) {
    for (const mark of entry.marks) yield [entry, `${entry.nameKey}\n${mark}`];
  }
}

function isOwn({ source }: GroupEntry): boolean {
  return source !== 'company';
}

function inOrder(a: GroupEntry, b: GroupEntry): number {
  return sourceRanks[a.source] - sourceRanks[b.source] || a.id - b.id;
}
