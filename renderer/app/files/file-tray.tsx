import { useState } from 'react';
import { attachmentKind, fileFormat } from '../../../shared/attachments.ts';
import { failure } from '../../../shared/failure.ts';
import { mostFileBytes, mostFiles } from '../../../shared/file-limits.ts';
import type { DraftKey, StagedFile } from '../../../shared/model/drafts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { cx } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { FileText, Loader, TriangleAlert, X } from '../../ui/icons.ts';
import type { Composing } from '../composer/composing.ts';
import { useWriting } from '../composer/store.ts';
import { removeFile } from './add-files.ts';
import styles from './files.module.css';
import { dropArrival, isRefused, useArrivals, useArrivalsOf, type Arrival } from './store.ts';

/** The files that go with what is being written, those on their way, and those that cannot go. */
export function FileTray({ composing }: { readonly composing: Composing }) {
  const { draftKey } = composing;
  const { files } = useWriting(draftKey);
  const arrivals = useArrivalsOf(draftKey);
  return (
    <>
      <p className="read-only-aloud" role="status">
        {files.length > 0 && strings.files.attached(files.length)}
      </p>
      {(files.length > 0 || arrivals.length > 0) && (
        <Files composing={composing} files={files} arrivals={arrivals} />
      )}
    </>
  );
}

function Files(props: {
  readonly composing: Composing;
  readonly files: readonly StagedFile[];
  readonly arrivals: readonly Arrival[];
}) {
  const { composing, files, arrivals } = props;
  const { draftKey } = composing;
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <section className={styles.tray} aria-label={strings.files.tray}>
      {files.length > 0 && <SenderRefuses composing={composing} />}
      {/* What cannot go stands first, where it is seen. */}
      <ul className={styles.refusals}>
        {arrivals.filter(isRefused).map((arrival) => (
          <Refused key={arrival.key} arrival={arrival} draftKey={draftKey} />
        ))}
      </ul>
      <ul className={styles.files}>
        {files.map((file) => (
          <Attached key={file.id} file={file} draftKey={draftKey} />
        ))}
        {arrivals
          .filter((arrival) => !isRefused(arrival))
          .map((arrival) => (
            <Arriving key={arrival.key} arrival={arrival} />
          ))}
      </ul>
      <p className={styles.count}>
        {strings.files.count(files.length, mostFiles, bytes, mostFileBytes)}
      </p>
    </section>
  );
}

/** Said before it is sent: a toll-free number never takes files along. */
function SenderRefuses({ composing }: { readonly composing: Composing }) {
  const { senders, number } = composing.sender;
  const sender = senders.find((each) => each.number === number);
  if (sender === undefined || sender.canSendMedia) return null;
  const words = strings.failures(failure('rejected', 'file.sender-refused'));
  return (
    <Banner tone="warning" title={words.title} role="status">
      {words.advice}
    </Banner>
  );
}

function Attached(props: { readonly file: StagedFile; readonly draftKey: DraftKey }) {
  const { file, draftKey } = props;
  const source = useArrivals(({ sources }) => sources.get(file.id));
  const isSmaller = source !== undefined && source.size > file.sizeBytes;
  const picture = attachmentKind(file) === 'picture' ? `/media/${file.mediaId}` : undefined;
  return (
    <li className={styles.file}>
      <Thumbnail address={picture} name={file.fileName} />
      <Names
        name={file.fileName}
        detail={
          isSmaller
            ? strings.files.shrunk(source.size, file.sizeBytes)
            : strings.files.size(file.sizeBytes)
        }
      />
      <IconButton
        label={strings.files.remove(file.fileName)}
        icon={<X />}
        onClick={() => removeFile(draftKey, file)}
      />
    </li>
  );
}

function Arriving({ arrival }: { readonly arrival: Arrival }) {
  const { file, state } = arrival;
  return (
    <li className={styles.file}>
      <span className={styles.thumbnail}>
        <Loader className={styles.busy} aria-hidden="true" />
      </span>
      <Names
        name={file.name}
        detail={state === 'shrinking' ? strings.files.shrinking : strings.files.adding}
        role="status"
      />
    </li>
  );
}

function Refused(props: {
  readonly arrival: Arrival & {
    readonly state: { readonly title: string; readonly advice: string };
  };
  readonly draftKey: DraftKey;
}) {
  const { arrival, draftKey } = props;
  const { file, state } = arrival;
  return (
    <li className={cx(styles.file, styles.refused)}>
      <span className={styles.thumbnail}>
        <TriangleAlert aria-hidden="true" />
      </span>
      <span className={styles.words} role="alert">
        <span className={styles.name}>{file.name}</span>
        <strong>{state.title}</strong>
        <span>{state.advice}</span>
      </span>
      <IconButton
        label={strings.files.dismiss(file.name)}
        icon={<X />}
        onClick={() => dropArrival(draftKey, arrival.key)}
      />
    </li>
  );
}

function Names(props: {
  readonly name: string;
  readonly detail: string;
  readonly role?: 'status';
}) {
  return (
    <span className={styles.words}>
      <span className={styles.name} title={props.name}>
        {props.name}
      </span>
      <span className={styles.detail} role={props.role}>
        {props.detail}
      </span>
    </span>
  );
}

/** The picture, or what a file is called by its ending. */
function Thumbnail(props: { readonly address: string | undefined; readonly name: string }) {
  const { address, name } = props;
  const [broken, setBroken] = useState<string>();
  if (address !== undefined && address !== broken) {
    return (
      <img className={styles.thumbnail} src={address} alt="" onError={() => setBroken(address)} />
    );
  }
  return (
    <span className={styles.thumbnail}>{fileFormat(name) ?? <FileText aria-hidden="true" />}</span>
  );
}
