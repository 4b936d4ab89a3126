import { formatInternational } from '../../../../shared/phone/format.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ExportParty, ExportRecord } from './record.ts';

/** Excel takes a file without it for one of the system's old code page. */
export const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/**
 * What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection), in full width
 * too, as Excel in Japan reads it, and behind spaces or what is not seen, which some cut off.
 */
const formulaStart = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/**
 * Numbers as this file writes them: a plus, then groups of digits, at least two, and perhaps more
 * numbers after a semicolon. That is no formula to any spreadsheet, which shows it as it is; without
 * the spaces it would show 1.4E+10.
 */
const writtenNumbers = /^\+\d{1,3}(?: \d+)+(?:; \+\d{1,3}(?: \d+)+)*$/;

const columns = [
  'Kind',
  'Time (UTC)',
  'Local time',
  'Direction',
  'Name',
  'Company',
  'Number',
  'Extension',
  'Sent by',
  'Own number',
  'Status',
  'Duration (seconds)',
  'Text',
  'Outcome',
  'Attachments',
  'Id',
] as const;

/** The first line: what the columns are. */
export function toCsvHead(): string {
  return byteOrderMark + toLine(columns);
}

/** One record as a line of RFC 4180; times also as this computer's clock shows them. */
export function toCsvLine(record: ExportRecord): string {
  const all = (read: (party: ExportParty) => string | undefined): string =>
    record.people
      .map((party) => read(party) ?? '')
      .filter(Boolean)
      .join('; ');
  const { sender } = record;
  return toLine([
    record.kind,
    new Date(record.at).toISOString(),
    toLocalTime(record.at),
    record.direction ?? '',
    all(({ name }) => name),
    all(({ company }) => company),
    all(({ number }) => number && toReadable(number)),
    all(({ extensionNumber }) => extensionNumber),
    sender?.name ?? (sender?.number ? toReadable(sender.number) : ''),
    record.ownNumber === undefined ? '' : toReadable(record.ownNumber),
    record.status ?? '',
    record.durationSeconds === undefined ? '' : String(record.durationSeconds),
    record.text ?? '',
    record.outcome ?? '',
    record.attachments.join('; '),
    record.id,
  ]);
}

/** A cell that no spreadsheet runs: what could be a formula is marked as text by an apostrophe. */
export function toSafeCell(value: string): string {
  return formulaStart.test(value) && !writtenNumbers.test(value) ? `'${value}` : value;
}

function toLine(cells: readonly string[]): string {
  return cells.map((cell) => toQuoted(toSafeCell(cell))).join(',') + lineEnd;
}

function toQuoted(cell: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** `2026-03-02 10:00:00`: what a spreadsheet recognises as a time. */
function toLocalTime(at: EpochMs): string {
  const time = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
  return `${date} ${clock}`;
}

const readable = new Map<string, string>();
const mostRemembered = 20_000;

/** `+1 415 555 0142`; a number is written the same way each time, and people write each other often. */
function toReadable(number: string): string {
  const known = readable.get(number);
  if (known !== undefined) return known;
  const written = number.startsWith('+') ? formatInternational(number) : number;
  if (readable.size >= mostRemembered) readable.clear();
  readable.set(number, written);
  return written;
}
