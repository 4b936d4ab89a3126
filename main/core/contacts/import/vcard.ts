import ICAL from 'ical.js';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { toLabel } from './columns.ts';
import {
  clean,
  malformed,
  mostEntries,
  splitName,
  tooLarge,
  type FileEntry,
} from './file-entry.ts';
import { readCardLines, type CardLines } from './vcard-lines.ts';

const versions: ReadonlySet<string> = new Set(['2.1', '3.0', '4.0']);
const longestRemarks = 4_000;

/**
 * Reads the people of a vCard file, versions 2.1, 3.0 and 4.0; cards of groups are left out. Fails
 * with `contact-import.malformed` or `.too-large`; nothing is read then.
 */
export function readVCards(text: string): Result<readonly FileEntry[]> {
  const cards = readCardLines(text.replace(/^\ufeff/, ''));
  if (!cards.ok) return cards;
  if (cards.value.length > mostEntries) return fail(tooLarge());
  const entries: FileEntry[] = [];
  for (const card of cards.value) {
    if (!versions.has(card.version)) return fail(malformed(card.line, 'version'));
    const properties = parseCard(card);
    if (properties === undefined) return fail(malformed(card.line, 'unreadable'));
    if (!isGroup(properties)) entries.push(toEntry(card.line, properties));
  }
  return ok(entries);
}

type Property = {
  readonly name: string;
  readonly group: string | undefined;
  readonly types: readonly string[];
  /** The parts of a structured value; a plain one is a single part. */
  readonly parts: readonly string[];
};

function parseCard({ version, lines }: CardLines): readonly Property[] | undefined {
  // What 2.1 writes differently has been turned into 3.0.
  const read = version === '4.0' ? '4.0' : '3.0';
  const text = ['BEGIN:VCARD', `VERSION:${read}`, ...lines, 'END:VCARD'].join('\r\n');
  try {
    const card: unknown = ICAL.parse(text);
    return Array.isArray(card) && Array.isArray(card[1])
      ? (card[1] as readonly unknown[]).flatMap((raw) => toProperty(raw) ?? [])
      : undefined;
  } catch {
    return undefined;
  }
}

/** A property of jCard (RFC 7095): name, parameters, type, value. */
function toProperty(raw: unknown): Property | undefined {
  if (!Array.isArray(raw)) return undefined;
  const [name, parameters, , ...values] = raw as readonly unknown[];
  if (typeof name !== 'string') return undefined;
  const { type, group } = (parameters ?? {}) as {
    readonly type?: unknown;
    readonly group?: unknown;
  };
  return {
    name: name.toLowerCase(),
    group: typeof group === 'string' ? group : undefined,
    types: textsOf(type).flatMap((types) => types.toLowerCase().split(',')),
    parts: values
      .flatMap((value) =>
        Array.isArray(value) ? value.map((part) => textsOf(part).join(' ')) : textsOf(value),
      )
      .map(unescaped),
  };
}

/** The reader leaves these alone where vCard 4.0 does not know them; older programs write them. */
function unescaped(text: string): string {
  return text.replace(/\\([;,"])/g, '$1');
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((part) => typeof part === 'string');
}

function isGroup(properties: readonly Property[]): boolean {
  return properties.some(
    ({ name, parts }) =>
      (name === 'kind' || name === 'x-addressbookserver-kind') &&
      parts[0]?.toLowerCase() === 'group',
  );
}

function toEntry(line: number, properties: readonly Property[]): FileEntry {
  const first = (name: string): string | undefined =>
    properties.find((property) => property.name === name && property.parts.join('').trim() !== '')
      ?.parts[0];
  const labels = new Map(
    properties
      .filter(({ name }) => name === 'x-ablabel')
      .map(({ group, parts }) => [group, parts[0]?.replace(/^_\$!<|>!\$_$/g, '')]),
  );
  const [last, given, middle] =
    properties.find(({ name }) => name === 'n')?.parts.map((part) => clean(part)) ?? [];
  const own = { firstName: clean([given, middle].filter(Boolean).join(' ')), lastName: last };
  const hasOwn = own.firstName !== undefined || own.lastName !== undefined;
  const company = clean(first('org'));
  const fullName = clean(first('fn')) ?? clean(first('nickname'));
  // A card of a company has the company's name twice.
  const names = hasOwn ? own : splitName(fullName === company ? undefined : fullName);
  return {
    line,
    ...names,
    company,
    jobTitle: clean(first('title')),
    email: clean(first('email')?.replace(/^mailto:/i, '')),
    remarks: clean(first('note'), longestRemarks),
    numbers: properties
      .filter(({ name, parts }) => name === 'tel' && parts.join('').trim() !== '')
      .map(({ group, types, parts }) => ({
        label: toLabel((group && labels.get(group)) || types.filter(isTelling).join(' ')),
        typed: parts.join('').trim(),
      })),
  };
}

/** Whether a type says which number it is, and not what it can do. */
function isTelling(type: string): boolean {
  return !['voice', 'pref', 'msg', 'text', 'video', 'internet'].includes(type);
}
