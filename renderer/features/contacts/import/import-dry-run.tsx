import { useState, type ReactNode } from 'react';
import type { ContactImportDraft, ImportEntry } from '../../../../shared/model/contact-import.ts';
import type { E164 } from '../../../../shared/model/ids.ts';
import { usePartyWords } from '../../../app/party.ts';
import { takeFocus } from '../../../app/take-focus.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chips } from '../../../ui/chips.tsx';
import { ChevronRight } from '../../../ui/icons.ts';
import styles from '../contacts.module.css';

const words = strings.contactImport;
type Action = ImportEntry['action'];
const actions: readonly Action[] = ['add', 'merge', 'unchanged', 'refuse'];

/** What a file would do: who is added, completed, known already or refused, and each number. */
export function ImportDryRun(props: {
  readonly draft: ContactImportDraft;
  readonly trouble: ReactNode;
  readonly isBusy: boolean;
  readonly onUse: () => void;
  readonly onAnother: () => void;
  readonly onCancel: () => void;
}) {
  const { draft, isBusy } = props;
  const { counts } = draft;
  const present = actions.filter((action) => counts[action] > 0);
  const [chosen, setChosen] = useState<Action>();
  const show = chosen !== undefined && present.includes(chosen) ? chosen : (present[0] ?? 'add');
  const entries = draft.entries.filter(({ action }) => action === show);
  const toDo = counts.add + counts.merge;
  return (
    <div className={styles.page}>
      <h3 key={draft.id} className={styles.file} tabIndex={-1} ref={takeFocus}>
        {draft.fileName}
      </h3>
      {toDo === 0 && (
        <Banner tone="info" title={words.nothing}>
          {words.nothingNew}
        </Banner>
      )}
      {props.trouble}
      <div className={styles.changes}>
        {toDo > 0 && (
          <Button variant="primary" aria-disabled={isBusy} onClick={props.onUse}>
            {isBusy ? words.using : words.use(toDo)}
          </Button>
        )}
        <Button aria-disabled={isBusy} onClick={props.onAnother}>
          {words.another}
        </Button>
        <Button aria-disabled={isBusy} onClick={props.onCancel}>
          {words.cancel}
        </Button>
      </div>
      <Chips
        label={words.show}
        value={show}
        options={present.map((value) => ({ value, label: words.actions[value](counts[value]) }))}
        onChange={setChosen}
      />
      <section aria-label={words.list}>
        <p className={styles.soft}>{words.explain[show]}</p>
        <ul>
          {entries.map((entry) => (
            <EntryLine key={`${entry.line}:${entry.name}`} entry={entry} />
          ))}
        </ul>
        {entries.length < counts[show] && (
          <p className={styles.soft}>{words.firstOnly(entries.length, counts[show])}</p>
        )}
      </section>
    </div>
  );
}

function EntryLine({ entry }: { readonly entry: ImportEntry }) {
  const { name, company, line, numbers, mergesWith, problem } = entry;
  const trouble = problem && strings.failures(problem);
  return (
    <li className={styles.entry}>
      <span className={styles.entryHead}>
        <strong>{name || words.noName}</strong>
        {mergesWith !== undefined && mergesWith !== name && <span>{words.with(mergesWith)}</span>}
        {company !== undefined && company !== name && <span>{company}</span>}
        <span className={styles.line}>{words.line(line)}</span>
      </span>
      {[...new Map(numbers.map(({ typed, stored }) => [typed, stored]))].map(([typed, stored]) => (
        <NumberChange key={typed} typed={typed} stored={stored} />
      ))}
      {trouble && (
        <span className={styles.trouble}>
          {trouble.title}
          {/* That a number is left out stands beside it. */}
          {problem?.message !== 'contact-import.number-invalid' && `. ${trouble.advice}`}
        </span>
      )}
    </li>
  );
}

function NumberChange(props: { readonly typed: string; readonly stored: string | undefined }) {
  const { typed, stored } = props;
  const party = usePartyWords();
  const shown = stored?.startsWith('+') ? party.number(stored as E164) : stored;
  return (
    <span className={`figures ${styles.change}`}>
      <span className="read-only-aloud">
        {shown === undefined ? words.notStored(typed) : words.stored(typed, shown)}
      </span>
      {typed !== shown && (
        <>
          <span aria-hidden="true">{typed}</span>
          <ChevronRight aria-hidden="true" />
        </>
      )}
      {shown === undefined ? (
        <em aria-hidden="true">{words.leftOut}</em>
      ) : (
        <span aria-hidden="true">{shown}</span>
      )}
    </span>
  );
}
