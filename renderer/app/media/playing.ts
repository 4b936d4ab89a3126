import { create } from 'zustand';
import { keep, readKept } from '../kept.ts';

/** How fast recordings are played, slowest first. */
export const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;
const usualSpeed = 1;
const storageKey = 'playing-speed';

/** The speed of all players: whoever listens fast listens fast to everything. */
export const useSpeed = create<{ readonly speed: number }>()(() => ({ speed: readSpeed() }));

/** The speed after this one; after the fastest comes the slowest. */
export function nextSpeed(speed: number): number {
  return speeds.find((other) => other > speed) ?? speeds[0];
}

export function setSpeed(speed: number): void {
  useSpeed.setState({ speed });
  keep(storageKey, String(speed));
}

function readSpeed(): number {
  const kept = Number(readKept(storageKey));
  return speeds.find((speed) => speed === kept) ?? usualSpeed;
}

let current: HTMLMediaElement | undefined;

/** Two voices at once are none: the one that plays stops for the next. */
export function takeTurn(audio: HTMLMediaElement): void {
  if (current !== audio) current?.pause();
  current = audio;
}

/** Where a step of so many seconds leads, within the recording. */
export function stepTo(position: number, step: number, total: number): number {
  return Math.min(Math.max(position + step, 0), total);
}
