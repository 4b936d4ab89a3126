import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { failure } from '../../../shared/failure.ts';
import type { MediaRef } from '../../../shared/model/voicemail.ts';
import { call } from '../bridge.ts';
import { setSpeed, takeTurn, useSpeed, nextSpeed } from './playing.ts';

/** One recording and its controls. */
export type PlayerState = {
  readonly isPlaying: boolean;
  readonly isLoading: boolean;
  readonly failure: Failure | undefined;
  readonly position: number;
  /** Seconds; 0 while nobody knows. */
  readonly total: number;
  readonly speed: number;
  readonly toggle: () => void;
  readonly retry: () => void;
  readonly seek: (seconds: number) => void;
  readonly changeSpeed: () => void;
};

/** Loads a recording when it is first played: a list of them asks RingCentral for none. */
export function usePlayer(media: MediaRef, onStart: (() => void) | undefined): PlayerState {
  const audio = useRef<HTMLAudioElement | undefined>(undefined);
  const speed = useSpeed((state) => state.speed);
  const [isPlaying, setPlaying] = useState(false);
  const [isLoading, setLoading] = useState(false);
  const [trouble, setTrouble] = useState<Failure>();
  const [position, setPosition] = useState(0);
  const [total, setTotal] = useState(media.durationSeconds ?? 0);

  // A view that goes takes its voice along.
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
      release(audio.current);
    };
  }, []);

  useEffect(() => {
    if (audio.current) audio.current.playbackRate = speed;
  }, [speed]);

  const fail = (reason: Failure): void => {
    release(audio.current);
    audio.current = undefined;
    setLoading(false);
    setPlaying(false);
    setTrouble(reason);
  };

  /** The player knows only that it cannot go on; main knows why. */
  const askWhy = async (): Promise<void> => {
    const result = await call('media.prepare', { mediaId: media.id });
    fail(
      result.ok ? failure('unsupported', 'media.unreadable', { retry: 'user' }) : result.failure,
    );
  };

  const create = (url: string, from: number): HTMLAudioElement => {
    const made = new Audio(url);
    made.preload = 'auto';
    made.defaultPlaybackRate = useSpeed.getState().speed;
    made.playbackRate = made.defaultPlaybackRate;
    const hear = (name: keyof HTMLMediaElementEventMap, listener: () => void): void =>
      made.addEventListener(name, () => {
        if (audio.current === made) listener();
      });
    hear('loadedmetadata', () => {
      if (Number.isFinite(made.duration)) setTotal(made.duration);
      if (from > 0) made.currentTime = from;
    });
    hear('durationchange', () => {
      if (Number.isFinite(made.duration)) setTotal(made.duration);
    });
    hear('timeupdate', () => setPosition(made.currentTime));
    hear('waiting', () => setLoading(true));
    hear('playing', () => {
      setLoading(false);
      setPlaying(true);
    });
    hear('pause', () => {
      setLoading(false);
      setPlaying(false);
    });
    hear('ended', () => setPosition(0));
    hear('error', () => void askWhy());
    return made;
  };

  const start = (made: HTMLAudioElement): void => {
    takeTurn(made);
    // Refused when it is paused again before it began; an error has its own event.
    made.play().catch(() => undefined);
  };

  const load = async (): Promise<void> => {
    setTrouble(undefined);
    setLoading(true);
    const result = await call('media.prepare', { mediaId: media.id });
    if (!isShown.current) return;
    if (!result.ok) return fail(result.failure);
    const made = create(result.value.url, position);
    audio.current = made;
    start(made);
    onStart?.();
  };

  return {
    isPlaying,
    isLoading,
    failure: trouble,
    position,
    total,
    speed,
    toggle() {
      const made = audio.current;
      if (made === undefined) return isLoading ? undefined : void load();
      return made.paused ? start(made) : made.pause();
    },
    retry: () => void load(),
    seek(seconds) {
      setPosition(seconds);
      if (audio.current) audio.current.currentTime = seconds;
    },
    changeSpeed: () => setSpeed(nextSpeed(speed)),
  };
}

function release(audio: HTMLAudioElement | undefined): void {
  if (audio === undefined) return;
  audio.pause();
  // Lets go of what it is still loading.
  audio.removeAttribute('src');
  audio.load();
}
