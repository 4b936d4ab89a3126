import { failure, type Failure } from '../../../../shared/failure.ts';
import type { ImportEntry } from '../../../../shared/model/contact-import.ts';
import type { CountryCode } from '../../../../shared/model/ids.ts';
import { contactNumberLabels } from '../../../../shared/model/people.ts';
import { displayName, readNumber } from '../draft.ts';
import type { Entry, EntryNumber } from '../entries/rows.ts';
import { nameKey } from '../fold.ts';
import type { FileEntry } from './file-entry.ts';

/** Someone the archive knows, as far as an import may concern them. */
export type KnownPerson = {
  readonly name: string;
  /** What all their entries say together. */
  readonly said: Entry;
  /** The entry of this computer, which alone an import changes. */
  readonly local: { readonly id: number; readonly entry: Entry } | undefined;
};

/** What is to be written: a new entry, or one in the place of another. */
export type PlannedWrite = { readonly id: number | undefined; readonly entry: Entry };

export type ImportPlan = {
  readonly entries: readonly ImportEntry[];
  readonly writes: readonly PlannedWrite[];
};

/**
 * What becomes of the people of a file: added; merged with whoever they are already, here or
 * further up in the file; unchanged, when nothing would be new; or refused. A merge fills what is
 * empty and adds numbers, and overwrites nothing.
 */
export function planImport(
  entries: readonly ReadEntry[],
  known: readonly KnownPerson[],
): ImportPlan {
  const index = createIndex();
  for (const { name, said, local } of known) {
    index.add({ name, said, id: local?.id, local: local?.entry, isChanged: false });
  }
  const planned = entries.map((entry) => planEntry(index, entry));
  const writes = index
    .list()
    .flatMap(({ isChanged, local, id }) => (isChanged && local ? [{ id, entry: local }] : []));
  return { entries: planned, writes };
}

/** Someone while the plan is made. */
type Target = {
  readonly name: string;
  readonly id: number | undefined;
  said: Entry;
  local: Entry | undefined;
  isChanged: boolean;
};

function planEntry(index: Index, read: ReadEntry): ImportEntry {
  const { line, entry, numbers, problem } = read;
  const shown = { line, company: entry.company, numbers, mergesWith: undefined, problem };
  if (entry.name === '') {
    const refusal = problem ?? failure('invalid', 'contact-import.entry-empty');
    return { ...shown, action: 'refuse', name: '', problem: refusal };
  }
  const target = index.find(entry);
  if (target === undefined) {
    index.add({ name: entry.name, id: undefined, said: entry, local: entry, isChanged: true });
    return { ...shown, action: 'add', name: entry.name };
  }
  const merged = fill(target.said, entry);
  const mergesWith = target.name;
  if (isSame(merged, target.said)) {
    return { ...shown, action: 'unchanged', name: entry.name, mergesWith };
  }
  target.local = target.local ? fill(target.local, entry) : entry;
  target.said = merged;
  target.isChanged = true;
  index.learn(target);
  return { ...shown, action: 'merge', name: entry.name, mergesWith };
}

/** An entry of a file as it would be stored. */
export type ReadEntry = {
  readonly line: number;
  readonly entry: Entry;
  readonly numbers: ImportEntry['numbers'];
  /** The first number that is none; it is left out. */
  readonly problem: Failure | undefined;
};

/** Reads the numbers of an entry, national ones in `country`. */
export function readFileEntry(from: FileEntry, country: CountryCode): ReadEntry {
  const kept: EntryNumber[] = [];
  const numbers = from.numbers.map(({ label, typed }) => {
    const number = readNumber(label, typed, country);
    if (number) addNumber(kept, number);
    return { typed, stored: number && (number.number ?? number.typed) };
  });
  const { firstName, lastName, company, jobTitle, email, remarks } = from;
  const texts = { firstName, lastName, company, jobTitle, email, remarks, numbers: kept };
  const bad = numbers.find(({ stored }) => stored === undefined);
  return {
    line: from.line,
    entry: { source: 'local', serverId: undefined, name: displayName(texts), ...texts },
    numbers,
    problem:
      bad && failure('invalid', 'contact-import.number-invalid', { params: { number: bad.typed } }),
  };
}

/** A number under its label, or the next free one: each label is there once. */
function addNumber(numbers: EntryNumber[], number: EntryNumber): void {
  if (numbers.some((other) => keyOf(other) === keyOf(number))) return;
  const isFree = (label: string): boolean => numbers.every((other) => other.label !== label);
  const next = [number.label, `${number.label}2`, 'other', ...contactNumberLabels].find(
    (label) => isFree(label) && (contactNumberLabels as readonly string[]).includes(label),
  );
  if (next !== undefined) numbers.push({ ...number, label: next });
}

function keyOf({ number, extensionNumber, typed }: EntryNumber): string {
  return number ?? extensionNumber ?? typed;
}

/** What someone is known by, with what is missing taken from another entry. */
function fill(base: Entry, more: Entry): Entry {
  const hasName = base.firstName !== undefined || base.lastName !== undefined;
  const { firstName, lastName } = hasName || nameKey(base.name) !== '' ? base : more;
  const numbers = [...base.numbers];
  for (const number of more.numbers) addNumber(numbers, number);
  const filled = {
    firstName,
    lastName,
    company: base.company ?? more.company,
    jobTitle: base.jobTitle ?? more.jobTitle,
    email: base.email ?? more.email,
    remarks: base.remarks ?? more.remarks,
    numbers,
  };
  const name = nameKey(base.name) === '' ? displayName(filled) : base.name;
  return { ...base, ...filled, name };
}

function isSame(a: Entry, b: Entry): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

type Index = {
  add(target: Target): void;
  /** It has more numbers now. */
  learn(target: Target): void;
  find(entry: Entry): Target | undefined;
  list(): readonly Target[];
};

/** Finds people as `toPeople` would: by a number or an address, and a name that is no other. */
function createIndex(): Index {
  const targets: Target[] = [];
  const byMark = new Map<string, Target[]>();
  const learn = (target: Target): void => {
    for (const mark of marksOf(target.said)) {
      const owners = byMark.get(mark) ?? [];
      if (owners.includes(target)) continue;
      byMark.set(mark, [...owners, target]);
    }
  };
  return {
    add(target) {
      targets.push(target);
      learn(target);
    },
    learn,
    find(entry) {
      const key = nameKey(entry.name);
      const owners = marksOf(entry).flatMap((mark) => byMark.get(mark) ?? []);
      const keyed = owners.map((owner) => ({ owner, key: nameKey(owner.said.name) }));
      return (
        keyed.find((one) => one.key === key) ?? keyed.find((one) => one.key === '' || key === '')
      )?.owner;
    },
    list: () => targets,
  };
}

function marksOf({ numbers, email }: Entry): readonly string[] {
  return [
    ...numbers.flatMap(({ number }) => (number === undefined ? [] : [`n${number}`])),
    ...(email === undefined ? [] : [`m${email.toLowerCase()}`]),
  ];
}

/** By what people of the file may be known already. */
export function toTraces(entries: readonly ReadEntry[]): {
  readonly numbers: readonly string[];
  readonly emails: readonly string[];
} {
  const marks = entries.flatMap(({ entry }) => marksOf(entry));
  const of = (kind: string): readonly string[] => [
    ...new Set(marks.filter((mark) => mark.startsWith(kind)).map((mark) => mark.slice(1))),
  ];
  return { numbers: of('n'), emails: of('m') };
}
