import { useRef, useState } from 'react';
import type { ImportDraft } from '../../../shared/model/session.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { FileText } from '../../ui/icons.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { DraftView } from './draft-view.tsx';
import styles from './import.module.css';
import { useImportReading, type ImportReading } from './use-import.ts';

const words = strings.onboarding.import;

/** Takes over the settings of an older set-up: chosen, dropped or pasted, then looked over. */
export function ImportPart(props: {
  readonly redirectUri: string | undefined;
  /** To the form; with a draft, what of it can be typed there goes along. */
  readonly onForm: (draft?: ImportDraft) => void;
}) {
  const reading = useImportReading();
  const { draft } = reading;
  return (
    <>
      <h2 id="import-title">{draft ? words.draftTitle : words.title}</h2>
      {draft ? (
        <DraftView
          draft={draft}
          way="import"
          redirectUri={props.redirectUri}
          onBrowser={() => props.onForm(draft)}
          onGone={reading.restart}
          aside={<Button onClick={() => reading.restart()}>{words.other}</Button>}
        />
      ) : (
        <Chooser reading={reading} />
      )}
      <Button variant="quiet" className={styles.back} onClick={() => props.onForm()}>
        {strings.app.back}
      </Button>
    </>
  );
}

function Chooser({ reading }: { readonly reading: ImportReading }) {
  const trouble = reading.failure && strings.failures(reading.failure);
  return (
    <>
      <p className={styles.advice}>{words.advice}</p>
      {trouble && (
        <Banner tone="danger" role="alert" title={trouble.title}>
          {trouble.advice}
        </Banner>
      )}
      <FileDrop onFile={reading.readFile} />
      <PasteBox onText={reading.readText} isReading={reading.isReading} />
      <p className={styles.small}>{words.privacy}</p>
    </>
  );
}

function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) onFile(file);
    // The same file, mended, can be chosen once more; nothing of it stays in the page.
    if (input.current) input.current.value = '';
  };
  return (
    <div
      className={cx(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <FileText aria-hidden="true" />
      <span>{words.drop}</span>
      <Button data-return-focus onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={words.choose}
        onChange={(event) => take(event.target.files)}
      />
    </div>
  );
}

/** Secrets are in this text: it is taken out of the page the moment it is handed over. */
function PasteBox(props: { readonly onText: (text: string) => void; readonly isReading: boolean }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setIsEmpty] = useState(true);
  const handOver = (): void => {
    const text = area.current?.value ?? '';
    if (area.current) area.current.value = '';
    setIsEmpty(true);
    if (text.trim() !== '') props.onText(text);
  };
  return (
    <div className={styles.paste}>
      <TextArea
        ref={area}
        label={words.paste}
        rows={4}
        onChange={(event) => setIsEmpty(event.target.value.trim() === '')}
      />
      <Button
        className={styles.start}
        aria-disabled={isEmpty || props.isReading}
        onClick={handOver}
      >
        {props.isReading ? words.reading : words.read}
      </Button>
    </div>
  );
}
