import { basename, join, normalize } from 'node:path';
import fc from 'fast-check';
import { readList } from '../../main/core/call-lists/file/read-list.ts';
import { readEntries } from '../../main/core/contacts/import/service.ts';
import { readSentContacts } from '../../main/core/contacts/import/sent-contacts.ts';
import { parseBackupName, toMark } from '../../main/core/keeping/backups/names.ts';
import { toSafeCell } from '../../main/core/keeping/exports/csv.ts';
import { baseName, cleanFileName, splitFileName } from '../../main/core/media/file-name.ts';
import { readPeopleFile } from '../../main/core/separate/file.ts';
import { readEnvText } from '../../main/core/session/import-fields.ts';
import { planImport } from '../../main/core/session/import-plan.ts';
import { settingsPatch } from '../../shared/contract/app.ts';
import type { CountryCode } from '../../shared/model/ids.ts';
import { holds, requireCleanPrototype, type Runs } from './check.ts';
import { hostileJson, hostileText } from './hostile.ts';

const country = 'US' as CountryCode;

/** Files that dialogs answer while the bridge is fuzzed. */
export const hostileFiles: readonly string[] = [
  'Name,Phone,__proto__,constructor\n"Ada\nByron",(212) 555-0142,x,y\n=1+1,911,,\n',
  'BEGIN:VCARD\nVERSION:3.0\nFN:\u202eAda\nTEL;TYPE=CELL:+12125550142\nPHOTO:file:///etc/passwd\nEND:VCARD\n',
  '',
  'BEGIN:VCARD\nBEGIN:VCARD\nN:;;;;\nTEL:' + '9'.repeat(400),
  `Name;Phone\n${'"'.repeat(999)}\n`,
  'SQLite format 3\u0000'.padEnd(4_096, '\u0001'),
  `${'a,'.repeat(2_000)}\n+12125550143`,
];

const cell = fc.oneof(
  hostileText,
  fc.constantFrom('Name', 'Phone', '(212) 555-0142', '"', '""', "'"),
);
const csv = fc
  .tuple(
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
  )
  .map(([comma, end, rows]) => rows.map((row) => row.join(comma)).join(end));
const vcard = fc
  .array(
    fc.oneof(
      fc.constantFrom('BEGIN:VCARD', 'END:VCARD', 'VERSION:2.1', 'VERSION:4.0', 'N:Byron;Ada;;;'),
      fc.constantFrom('TEL;TYPE=CELL:+12125550142', 'TEL;VALUE=uri:tel:+1-212-555-0143;ext=5'),
      fc.constantFrom(
        'item1.TEL:(212) 555-0142',
        'FN;ENCODING=QUOTED-PRINTABLE:=41=',
        ' folded',
        'PHOTO;ENCODING=b:AAAA',
      ),
      hostileText.map((text) => `NOTE:${text}`),
      hostileText,
    ),
    { maxLength: 12 },
  )
  .map((lines) => ['BEGIN:VCARD', ...lines].join('\r\n'));
const env = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(
          'RINGCENTRAL_CLIENT_ID',
          'RINGCENTRAL_JWT',
          'RINGCENTRAL_SERVER_URL',
          '__proto__',
          'export X',
        ),
        hostileText,
      )
      .map(([name, value]) => `${name}=${value}`),
    { maxLength: 6 },
  )
  .map((lines) => lines.join('\n'));
const text = fc.oneof(csv, vcard, env, hostileText);
/** As bytes, in any of the writings that programs leave behind. */
const bytes = fc.oneof(
  { weight: 4, arbitrary: text.map((each) => Buffer.from(each, 'utf8')) },
  { weight: 1, arbitrary: text.map((each) => Buffer.from(`\ufeff${each}`, 'utf16le')) },
  { weight: 1, arbitrary: text.map((each) => Buffer.from(each, 'latin1')) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((each) => Buffer.from(each)) },
);

/** Reads so many files that somebody chose to take in, and names of files; answers how many. */
export function fuzzFiles({ runs, seed }: Runs): number {
  const each = { runs: Math.ceil(runs / 5), seed };
  return (
    holds('contacts-file', bytes, checkContacts, each) +
    holds('list-file', text, checkList, each) +
    holds('env-file', fc.oneof(env, text), checkEnv, each) +
    holds('settings', hostileJson, checkSettings, each) +
    holds('file-name', hostileText, checkFileName, each)
  );
}

function checkContacts(file: Uint8Array): void {
  const read = readEntries(file);
  if (read.ok) structuredClone(read.value);
  readSentContacts(file);
  requireCleanPrototype();
}

function checkList(file: string): void {
  for (const read of [readList(file, country, undefined), readPeopleFile(file, country, 400)]) {
    if (read.ok) structuredClone(read.value);
  }
  requireCleanPrototype();
}

function checkEnv(file: string): void {
  const read = readEnvText(file);
  if (read.ok) planImport(read.value);
  requireCleanPrototype();
}

/** A settings file that somebody has edited: a patch is taken whole or not at all. */
function checkSettings(value: unknown): void {
  const read = settingsPatch.safeParse(value);
  if (read.success) structuredClone(read.data);
  requireCleanPrototype();
}

/** Whatever strangers call a file, it stays in the folder that the user chose. */
function checkFileName(name: string): void {
  const { stem, extension = 'bin' } = splitFileName(baseName(name));
  const made = cleanFileName(stem, extension);
  const path = join('/chosen', made);
  if (basename(path) !== made || normalize(path) !== `/chosen/${made}` || made.length > 120)
    throw new Error(`${JSON.stringify(made)} leads elsewhere`);
  if (parseBackupName(toMark('a'), name) !== undefined) throw new Error('a backup of nobody');
  if (/^[=@\t\r]/.test(toSafeCell(name))) throw new Error('a formula');
}
