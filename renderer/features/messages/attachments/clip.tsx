import { useEffect, useRef, useState } from 'react';
import { failure, type Failure } from '../../../../shared/failure.ts';
import type { AttachmentView } from '../../../../shared/model/messages.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { call } from '../../../app/bridge.ts';
import { takeTurn } from '../../../app/media/playing.ts';
import { Loader, Play } from '../../../ui/icons.ts';
import styles from './attachments.module.css';
import { FileLine, SaveButton } from './file-line.tsx';
import { Trouble } from './trouble.tsx';
import { boxOf, detailOf } from './view-model.ts';

const words = strings.attachments;

type State = 'still' | 'coming' | 'playing' | 'other' | Failure;

/** A video in its place: nothing of it is fetched, and nothing plays, before it is pressed. */
export function Clip(props: { readonly file: AttachmentView; readonly label: string }) {
  const { file, label } = props;
  const [state, setState] = useState<State>('still');
  const { width, height } = boxOf(file.size);

  const play = async (): Promise<void> => {
    setState('coming');
    const result = await call('media.prepare', { mediaId: file.mediaId });
    if (!result.ok) return setState(result.failure);
    setState(/^(?:video|audio)\//.test(result.value.contentType) ? 'playing' : 'other');
  };
  const refuse = (): void =>
    setState(failure('unsupported', 'media.unreadable', { retry: 'never' }));

  if (state === 'other') return <FileLine file={file} note={words.notShown} />;
  return (
    <div className={styles.clip} role="group" aria-label={label}>
      <div className={styles.place} style={{ width, aspectRatio: `${width} / ${height}` }}>
        {state === 'playing' ? (
          <Screen mediaId={file.mediaId} label={label} onError={refuse} />
        ) : (
          <button
            type="button"
            className={styles.film}
            aria-label={words.play(label)}
            aria-busy={state === 'coming'}
            onClick={() => void play()}
          >
            {state === 'coming' ? <Loader className={styles.turning} /> : <Play />}
          </button>
        )}
      </div>
      {typeof state === 'object' && <Trouble failure={state} onRetry={() => void play()} />}
      <div className={styles.below}>
        <span className={styles.detail}>{detailOf(file)}</span>
        <SaveButton file={file} />
      </div>
    </div>
  );
}

function Screen(props: {
  readonly mediaId: string;
  readonly label: string;
  readonly onError: () => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    element?.focus();
    return () => element?.pause();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- what people text has no captions
    <video
      ref={video}
      src={`/media/${props.mediaId}`}
      aria-label={props.label}
      controls
      autoPlay
      playsInline
      disablePictureInPicture
      controlsList="nodownload noremoteplayback"
      onPlay={({ currentTarget }) => takeTurn(currentTarget)}
      onError={props.onError}
    />
  );
}
