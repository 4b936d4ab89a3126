import { useState } from 'react';
import { call } from '../../app/bridge.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { CallListDraft } from '../../../shared/model/call-lists.ts';
import type { Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { FileText } from '../../ui/icons.ts';
import { Select } from '../../ui/select.tsx';
import styles from './making.module.css';
import { MakeForm, Trouble } from './make-form.tsx';

const words = strings.callLists.file;
const noColumn = 'none';

/** A file of people: choose it, see who is on the list, correct the columns, and make it. */
export function FileSource() {
  const { draft, failure, isBusy, choose, chooseColumns } = useFile();
  const chooser = (
    <Button
      variant={draft ? 'secondary' : 'primary'}
      icon={<FileText />}
      aria-disabled={isBusy}
      onClick={() => void choose()}
    >
      {isBusy ? words.reading : draft ? words.another : words.choose}
    </Button>
  );
  if (draft === undefined) {
    return (
      <>
        <p>{words.intro}</p>
        {failure && <Trouble failure={failure} />}
        <div className={styles.actions}>{chooser}</div>
      </>
    );
  }
  return (
    <>
      <div className={styles.file}>
        <h3>{draft.fileName}</h3>
        {chooser}
      </div>
      {failure && <Trouble failure={failure} />}
      <MakeForm
        key={draft.draftId}
        source={{ from: 'csv', draftId: draft.draftId }}
        name={draft.fileName.replace(/\.[^.]+$/, '').slice(0, 100)}
        isOff={isBusy || draft.count === 0}
      >
        <Columns draft={draft} onChoose={(columns) => void chooseColumns(columns)} />
        <Found draft={draft} />
      </MakeForm>
    </>
  );
}

function Columns(props: {
  readonly draft: CallListDraft;
  readonly onChoose: (columns: Pick<CallListDraft, 'numberColumn' | 'nameColumn'>) => void;
}) {
  const { columns, numberColumn, nameColumn } = props.draft;
  const options = columns.map((name, index) => ({
    value: String(index),
    label: name || words.column(index + 1),
  }));
  return (
    <div className={styles.choices}>
      <Select
        label={words.numberColumn}
        options={options}
        value={String(numberColumn)}
        emptyText={words.chooseColumn}
        onChange={(value) => props.onChoose({ numberColumn: Number(value), nameColumn })}
      />
      <Select
        label={words.nameColumn}
        options={[{ value: noColumn, label: words.noColumn }, ...options]}
        value={nameColumn === undefined ? noColumn : String(nameColumn)}
        emptyText={words.chooseColumn}
        onChange={(value) =>
          props.onChoose({
            numberColumn,
            nameColumn: value === noColumn ? undefined : Number(value),
          })
        }
      />
    </div>
  );
}

/** Who would be on the list, and who not and why. */
function Found({ draft }: { readonly draft: CallListDraft }) {
  const { count, leftOut, problems, repeats, sample } = draft;
  return (
    <section className={styles.found} aria-live="polite">
      <p>
        <strong>{words.count(count)}</strong>
        {repeats > 0 && ` · ${words.repeats(repeats)}`}
      </p>
      {sample.length > 0 && (
        <ul className={styles.sample} aria-label={words.sample}>
          {sample.map(({ name, typed }) => (
            <li key={typed}>
              <span>{name}</span>
              <span className="figures">{typed}</span>
            </li>
          ))}
        </ul>
      )}
      {leftOut > 0 && (
        <details className={styles.problems}>
          <summary>{words.leftOut(leftOut)}</summary>
          <ul>
            {problems.map(({ line, typed, failure }) => (
              <li key={line}>
                <span className={styles.soft}>{words.line(line)}</span>
                <span className="figures">{typed}</span>
                <span>{strings.failures(failure).title}</span>
              </li>
            ))}
          </ul>
          {problems.length < leftOut && (
            <p className={styles.soft}>{words.more(problems.length, leftOut)}</p>
          )}
        </details>
      )}
    </section>
  );
}

/** Choosing a file, and reading it again with other columns. */
function useFile() {
  const [draft, setDraft] = useState<CallListDraft>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setIsBusy] = useState(false);
  const read = async (asked: () => Promise<Result<CallListDraft | undefined>>): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    const result = await asked();
    setIsBusy(false);
    setFailure(result.ok ? undefined : result.failure);
    // Thought better of it: what was read before is still there.
    if (result.ok && result.value) setDraft(result.value);
  };
  return {
    draft,
    failure,
    isBusy,
    choose: () => read(() => call('call-lists.read-file', undefined)),
    chooseColumns: ({
      numberColumn,
      nameColumn,
    }: Pick<CallListDraft, 'numberColumn' | 'nameColumn'>) =>
      read(async () => {
        if (draft === undefined) throw new Error('there is no file whose columns could be chosen');
        return call('call-lists.choose-columns', {
          draftId: draft.draftId,
          numberColumn,
          ...(nameColumn !== undefined && { nameColumn }),
        });
      }),
  };
}
