import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../shared/model/messages.ts';
import { quietChoices, quietWords } from '../../shared/quiet.ts';
import { lastTexts, seenMs, sentState } from '../../renderer/features/quick-text/view-model.ts';

const at = new Date(2026, 10, 23, 9, 30).getTime();
const text = (createdAt: number): MessageView => ({ createdAt }) as MessageView;

describe('the last texts', () => {
  it('are two, the latest at the end, in whatever order they come', () => {
    expect(lastTexts([text(3), text(1), text(2)])).toEqual([text(2), text(3)]);
    expect(lastTexts([])).toEqual([]);
  });
});

describe('what became of a text', () => {
  it('can be undone while it is held, and the window stays for that', () => {
    const held = { status: 'queued', waiting: { for: 'hold', until: at + 4_200 } } as const;
    expect(sentState(held, at, at)).toEqual({
      text: 'Goes out in 5 s',
      canUndo: true,
      hasFailed: false,
      closesAt: at + 4_200 + seenMs,
    });
    expect(sentState(held, at, at + 4_200)).toMatchObject({ canUndo: false });
  });

  it.each([
    [{ status: 'sent', waiting: undefined }, 'Sent'],
    [{ status: 'delivered', waiting: undefined }, 'Sent'],
    [{ status: 'queued', waiting: { for: 'turn' } }, 'On its way: it goes out as soon as it can'],
    [undefined, 'It goes out at its time'],
  ] as const)('%j', (is, says) => {
    expect(sentState(is, at, at)).toMatchObject({ text: says, closesAt: at + seenMs });
  });

  it('waits for the user when it was not sent', () => {
    const failed = { status: 'failed', waiting: undefined } as const;
    expect(sentState(failed, at, at)).toMatchObject({ hasFailed: true, closesAt: undefined });
  });
});

describe('do not disturb', () => {
  it('can be for a while, for the day, or until it is switched off', () => {
    const morning = new Date(2026, 10, 24, 8).getTime();
    expect(quietChoices(at).map(({ until }) => until)).toEqual([
      at + 30 * 60_000,
      at + 60 * 60_000,
      morning,
      null,
    ]);
  });

  it('names the morning as times are written everywhere', () => {
    expect(quietChoices(at)[2]?.label).toMatch(/^Until tomorrow 8:00\sAM$/);
  });

  it('is said with its end, and whose it is', () => {
    const say = (until: number | undefined, server = false) =>
      quietWords({ own: { until }, server }, at);
    expect(say(at + 30 * 60_000)).toMatch(/^Quiet until 10:00/);
    expect(say(at + 24 * 3_600_000)).toMatch(/^Quiet until tomorrow 9:30/);
    expect(say(undefined, true)).toBe('Quiet until you turn it off');
    expect(say(at - 1, true)).toBe('Quiet: do-not-disturb is on at RingCentral');
    expect(say(at - 1)).toBeUndefined();
    expect(quietWords(undefined, at)).toBeUndefined();
  });
});
