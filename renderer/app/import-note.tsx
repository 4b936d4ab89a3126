import type { SessionView } from '../../shared/model/session.ts';
import { strings } from '../../shared/strings/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { dismissImported, importedWords, useImportedNote } from './import-outcome.ts';
import { usePartyWords } from './party.ts';
import { openScreen } from './ui-store.ts';

/** After an import: that the file can go, and what became of the phone number in it. */
export function ImportNote({ session }: { readonly session: SessionView }) {
  const note = useImportedNote((state) => state.note);
  const party = usePartyWords();
  if (note === undefined || note.extensionId !== session.account?.extensionId) return null;
  const { isWarning, title, sentences } = importedWords(note, (number) =>
    unbroken(party.number(number)),
  );
  const choose = (): void => {
    dismissImported();
    openScreen('settings');
  };
  return (
    <Banner
      tone={isWarning ? 'warning' : 'info'}
      isFlush
      role="status"
      title={title}
      actions={
        <>
          {isWarning && (
            <Button onClick={choose}>{strings.onboarding.imported.openSettings}</Button>
          )}
          <Button onClick={dismissImported}>{strings.app.dismiss}</Button>
        </>
      }
    >
      {sentences.join(' ')}
    </Banner>
  );
}

/** A number in the middle of a sentence, in one piece: no line ends inside it. */
function unbroken(number: string): string {
  return number.replaceAll(' ', '\u00a0').replaceAll('-', '-\u2060');
}
