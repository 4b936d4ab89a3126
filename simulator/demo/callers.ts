import type { SimulatorAccount } from '../account-handle.ts';
import type { SimulatorClock } from '../clock.ts';
import type { InboundCall } from '../telephony/inbound-calls.ts';
import { minutes } from './workday.ts';

/** Late enough to have looked around, and seldom enough to be forgotten in between. */
const FIRST_MS = minutes(8);
const BETWEEN_MS = minutes(40);
const RING_MS = 30_000;

/** Nobody answers a phone in the demo, but sometimes somebody does. */
const WAYS: readonly Omit<InboundCall, 'from'>[] = [
  { outcome: 'missed' },
  { outcome: 'answered', talkMs: minutes(2) },
  {
    outcome: 'voicemail',
    talkMs: 15_000,
    transcript: 'Hi, it is me. Could you call me back about the closing date? Thank you.',
    queue: 'New loans',
  },
];

/**
 * Lets people who have called the demo account before call it again, at most twice an hour. Returns
 * what stops it.
 */
export function receiveDemoCalls(
  account: Pick<SimulatorAccount, 'calls' | 'receiveCall'>,
  clock: SimulatorClock,
): () => void {
  const callers = [
    ...new Set(
      account.calls.flatMap(({ direction, from }) =>
        direction === 'Inbound' && from.phoneNumber !== undefined ? [from.phoneNumber] : [],
      ),
    ),
  ];
  let cancel = (): void => undefined;
  const callNext = (count: number, inMs: number): void => {
    cancel = clock.schedule(inMs, () => {
      const from = callers[count % callers.length];
      const way = WAYS[count % WAYS.length];
      if (from !== undefined && way !== undefined)
        account.receiveCall({ ...way, from, ringMs: RING_MS });
      callNext(count + 1, BETWEEN_MS);
    });
  };
  callNext(0, FIRST_MS);
  return () => cancel();
}
