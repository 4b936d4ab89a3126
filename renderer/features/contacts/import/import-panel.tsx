import type { ReactNode } from 'react';
import type { Failure } from '../../../../shared/failure.ts';
import type { ContactImportView } from '../../../../shared/model/contact-import.ts';
import type { ContactImportId } from '../../../../shared/model/ids.ts';
import { dayAndTime } from '../../../app/format.ts';
import { takeFocus } from '../../../app/take-focus.ts';
import { useNow } from '../../../app/use-now.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { FileText, Undo2, Upload } from '../../../ui/icons.ts';
import { PaneHead } from '../../../ui/panes.tsx';
import styles from '../contacts.module.css';
import { ImportDryRun } from './import-dry-run.tsx';
import { useImport } from './use-import.ts';

const words = strings.contactImport;

/** Contacts from a file: choose it, see what will happen, do it, and take it back if need be. */
export function ImportPanel(props: { readonly onBack: () => void }) {
  const { at, failure, isBusy, earlier, choose, use, undo, startOver } = useImport();
  const chooser = (label: string, isMain: boolean): ReactNode => (
    <Button
      variant={isMain ? 'primary' : 'secondary'}
      icon={<FileText />}
      aria-disabled={isBusy}
      onClick={() => void choose()}
    >
      {isBusy ? words.reading : label}
    </Button>
  );
  return (
    <>
      <PaneHead onBack={props.onBack}>
        <h2>{words.title}</h2>
      </PaneHead>
      {at.step === 'draft' ? (
        <ImportDryRun
          draft={at.draft}
          trouble={failure && <Trouble failure={failure} />}
          isBusy={isBusy}
          onUse={() => void use(at.draft.id)}
          onAnother={() => void choose()}
          onCancel={startOver}
        />
      ) : (
        <div
          key={at.step}
          className={styles.page}
          // What was pressed has gone with its step.
          tabIndex={-1}
          ref={at.step === 'choose' ? undefined : takeFocus}
        >
          {at.step === 'done' && (
            <Done
              done={at.done}
              isBusy={isBusy}
              onUndo={(id) => void undo(id)}
              onClose={props.onBack}
            />
          )}
          {at.step === 'undone' && (
            <Banner tone="info" role="status" title={words.undone}>
              {words.undoneKept}
            </Banner>
          )}
          {at.step === 'choose' && <p>{words.intro}</p>}
          {failure && <Trouble failure={failure} />}
          <div className={styles.changes}>
            {at.step === 'choose'
              ? chooser(words.choose, true)
              : chooser(words.another, at.step === 'undone')}
          </div>
          <Earlier
            imports={earlier.filter(({ id }) => at.step !== 'done' || id !== at.done.id)}
            isBusy={isBusy}
            onUndo={(id) => void undo(id)}
          />
        </div>
      )}
    </>
  );
}

function Trouble({ failure }: { readonly failure: Failure }) {
  const { title, advice } = strings.failures(failure);
  return (
    <Banner tone="danger" role="alert" title={title}>
      {advice}
    </Banner>
  );
}

function Done(props: {
  readonly done: ContactImportView;
  readonly isBusy: boolean;
  readonly onUndo: (id: ContactImportId) => void;
  readonly onClose: () => void;
}) {
  const { id, fileName, added, merged } = props.done;
  return (
    <Banner
      tone="info"
      role="status"
      title={words.done(added, merged)}
      actions={
        <>
          <Button icon={<Undo2 />} aria-disabled={props.isBusy} onClick={() => props.onUndo(id)}>
            {words.undo}
          </Button>
          <Button variant="primary" onClick={props.onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      {words.from(fileName)}
    </Banner>
  );
}

function Earlier(props: {
  readonly imports: readonly ContactImportView[];
  readonly isBusy: boolean;
  readonly onUndo: (id: ContactImportId) => void;
}) {
  const now = useNow();
  if (props.imports.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{words.earlier}</h3>
      <ul>
        {props.imports.map(({ id, fileName, at, added, merged }) => (
          <li key={id} className={styles.earlier}>
            <Upload aria-hidden="true" />
            <span className={styles.grow}>
              {words.earlierLine(fileName, dayAndTime(at, now))}
              <span className={styles.soft}>{words.done(added, merged)}</span>
            </span>
            <Button aria-disabled={props.isBusy} onClick={() => props.onUndo(id)}>
              {words.undo}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
