import { isActiveName, splitName } from '../../../../shared/attachments.ts';
import type { AttachmentView } from '../../../../shared/model/messages.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { Button } from '../../../ui/button.tsx';
import { Check, Download, FileText, TriangleAlert } from '../../../ui/icons.ts';
import styles from './attachments.module.css';
import { Trouble } from './trouble.tsx';
import { useSave } from './use-save.ts';
import { detailOf, nameOf } from './view-model.ts';

const words = strings.attachments;

/** A file by its name, to be saved; nothing here opens it. */
export function FileLine(props: {
  readonly file: AttachmentView;
  /** Why it is not shown. */
  readonly note?: string | undefined;
}) {
  const { file } = props;
  const name = nameOf(file);
  const { stem, ending } = splitName(name);
  return (
    <div className={styles.file} role="group" aria-label={name}>
      <FileText aria-hidden="true" />
      <div className={styles.about}>
        <span className={styles.name} dir="auto">
          {stem}
          <span className={styles.ending}>{ending}</span>
        </span>
        <span className={styles.detail}>{detailOf(file)}</span>
      </div>
      <SaveButton file={file} />
      {props.note && <p className={styles.note}>{props.note}</p>}
      {isActiveName(file.fileName) && (
        <p className={styles.warning}>
          <TriangleAlert aria-hidden="true" />
          {words.active}
        </p>
      )}
    </div>
  );
}

/** Asks where to, and says how that ended. */
export function SaveButton({ file }: { readonly file: AttachmentView }) {
  const { state, failure, save } = useSave(file.mediaId);
  return (
    <>
      <Button
        variant="quiet"
        icon={state === 'saved' ? <Check /> : <Download />}
        aria-label={words.saveWhat(nameOf(file))}
        aria-disabled={state === 'saving'}
        onClick={save}
      >
        {state === undefined ? words.save : words[state]}
      </Button>
      {failure && <Trouble failure={failure} onRetry={save} />}
    </>
  );
}
