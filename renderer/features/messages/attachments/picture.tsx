import { useRef, useState } from 'react';
import { failure, type Failure } from '../../../../shared/failure.ts';
import type { AttachmentView } from '../../../../shared/model/messages.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { call } from '../../../app/bridge.ts';
import styles from './attachments.module.css';
import { FileLine } from './file-line.tsx';
import { Trouble } from './trouble.tsx';
import { useSeen } from './use-seen.ts';
import { boxOf } from './view-model.ts';
import { showPicture } from './viewer-store.ts';

const words = strings.attachments;

/** How an image of the media stands; `other`: it is none, whatever it is called. */
export type ImageState = 'coming' | 'there' | 'other' | Failure;

/** A picture in its place, fetched when it comes into sight; pressed, it fills the window. */
export function Picture(props: { readonly file: AttachmentView; readonly label: string }) {
  const { file, label } = props;
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(place);
  const { state, attempt, image, retry } = useImage(file.mediaId);
  const { width, height } = boxOf(file.size);
  if (state === 'other') return <FileLine file={file} note={words.notShown} />;
  if (typeof state === 'object') return <Failed failure={state} label={label} onRetry={retry} />;
  return (
    <div
      ref={place}
      className={styles.place}
      style={{ width, aspectRatio: `${width} / ${height}` }}
      aria-busy={state === 'coming'}
    >
      <button
        type="button"
        className={styles.thumbnail}
        aria-label={words.view(label)}
        onClick={() => showPicture(file.mediaId)}
      >
        {isSeen && <img key={attempt} alt="" draggable={false} {...image} />}
      </button>
    </div>
  );
}

function Failed(props: {
  readonly failure: Failure;
  readonly label: string;
  readonly onRetry: () => void;
}) {
  return (
    <div className={styles.file} role="group" aria-label={props.label}>
      <Trouble failure={props.failure} onRetry={props.onRetry} />
    </div>
  );
}

/** An `img` of the media: it knows only that it cannot be shown; main knows why. */
export function useImage(mediaId: string) {
  const [state, setState] = useState<ImageState>('coming');
  const [attempt, setAttempt] = useState(0);
  const askWhy = async (): Promise<void> => {
    const result = await call('media.prepare', { mediaId });
    if (!result.ok) return setState(result.failure);
    const isPicture = result.value.contentType.startsWith('image/');
    setState(isPicture ? failure('unsupported', 'media.unreadable', { retry: 'user' }) : 'other');
  };
  return {
    state,
    attempt,
    image: {
      src: `/media/${mediaId}`,
      onLoad: () => setState('there'),
      onError: () => void askWhy(),
    },
    retry: () => {
      setState('coming');
      setAttempt((count) => count + 1);
    },
  };
}
