import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { AwayView, BackfillView } from '../../shared/model/backfill.ts';
import {
  estimateWords,
  reachFacts,
  stateWords,
} from '../../renderer/features/settings/backfill-words.ts';
import { awayParts, awayWords } from '../../renderer/features/status/away-words.ts';
import { strings } from '../../shared/strings/strings.ts';
import { at } from './make.ts';

const words = strings.backfill;
const feed = { reachesBackTo: new Date(2024, 2, 12, 9).getTime(), isDone: false, records: 7 };
const view = (changes: Partial<BackfillView> = {}): BackfillView => ({
  state: 'running',
  feeds: [
    { ...feed, feed: 'messages' },
    { ...feed, feed: 'calls' },
  ],
  progress: 0.4,
  estimateMs: 40 * 60_000,
  failure: undefined,
  ...changes,
});

describe('the older history', () => {
  test('tells how far back each kind reaches', () => {
    const feeds: BackfillView['feeds'] = [
      { ...feed, feed: 'messages' },
      { ...feed, feed: 'calls', isDone: true },
    ];
    expect(reachFacts(view({ feeds }))).toEqual([
      [words.feeds.messages, 'Back to March 12, 2024'],
      [words.feeds.calls, words.isDone],
    ]);
    const unread = { ...feed, feed: 'calls', reachesBackTo: undefined } as const;
    expect(reachFacts(view({ feeds: [unread] }))).toEqual([[words.feeds.calls, words.notBegun]]);
  });

  test('says how long it will take, in words, and only while it moves', () => {
    expect(estimateWords(view())).toBe('About 40 minutes left');
    expect(estimateWords(view({ estimateMs: 9_000 }))).toBe('Less than a minute left');
    expect(estimateWords(view({ estimateMs: 5 * 3_600_000 }))).toBe('About 5 hours left');
    expect(estimateWords(view({ state: 'paused' }))).toBeUndefined();
    expect(estimateWords(view({ estimateMs: undefined }))).toBeUndefined();
  });

  test('says why it waits', () => {
    const reason = failure('offline', 'network.offline');
    expect(stateWords(view({ state: 'waiting', failure: reason }))).toBe(
      words.waitingFor(strings.failures(reason).title),
    );
    expect(stateWords(view({ state: 'waiting' }))).toBe(words.states.waiting);
    const feeds = [{ ...feed, feed: 'calls', reachesBackTo: undefined }] as const;
    expect(stateWords(view({ state: 'waiting', feeds }))).toBe(words.firstSync);
    expect(stateWords(view({ state: 'done' }))).toBe(words.states.done);
  });
});

describe('what came in meanwhile', () => {
  const away: AwayView = {
    since: at(22, 9, 41),
    until: at(22, 11),
    missedCalls: 3,
    texts: 5,
    voicemails: 0,
  };

  test('is one line, with what there is none of left out', () => {
    expect(awayWords(away, at(22, 12)).title).toBe('While you were away: 3 missed calls, 5 texts');
    expect(awayWords(away, at(22, 12)).since).toContain('Today');
    expect(awayWords({ ...away, missedCalls: 1, texts: 0, voicemails: 2 }, 0).title).toBe(
      'While you were away: 1 missed call, 2 voicemails',
    );
  });

  test('leads to where each of it is', () => {
    expect(awayParts({ ...away, voicemails: 1 }).map(({ screen }) => screen)).toEqual([
      'calls',
      'messages',
      'voicemail',
    ]);
  });
});
