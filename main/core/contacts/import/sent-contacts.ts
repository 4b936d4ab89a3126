import type { SentContacts } from '../../../../shared/model/messages.ts';
import type { ContactDraft } from '../../../../shared/model/people.ts';
import { plainLine } from '../../../../shared/plain-line.ts';
import { decodeText } from './decode.ts';
import type { FileEntry } from './file-entry.ts';
import { readVCards } from './vcard.ts';

/** As many as a text shows. */
const mostShown = 5;
const mostNumbers = 12;
const longestNumber = 60;

/** The people of a vCard that a stranger sent; undefined for what cannot be read as one. */
export function readSentContacts(bytes: Uint8Array): SentContacts | undefined {
  const text = decodeText(bytes);
  const entries = text.ok ? readVCards(text.value) : text;
  if (!entries.ok || entries.value.length === 0) return undefined;
  // The same card twice is one.
  const people = new Map(
    entries.value.map(toDraft).map((person) => [JSON.stringify(person), person]),
  );
  return { people: [...people.values()].slice(0, mostShown), count: people.size };
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
    numbers: [
      ...new Map(
        entry.numbers.map(({ label, typed }) => {
          const written = line(typed).slice(0, longestNumber);
          return [written, { label, typed: written }] as const;
        }),
      ).values(),
    ].slice(0, mostNumbers),
  };
}
