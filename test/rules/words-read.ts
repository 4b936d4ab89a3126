/** A text of a language, or a function or list of texts, with its path: `calls.dialer.title`. */
export type Leaf = { readonly path: string; readonly value: unknown };

/** Everything a group of words holds; lists count as one. */
export function leavesOf(group: object, before = ''): readonly Leaf[] {
  return Object.entries(group).flatMap(([name, value]: [string, unknown]) => {
    const path = before === '' ? name : `${before}.${name}`;
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isGroup ? leavesOf(value, path) : [{ path, value }];
  });
}

/** The texts in what a leaf is, or in what its function said. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What samples look like in a sentence. */
export const marked = /‹[^›]*›/g;

/** Stands for a name, several names or a number: a mark in a sentence, 7 where it is counted with. */
class Mark {
  readonly text: string;
  constructor(name: string) {
    this.text = `‹${name}›`;
  }
  [Symbol.toPrimitive](hint: string): string | number {
    return hint === 'number' ? 7 : this.text;
  }
  toString(): string {
    return this.text;
  }
  toLocaleString(): string {
    return this.text;
  }
  slice(): string {
    return this.text;
  }
  charAt(): string {
    return this.text;
  }
  join(): string {
    return this.text;
  }
  map(say: (text: string) => unknown): readonly unknown[] {
    return [say(this.text)];
  }
  *[Symbol.iterator](): Iterator<string> {
    yield this.text;
  }
}

/** Parameters that hold how many of something there are. */
const counts =
  /^(?:count|others|done|all|skipped|minutes|seconds|most|added|merged|messages|used|capacity|characters|more|now|plain|limit|over|total|waiting|ready|problems|out|months|units|rows|carriedOver|running|asking)$/;

/** Values for functions whose parameters are more than a name or a number, by their name. */
const special: Readonly<Record<string, unknown>> = {
  kind: 'file',
  permission: 'ReadMessages',
  id: 'ReadMessages',
  files: [{ fileName: '‹file›', contentType: 'application/pdf' }],
  names: ['‹Ada›', '‹Bea›'],
  named: ['‹Ada›', '‹Bea›'],
  parts: ['‹one›', '‹two›'],
  as: ['call-from', 'text-from'],
  standing: 'other',
  because: 'not-json',
  isAhead: true,
  isNew: true,
  hasMore: false,
};

/** Samples to call a function of words with, from what its parameters are called. */
export function samplesOf({ value }: Leaf, many: boolean): readonly unknown[] {
  return parametersOf(String(value)).map((name) => {
    if (name in special) return special[name];
    if (name.startsWith('{')) return { texts: 2, calls: 3, voicemails: 4, notes: 5 };
    if (
      name === 'bytes' ||
      name === 'mostBytes' ||
      name === 'before' ||
      name === 'after' ||
      name === 'limit'
    )
      return 1_500_000;
    return !many && counts.test(name) ? 1 : new Mark(name);
  });
}

function parametersOf(source: string): readonly string[] {
  const [, inBrackets, alone] =
    /^(?:function\s*\w*)?\s*(?:\(([^]*?)\)\s*(?:=>|\{)|(\w+)\s*=>)/.exec(source) ?? [];
  const list = (inBrackets ?? alone ?? '').trim();
  if (list === '') return [];
  if (list.startsWith('{')) return [list];
  return list
    .split(',')
    .map((each) => each.replace(/=.*/s, '').trim())
    .filter((each) => each !== '');
}
