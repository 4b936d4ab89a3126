import { fail, ok, type Result } from '../../../../shared/result.ts';
import { malformed } from './file-entry.ts';

/** What of a card is read; the rest, pictures above all, is left where it is. */
const wanted =
  /^(?:version|fn|n|nickname|org|title|tel|email|note|kind|x-ablabel|x-addressbookserver-kind)$/;

/** One card as lines that a vCard 3.0 or 4.0 reader takes, and the line it begins on. */
export type CardLines = {
  readonly line: number;
  readonly version: string;
  readonly lines: readonly string[];
};

type Line = { readonly at: number; readonly text: string };

/** Cuts a file into cards, and turns what vCard 2.1 writes differently into 3.0. */
export function readCardLines(text: string): Result<readonly CardLines[]> {
  const cards: CardLines[] = [];
  let open: { readonly at: number; readonly lines: string[]; version: string } | undefined;
  for (const { at, text: line } of unfold(text)) {
    if (/^begin:\s*vcard\s*$/i.test(line)) {
      if (open !== undefined) return fail(malformed(open.at, 'no-end'));
      open = { at, lines: [], version: '3.0' };
    } else if (/^end:\s*vcard\s*$/i.test(line)) {
      if (open === undefined) return fail(malformed(at, 'no-begin'));
      cards.push({ line: open.at, version: open.version, lines: open.lines });
      open = undefined;
    } else if (line.trim() !== '') {
      if (open === undefined) return fail(malformed(at, 'no-begin'));
      const property = toProperty({ at, text: line });
      if (!property.ok) return property;
      if (property.value?.name === 'version') open.version = property.value.value.trim();
      else if (property.value) open.lines.push(property.value.line);
    }
  }
  return open === undefined ? ok(cards) : fail(malformed(open.at, 'no-end'));
}

/** Lines with their continuations: those that begin with a space, and 2.1's that end with `=`. */
function unfold(text: string): readonly Line[] {
  const lines: { at: number; text: string }[] = [];
  const isSoft = (line: string): boolean =>
    /^[^:]*;(?:encoding=)?quoted-printable/i.test(line) && line.endsWith('=');
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (last && isSoft(last.text)) last.text = last.text.slice(0, -1) + line;
    else if (last && /^[ \t]/.test(line)) last.text += line.slice(1);
    else lines.push({ at: index + 1, text: line });
  }
  return lines;
}

type Property = { readonly name: string; readonly value: string; readonly line: string };

/** A property in the form of vCard 3.0; undefined for one that is not wanted. */
function toProperty({ at, text }: Line): Result<Property | undefined> {
  const [, group = '', rawName, rawParameters = '', value = ''] =
    /^\s*([\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(text) ?? [];
  if (rawName === undefined) {
    // The rest of a picture that was not folded: some phones write it so.
    return /^[\w+/=]{20,}$/.test(text.trim()) ? ok(undefined) : fail(malformed(at, 'no-property'));
  }
  const name = rawName.toLowerCase();
  if (!wanted.test(name)) return ok(undefined);
  const parameters = splitParameters(rawParameters);
  const encoding = parameters.find(({ key }) => key === 'encoding')?.value.toLowerCase();
  const charset = parameters.find(({ key }) => key === 'charset')?.value ?? 'utf-8';
  const decoded =
    encoding === 'quoted-printable'
      ? decodeQuoted(value, charset, /^(?:n|org)$/.test(name))
      : value;
  if (decoded === undefined) return fail(malformed(at, 'encoding'));
  const kept = parameters
    .filter(({ key }) => key !== 'encoding' && key !== 'charset')
    .map(({ key, value: word }) => `;${key.toUpperCase()}=${word}`);
  return ok({ name, value: decoded, line: `${group}${rawName}${kept.join('')}:${decoded}` });
}

/** Parameters, those of 2.1 that are a word alone (`TEL;CELL:`) by the name they have since. */
function splitParameters(
  text: string,
): readonly { readonly key: string; readonly value: string }[] {
  const parts = text.match(/;(?:"[^"]*"|[^";])*/g) ?? [];
  return parts.flatMap((part) => {
    const [key = '', ...rest] = part.slice(1).split('=');
    if (rest.length > 0) return [{ key: key.trim().toLowerCase(), value: rest.join('=').trim() }];
    const word = key.trim();
    if (word === '') return [];
    const isEncoding = /^(?:quoted-printable|base64|7bit|8bit)$/i.test(word);
    return [{ key: isEncoding ? 'encoding' : 'type', value: word }];
  });
}

/** Quoted-printable in its character set, with what 3.0 escapes escaped. */
function decodeQuoted(value: string, charset: string, isStructured: boolean): string | undefined {
  const bytes = Buffer.concat(
    [...value.matchAll(/=([\dA-F]{2})|[^]/giu)].map(([text, hex]) =>
      hex === undefined ? Buffer.from(text, 'utf8') : Buffer.from(hex, 'hex'),
    ),
  );
  try {
    const text = new TextDecoder(charset).decode(bytes);
    const escaped = text.replace(/\r\n|\n|\r/g, '\\n').replace(/,/g, '\\,');
    return isStructured ? escaped : escaped.replace(/;/g, '\\;');
  } catch {
    return undefined;
  }
}
