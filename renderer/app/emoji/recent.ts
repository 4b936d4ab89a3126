import { withRecent, tones, type Tone } from './view-model.ts';

// Kept by the window itself, which has a store of its own in every profile.
const recentKey = 'emoji.recent';
const toneKey = 'emoji.tone';

export function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function noteUsed(emoji: string): void {
  keep(recentKey, JSON.stringify(withRecent(readRecent(), emoji)));
}

export function readTone(): Tone {
  const kept = read(toneKey);
  return kept !== undefined && kept in tones ? (kept as Tone) : 'none';
}

export function keepTone(tone: Tone): void {
  keep(toneKey, tone);
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be kept is forgotten: it is a convenience. */
function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
