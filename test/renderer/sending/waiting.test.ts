import { describe, expect, test } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import { dayIn } from '../../../shared/local-time.ts';
import type { ScheduledText } from '../../../shared/model/drafts.ts';
import type { OutboxView } from '../../../shared/model/messages.ts';
import { timeOfDay } from '../../../renderer/app/format.ts';
import { outboxWords } from '../../../renderer/app/send-later/outbox-words.ts';
import {
  cityOf,
  fromFields,
  quickTimes,
  toFields,
} from '../../../renderer/app/send-later/times.ts';
import { refusalLine, scheduledWords } from '../../../renderer/app/send-later/view-model.ts';
import { heldSeconds, waitingWords } from '../../../renderer/features/messages/waiting.ts';

const now = Date.parse('2026-06-10T15:00:00Z');
const outbox = (state: OutboxView['state'], resumesAt?: number): OutboxView => ({
  state,
  resumesAt,
  waitingCount: 2,
  heldCount: 0,
});

describe('what a text waits for', () => {
  test('is counted down while it is held', () => {
    const waiting = { for: 'hold', until: now + 3_100 } as const;
    expect(waitingWords(waiting, outbox('sending'), now)).toBe('Held for 4 s');
    expect(waitingWords(waiting, outbox('offline'), now)).toBe('Held for 4 s');
    expect(heldSeconds(waiting, now + 3_100)).toBe(0);
    expect(waitingWords(waiting, outbox('offline'), now + 4_000)).toBe(
      'Goes out when the network is back',
    );
  });

  test.each([
    [{ for: 'turn' } as const, outbox('offline'), 'Waits for the text before it'],
    [undefined, outbox('offline'), 'Goes out when the network is back'],
    [undefined, outbox('signed-out'), 'Goes out when you sign in'],
    [
      undefined,
      outbox('paused', now + 60_000),
      `Goes out when RingCentral takes texts again, at ${timeOfDay(now + 60_000)}`,
    ],
    [undefined, outbox('sending'), undefined],
    [undefined, undefined, undefined],
    [{ for: 'retry', at: now - 1 } as const, outbox('sending'), undefined],
    [
      { for: 'retry', at: now + 8_000 } as const,
      outbox('sending'),
      `RingCentral could not take it, next try at ${timeOfDay(now + 8_000)}`,
    ],
  ])('is told: %j', (waiting, view, expected) => {
    expect(waitingWords(waiting, view, now)).toBe(expected);
  });

  test('is told above the list when it is the same for all', () => {
    expect(outboxWords(outbox('sending'))).toBeUndefined();
    expect(outboxWords({ ...outbox('offline'), waitingCount: 0 })).toBeUndefined();
    expect(outboxWords(outbox('offline'))).toBe('2 texts will go out when the network is back.');
    expect(outboxWords(outbox('paused', now))).toContain(timeOfDay(now));
  });
});

describe('the times that are offered', () => {
  const zone = 'America/New_York';

  test('lie ahead, by the clocks of the zone', () => {
    const times = quickTimes(now, zone).map(({ at }) => new Date(at).toISOString());
    // A Wednesday, 11:00 there.
    expect(times).toEqual([
      '2026-06-10T16:00:00.000Z',
      '2026-06-10T22:00:00.000Z',
      '2026-06-11T12:00:00.000Z',
      '2026-06-15T12:00:00.000Z',
    ]);
  });

  test('leave out the evening when it is over, and Monday when it is tomorrow', () => {
    const sundayNight = Date.parse('2026-06-15T01:00:00Z');
    expect(quickTimes(sundayNight, zone)).toHaveLength(2);
  });

  test('are read back from the fields, also over a change of the clocks', () => {
    for (let day = 0; day < 366; day += 1) {
      const at = now + day * 86_400_000;
      expect(fromFields(toFields(at, zone), zone, at - 1)).toBe(at);
    }
    expect(fromFields({ day: '', time: '08:00' }, zone, now)).toBeUndefined();
    expect(fromFields({ day: '2026-06-11', time: '' }, zone, now)).toBeUndefined();
    expect(fromFields({ day: dayIn(zone, now), time: '00:01' }, zone, now)).toBeUndefined();
  });

  test('are named by the city of their zone', () => {
    expect(cityOf(zone)).toBe('New York');
    expect(cityOf('UTC')).toBe('UTC');
  });
});

describe('a text for later', () => {
  const text = (more: Partial<ScheduledText>): ScheduledText =>
    ({
      state: 'waiting',
      time: { at: now + 3_600_000, zone: undefined, cancelOnReply: false },
      failure: undefined,
      ...more,
    }) as ScheduledText;

  test('says when it goes, and that an answer calls it off', () => {
    const time = { at: now + 3_600_000, zone: undefined, cancelOnReply: true };
    const { lines, asks } = scheduledWords(text({ time }), now);
    expect(asks).toBe(false);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe('Canceled if they reply first');
  });

  test.each([
    ['missed', undefined, 'Not sent: its time passed'],
    ['answered', undefined, 'Canceled: they replied first'],
    ['refused', failure('rejected', 'text.no-sender'), 'Not sent'],
  ] as const)('that asks says why: %s', (state, reason, title) => {
    const words = scheduledWords(text({ state, failure: reason }), now);
    expect(words).toMatchObject({ title, asks: true });
    expect(words.lines).toHaveLength(2);
  });

  test('that is to go now says what pressing once more would answer', () => {
    const quiet = failure('conflict', 'text.quiet-hours', { retry: 'user' });
    expect(refusalLine(quiet)).toContain('once more');
    expect(refusalLine(failure('rejected', 'text.no-sender'))).not.toContain('once more');
  });
});
