import { longDate } from '../../app/format.ts';
import type { NewCallList } from '../../app/ui-store.ts';
import { useNow } from '../../app/use-now.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { PaneHead } from '../../ui/panes.tsx';
import styles from './making.module.css';
import { FileSource } from './file-source.tsx';
import { MakeForm } from './make-form.tsx';

const words = strings.callLists.make;

/** A list about to be made: who is on it, and what it is called. */
export function NewList(props: { readonly making: NewCallList; readonly onBack: () => void }) {
  const { making } = props;
  const today = longDate(useNow());
  return (
    <>
      <PaneHead onBack={props.onBack}>
        <h2>{titleOf(making)}</h2>
      </PaneHead>
      <div className={styles.form}>
        {making.from === 'file' ? (
          <FileSource />
        ) : (
          <MakeForm
            source={making}
            name={
              making.from === 'history' ? words.names.history(today) : words.names.contacts(today)
            }
          >
            <p>
              {making.from === 'history'
                ? words.historyIntro
                : words.contactsIntro(making.contactIds.length)}
            </p>
          </MakeForm>
        )}
      </div>
    </>
  );
}

function titleOf(making: NewCallList): string {
  switch (making.from) {
    case 'file':
      return strings.callLists.file.title;
    case 'history':
      return words.history;
    case 'contacts':
      return words.contacts;
  }
}
