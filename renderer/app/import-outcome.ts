import { create } from 'zustand';
import type { E164 } from '../../shared/model/ids.ts';
import type { ImportDraft, ImportedNumber, ImportOutcome } from '../../shared/model/session.ts';
import { strings } from '../../shared/strings/strings.ts';
import { locale } from '../../shared/strings/language.ts';

/** What an import has to tell once its user is in. */
export type ImportedNote = {
  /** Whose sign-in it was: nobody else is to read it. */
  readonly extensionId: string | undefined;
  readonly source: ImportDraft['source'];
  readonly number: ImportedNumber;
};

/** Kept apart from the rest of the window's state, which an account that signs in starts afresh. */
export const useImportedNote = create<{ readonly note: ImportedNote | undefined }>()(() => ({
  note: undefined,
}));

/** Keeps what came of an import until the user has read it. */
export function showImported(source: ImportDraft['source'], outcome: ImportOutcome): void {
  const extensionId = outcome.session.account?.extensionId;
  useImportedNote.setState({ note: { extensionId, source, number: outcome.number } });
}

export function dismissImported(): void {
  useImportedNote.setState({ note: undefined });
}

/** What to do with the old settings, and what became of the phone number. */
export function importedWords(
  note: Pick<ImportedNote, 'source' | 'number'>,
  format: (number: E164) => string,
): { readonly isWarning: boolean; readonly title: string; readonly sentences: readonly string[] } {
  const words = strings.onboarding.imported;
  const { number } = note;
  const source = note.source === 'text' ? words.deleteFile : words.clearEnvironment;
  switch (number.kind) {
    case 'none':
      return { isWarning: false, title: words.title, sentences: [source] };
    case 'taken':
      return {
        isWarning: false,
        title: words.title,
        sentences: [source, words.taken(format(number.number), number.as)],
      };
    case 'refused': {
      const usable =
        number.usable.length === 0 ? words.noneUsable : words.usable(listed(number.usable, format));
      return {
        isWarning: true,
        title: words.refused(written(number.given, format)),
        sentences: [usable, source],
      };
    }
  }
}

function listed(numbers: readonly E164[], format: (number: E164) => string): string {
  return new Intl.ListFormat(locale(), { style: 'long', type: 'conjunction' }).format(
    numbers.map((number) => format(number)),
  );
}

/** As it stood in the file, or, where that is a whole number, as numbers are written here. */
function written(given: string, format: (number: E164) => string): string {
  const plain = given.replace(/[\s().-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(plain) ? format(plain as E164) : given;
}
