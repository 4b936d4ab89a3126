import { keep, keepList, readKept, readKeptList } from '../kept.ts';
import { withRecent, tones, type Tone } from './view-model.ts';

const recentKey = 'emoji.recent';
const toneKey = 'emoji.tone';

export function readRecent(): readonly string[] {
  return readKeptList(recentKey);
}

export function noteUsed(emoji: string): void {
  keepList(recentKey, withRecent(readRecent(), emoji));
}

export function readTone(): Tone {
  const kept = readKept(toneKey);
  return kept !== undefined && kept in tones ? (kept as Tone) : 'none';
}

export function keepTone(tone: Tone): void {
  keep(toneKey, tone);
}
