import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { MediaRef } from '../../../shared/model/voicemail.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Check, Download, Loader, Pause, Play } from '../../ui/icons.ts';
import { call } from '../bridge.ts';
import { duration } from '../format.ts';
import { takeFocus } from '../take-focus.ts';
import { offersRetry } from '../trouble.ts';
import styles from './player.module.css';
import { nextSpeed, stepTo } from './playing.ts';
import { usePlayer, type PlayerState } from './use-player.ts';

const words = strings.media;
const stepSeconds = 5;
const leapSeconds = 30;

/** Plays a recording: one at a time, at any place and speed; it stops when its view goes. */
export function Player(props: {
  readonly media: MediaRef;
  /** What it is, for readers: “voicemail from Ada Brook”. */
  readonly label: string;
  /** It is being listened to. */
  readonly onStart?: () => void;
  /** One of many: a button with these words, until it is pressed. */
  readonly folded?: string;
  readonly tabIndex?: 0 | -1;
}) {
  return <LoadedPlayer key={props.media.id} {...props} />;
}

function LoadedPlayer(props: Parameters<typeof Player>[0]) {
  const { media, label, folded } = props;
  const player = usePlayer(media, props.onStart);
  const [isOpen, setIsOpen] = useState(folded === undefined);
  const [saving, setSaving] = useState<Failure | 'saving' | 'saved'>();
  const trouble = player.failure ?? (typeof saving === 'object' ? saving : undefined);

  const save = async (): Promise<void> => {
    if (saving === 'saving') return;
    setSaving('saving');
    const result = await call('media.save', { mediaId: media.id });
    if (!result.ok) setSaving(result.failure);
    else setSaving(result.value ? 'saved' : undefined);
  };

  if (!isOpen) {
    const open = (): void => {
      setIsOpen(true);
      player.toggle();
    };
    return (
      <Button
        variant="quiet"
        className={styles.folded}
        icon={<Play />}
        aria-label={words.unfold(folded ?? '', label)}
        tabIndex={props.tabIndex}
        onClick={open}
      >
        {folded}
      </Button>
    );
  }
  return (
    <div className={styles.player} role="group" aria-label={label}>
      <div className={styles.controls}>
        <PlayButton player={player} label={label} hasFocus={folded !== undefined} />
        <span className={styles.time}>{duration(player.position)}</span>
        <Slider player={player} label={label} />
        <span className={styles.time}>
          {player.total > 0 ? duration(player.total) : words.unknownLength}
        </span>
        <SpeedButton player={player} />
        <IconButton
          label={words.save(label)}
          hint={words.saveHint}
          icon={saving === 'saved' ? <Check /> : <Download />}
          aria-disabled={saving === 'saving'}
          onClick={() => void save()}
        />
      </div>
      <p role="status" className="read-only-aloud">
        {player.isLoading ? words.loading : saving === 'saved' ? words.saved : ''}
      </p>
      {trouble && (
        <Trouble failure={trouble} onRetry={player.failure ? player.retry : () => void save()} />
      )}
    </div>
  );
}

function PlayButton(props: {
  readonly player: PlayerState;
  readonly label: string;
  /** It takes the place of the button that was pressed. */
  readonly hasFocus: boolean;
}) {
  const { player, label } = props;
  const icon = player.isLoading ? (
    <Loader className={styles.turning} />
  ) : player.isPlaying ? (
    <Pause />
  ) : (
    <Play />
  );
  const isOver = player.failure?.retry === 'never';
  return (
    <button
      type="button"
      ref={props.hasFocus ? takeFocus : undefined}
      className={styles.play}
      aria-label={player.isPlaying ? words.pause(label) : words.play(label)}
      aria-busy={player.isLoading}
      disabled={isOver}
      onClick={player.failure ? player.retry : player.toggle}
    >
      {icon}
    </button>
  );
}

function Slider(props: { readonly player: PlayerState; readonly label: string }) {
  const { player, label } = props;
  const { position, total, seek } = player;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    seek(stepTo(position, step, total));
  };
  return (
    <input
      type="range"
      className={styles.slider}
      aria-label={words.position(label)}
      aria-valuetext={words.positionOf(duration(position), duration(total))}
      min={0}
      max={Math.max(total, 1)}
      step={0.1}
      style={{ '--played': `${total === 0 ? 0 : (position / total) * 100}%` } as CSSProperties}
      value={Math.min(position, total)}
      disabled={total === 0}
      onChange={(event) => seek(Number(event.target.value))}
      onKeyDown={onKeyDown}
    />
  );
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -stepSeconds,
  ArrowDown: -stepSeconds,
  ArrowRight: stepSeconds,
  ArrowUp: stepSeconds,
  PageDown: -leapSeconds,
  PageUp: leapSeconds,
};

function SpeedButton({ player }: { readonly player: PlayerState }) {
  const { speed, changeSpeed } = player;
  return (
    <button
      type="button"
      className={styles.speed}
      aria-label={words.speedNext(String(speed), String(nextSpeed(speed)))}
      title={words.speed(String(speed))}
      onClick={changeSpeed}
    >
      {speed}×
    </button>
  );
}

function Trouble(props: { readonly failure: Failure; readonly onRetry: () => void }) {
  const { title, advice } = strings.failures(props.failure);
  return (
    <div className={styles.trouble} role="alert">
      <p>
        <strong>{title}.</strong> {advice}
      </p>
      {offersRetry(props.failure) && (
        <Button variant="quiet" onClick={props.onRetry}>
          {strings.app.tryAgain}
        </Button>
      )}
    </div>
  );
}
