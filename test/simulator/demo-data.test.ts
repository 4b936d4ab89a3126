import { describe, expect, it } from 'vitest';

import { makeDemoState } from '../../simulator/demo/seed.ts';
import type { CallRecord, State } from '../../simulator/state/types.ts';

const DAY = 86_400_000;
/** Wednesday, 9 in the morning in Austin. */
const NOW = Date.UTC(2026, 2, 11, 15);
const state = makeDemoState(1, NOW);
const texts = state.messages.filter(({ type }) => type === 'SMS');

/** Ranges that regulators keep free for fiction. */
const RESERVED = [
  /^\+1[2-9]\d{2}55501\d{2}$/, // North America: 555-0100 to 555-0199 in every area
  /^\+4420794600?\d{3}$|^\+442079460\d{3}$/, // London: 020 7946 0xxx
  /^\+441632960\d{3}$/, // no place in the United Kingdom: 01632 960xxx
  /^\+61491570(006|156|157|158|159|110|313|737|266|491|804)$/, // Australian mobiles
  /^\+612(5550|7010)\d{4}$/, // Sydney
];

function numbersIn(value: unknown): readonly string[] {
  return [...JSON.stringify(value).matchAll(/\+\d{7,15}/g)].map(([number]) => number);
}

describe('the demo account', () => {
  it('has forty contacts, twelve colleagues, eight voicemails', () => {
    expect(state.contacts).toHaveLength(40);
    expect(state.colleagues.filter(({ type }) => type === 'User')).toHaveLength(12);
    const voicemails = state.messages.filter(({ type }) => type === 'VoiceMail');
    expect(voicemails).toHaveLength(8);
    expect(voicemails.every(({ attachments }) => attachments.length === 2)).toBe(true);
  });

  it('has sixty conversations of about six hundred texts', () => {
    const conversations = new Set(texts.map(({ conversationId }) => conversationId));
    expect(conversations.size).toBe(60);
    expect(texts.length).toBeGreaterThan(550);
    expect(texts.length).toBeLessThan(650);
    const groups = texts.filter(({ to, direction }) => direction === 'Outbound' && to.length > 1);
    expect(new Set(groups.map(({ conversationId }) => conversationId)).size).toBe(3);
  });

  it('has unread and failed texts, pictures, emoji and long ones', () => {
    const unread = texts.filter(({ readStatus }) => readStatus === 'Unread');
    expect(unread.length).toBeGreaterThanOrEqual(5);
    expect(unread.every(({ createdAt }) => createdAt > NOW - 7 * DAY)).toBe(true);
    const failures = new Set(texts.map(({ deliveryErrorCode }) => deliveryErrorCode));
    expect(failures).toEqual(new Set([undefined, 'SMS-CAR-411', 'SMS-UP-410', 'SMS-RC-413']));
    const pictures = texts.filter(({ attachments }) =>
      attachments.some(({ type }) => type === 'MmsAttachment'),
    );
    expect(pictures.length).toBeGreaterThanOrEqual(5);
    expect(texts.some(({ subject }) => /\p{Extended_Pictographic}/u.test(subject))).toBe(true);
    expect(texts.some(({ subject }) => subject.length > 160)).toBe(true);
    expect(texts.filter(({ subject }) => /[{}[\]]/.test(subject))).toEqual([]);
  });

  it('has three hundred calls of the last sixty days, RingOut ones with two records', () => {
    const pairs = state.calls.filter(({ action }) => action === 'RingOut Web');
    expect(pairs.length).toBeGreaterThan(20);
    expect(state.calls.length - pairs.length).toBe(300);
    for (const outbound of pairs) expect(ownLegsOf(outbound)).toHaveLength(1);
    const results = new Set(state.calls.map(({ result }) => result));
    for (const result of [
      'Call connected',
      'No Answer',
      'Busy',
      'Accepted',
      'Missed',
      'Voicemail',
    ]) {
      expect(results).toContain(result);
    }
    const oldest = Math.min(...state.calls.map(({ startedAt }) => startedAt));
    expect(NOW - oldest).toBeGreaterThan(55 * DAY);
    expect(NOW - oldest).toBeLessThan(65 * DAY);
  });

  function ownLegsOf(outbound: CallRecord): readonly CallRecord[] {
    return state.calls.filter(
      (other) =>
        other.direction === 'Inbound' &&
        other.from.phoneNumber === outbound.to.phoneNumber &&
        [1, 2, 3, 4].includes((Number(other.sessionId) - Number(outbound.sessionId)) / 1_000) &&
        Math.abs(other.startedAt - outbound.startedAt) < 15_000,
    );
  }

  it('has nothing that has not happened yet, and nothing at night', () => {
    const times = [
      ...state.messages.map(({ createdAt }) => createdAt),
      ...state.calls.map(({ listedAt }) => listedAt ?? Number.NaN),
    ];
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW);
    const hours = texts.map(({ createdAt }) => (new Date(createdAt).getUTCHours() + 18) % 24);
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(7);
    expect(Math.max(...hours)).toBeLessThanOrEqual(21);
  });

  it('has only numbers that are reserved for fiction', () => {
    const { counters: _counters, ...rest } = state;
    const numbers = numbersIn(rest);
    expect(numbers.length).toBeGreaterThan(1_000);
    const real = numbers.filter((number) => !RESERVED.some((range) => range.test(number)));
    expect([...new Set(real)]).toEqual([]);
    const spelled = texts.filter(({ subject }) => /\d{3}[ .-]\d{4}/.test(subject));
    expect(spelled).toEqual([]);
  });

  it('has no id twice', () => {
    for (const ids of [
      state.messages.flatMap(({ attachments, id }) =>
        [id, ...attachments.map((one) => one.id)].filter(
          (one, index, all) => all.indexOf(one) === index,
        ),
      ),
      state.calls.map(({ id }) => id),
      state.calls.map(({ sessionId }) => sessionId),
      state.contacts.map(({ id }) => id),
    ] as readonly (readonly unknown[])[]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('tells the outcome of a call by a number: nobody demo users call most is unreachable', () => {
    const mobiles = state.contacts.map(({ fields }) => String(fields['mobilePhone']));
    expect(new Set(mobiles).size).toBe(40);
    expect(mobiles.filter((number) => Number(number.slice(-2)) >= 90)).toHaveLength(2);
  });
});

describe('a seed', () => {
  const plain = (other: State): string => JSON.stringify(other);

  it('gives the same account again, another one a different account', () => {
    expect(plain(makeDemoState(1, NOW))).toBe(plain(state));
    expect(plain(makeDemoState(2, NOW))).not.toBe(plain(state));
  });

  it.each([1, 2, 3, 4, 5, 6, 7].map((day) => [day] as const))('works at any moment (%i)', (day) => {
    for (const hour of [1, 8, 15, 22]) {
      const now = NOW + day * DAY + hour * 3_600_000;
      const other = makeDemoState(day, now);
      const latest = [
        ...other.messages.map(({ createdAt }) => createdAt),
        ...other.calls.map(({ listedAt }) => listedAt ?? Number.NaN),
      ];
      expect(Math.max(...latest)).toBeLessThanOrEqual(now);
      expect(other.calls.every(({ durationMs }) => (durationMs ?? -1) >= 0)).toBe(true);
      expect(new Set(other.calls.map(({ sessionId }) => sessionId)).size).toBe(other.calls.length);
    }
  });
});
