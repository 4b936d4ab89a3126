import type { SentContacts } from '../../../../shared/model/messages.ts';
import type { ContactDraft } from '../../../../shared/model/people.ts';
import { plainLine } from '../../../../shared/plain-line.ts';
import { decodeText } from './decode.ts';
import type { FileEntry } from './file-entry.ts';
import { readVCards } from './vcard.ts';

/** As many as a text shows. */
const mostShown = 5;
const mostNumbers = 12;

/** The people of a vCard that a stranger sent; undefined for what cannot be read as one. */
export function readSentContacts(bytes: Uint8Array): SentContacts | undefined {
  const text = decodeText(bytes);
  const entries = text.ok ? readVCards(text.value) : text;
  if (!entries.ok || entries.value.length === 0) return undefined;
  return { people: entries.value.slice(0, mostShown).map(toDraft), count: entries.value.length };
}

function toDraft(entry: FileEntry): ContactDraft {
  const line = (text: string | undefined): string => plainLine(text ?? '');
  return {
    firstName: line(entry.firstName),
    lastName: line(entry.lastName),
    company: line(entry.company),
    jobTitle: line(entry.jobTitle),
    email: line(entry.email),
    remarks: entry.remarks ?? '',
    numbers: entry.numbers.slice(0, mostNumbers).map(({ label, typed }) => ({
      label,
      typed: line(typed).slice(0, 60),
    })),
  };
}
