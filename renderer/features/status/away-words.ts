import type { AwayView } from '../../../shared/model/backfill.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { dayAndTime } from '../../app/format.ts';
import type { MainScreen } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** One kind of what came in, and where it is to be seen. */
export type AwayPart = {
  readonly screen: MainScreen;
  readonly words: string;
  readonly open: string;
};

/** What came in, in the order it matters; nothing of a kind is left out. */
export function awayParts(away: AwayView): readonly AwayPart[] {
  const kinds = [
    ['missedCalls', 'calls'],
    ['texts', 'messages'],
    ['voicemails', 'voicemail'],
  ] as const;
  return kinds
    .filter(([kind]) => away[kind] > 0)
    .map(([kind, screen]) => ({
      screen,
      words: strings.away[kind](away[kind]),
      open: strings.away.open[kind],
    }));
}

/** The whole news in one line, and since when. */
export function awayWords(
  away: AwayView,
  now: EpochMs,
): { readonly title: string; readonly since: string } {
  return {
    title: strings.away.line(awayParts(away).map(({ words }) => words)),
    since: strings.away.since(dayAndTime(away.since, now)),
  };
}
