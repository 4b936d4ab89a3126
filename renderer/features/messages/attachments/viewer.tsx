import { useState, type KeyboardEvent } from 'react';
import { strings } from '../../../../shared/strings/strings.ts';
import { usePartyWords } from '../../../app/party.ts';
import { cx } from '../../../ui/class-names.ts';
import { Button } from '../../../ui/button.tsx';
import { FullDialog } from '../../../ui/full-dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ChevronLeft, ChevronRight } from '../../../ui/icons.ts';
import type { Bubble } from '../view-model.ts';
import { SaveButton } from './file-line.tsx';
import { useImage } from './picture.tsx';
import { Trouble } from './trouble.tsx';
import { picturesOf, type ThreadPicture } from './view-model.ts';
import { closeViewer, showPicture, useViewer } from './viewer-store.ts';
import styles from './viewer.module.css';

const words = strings.attachments;

/** The pictures of a thread in full size, one at a time, when one of them is asked for. */
export function PictureViewer({ bubbles }: { readonly bubbles: readonly Bubble[] }) {
  const mediaId = useViewer((viewer) => viewer.mediaId);
  return mediaId === undefined ? null : <Viewer mediaId={mediaId} bubbles={bubbles} />;
}

function Viewer(props: { readonly mediaId: string; readonly bubbles: readonly Bubble[] }) {
  const party = usePartyWords();
  const isOpen = useViewer((viewer) => viewer.isOpen);
  const [isActual, setActual] = useState(false);
  const pictures = picturesOf(props.bubbles, party);
  const at = pictures.findIndex(({ file }) => file.mediaId === props.mediaId);
  const shown = pictures[at];
  if (shown === undefined) return null;

  const go = (step: number): void => {
    const next = pictures[at + step];
    if (next === undefined) return;
    setActual(false);
    showPicture(next.file.mediaId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    // In actual size the arrows scroll.
    if (step === undefined || isActual) return;
    event.preventDefault();
    go(step);
  };
  return (
    <FullDialog
      title={shown.label}
      isOpen={isOpen}
      onClose={closeViewer}
      onKeyDown={onKeyDown}
      actions={
        <>
          <Button variant="quiet" aria-pressed={isActual} onClick={() => setActual(!isActual)}>
            {isActual ? words.viewer.fit : words.viewer.actual}
          </Button>
          <SaveButton key={shown.file.mediaId} file={shown.file} />
        </>
      }
    >
      <div className={styles.stage}>
        <FullPicture key={shown.file.mediaId} picture={shown} isActual={isActual} />
        {pictures.length > 1 && <Steps at={at} count={pictures.length} onGo={go} />}
      </div>
    </FullDialog>
  );
}

function FullPicture(props: { readonly picture: ThreadPicture; readonly isActual: boolean }) {
  const { file, label } = props.picture;
  const { state, attempt, image, retry } = useImage(file.mediaId);
  return (
    <div
      className={cx(styles.frame, props.isActual && styles.actual)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a pointer
      tabIndex={props.isActual ? 0 : undefined}
      role="group"
      aria-label={label}
      aria-busy={state === 'coming'}
    >
      {state === 'other' && <p>{words.notShown}</p>}
      {typeof state === 'object' && <Trouble failure={state} onRetry={retry} />}
      {(state === 'coming' || state === 'there') && (
        <img key={attempt} className={styles.picture} alt={label} draggable={false} {...image} />
      )}
    </div>
  );
}

function Steps(props: {
  readonly at: number;
  readonly count: number;
  readonly onGo: (step: number) => void;
}) {
  const { at, count, onGo } = props;
  return (
    <div className={styles.steps}>
      <IconButton
        label={words.viewer.previous}
        hint={false}
        icon={<ChevronLeft />}
        aria-disabled={at === 0}
        onClick={() => onGo(-1)}
      />
      <span role="status">{words.viewer.count(at + 1, count)}</span>
      <IconButton
        label={words.viewer.next}
        hint={false}
        icon={<ChevronRight />}
        aria-disabled={at === count - 1}
        onClick={() => onGo(1)}
      />
    </div>
  );
}
