import type { Random } from '../../../../simulator/random.ts';
import type { Fault } from '../../../../simulator/faults.ts';
import type { Simulator } from '../../../../simulator/server.ts';

type Trouble = readonly [name: string, ...faults: readonly Fault[]];

const send = { method: 'POST', path: '/sms' } as const;

/** What goes wrong with texts, by name; `offline` and `asleep` hit every request. */
const troubles: readonly Trouble[] = [
  ['hang after acceptance', { ...send, hang: 'after-accept', times: 1 }],
  ['hang before acceptance', { ...send, hang: 'before', times: 1 }],
  ['reset after acceptance', { ...send, reset: 'after-accept', times: 2 }],
  ['reset before acceptance', { ...send, reset: 'before', times: 2 }],
  ['half an answer', { ...send, truncate: true, times: 1 }],
  ['an answer that is none', { ...send, body: '<html>busy</html>', times: 1 }],
  ['401', { ...send, status: 401, errorCode: 'OAU-213', times: 1 }],
  ['401 for all', { status: 401, errorCode: 'OAU-213', times: 3 }],
  [
    '429',
    { ...send, status: 429, errorCode: 'CMN-301', times: 1, headers: { 'Retry-After': '5' } },
  ],
  ['429, a duplicate', { ...send, status: 429, errorCode: 'CMN-304', times: 1 }],
  ['500', { ...send, status: 500, errorCode: 'CMN-201', times: 1 }],
  ['503 that sent nothing', { ...send, status: 503, errorCode: 'MSG-290', times: 2 }],
  ['504', { ...send, status: 504, times: 1 }],
  ['400', { ...send, status: 400, errorCode: 'MSG-243', times: 1 }],
  ['the store cannot be asked', { method: 'GET', path: '/message-sync', status: 500, times: 2 }],
  ['offline', { reset: 'before' }],
];

/** How often each trouble was there. */
export type TroubleCounts = Map<string, number>;

/** Clears what was wrong and lets something else go wrong, or nothing. */
export function changeWeather(simulator: Simulator, random: Random, counts: TroubleCounts): void {
  simulator.faults.clear();
  if (random.next() < 0.25) return;
  for (let n = random.integer(1, 2); n > 0; n -= 1) {
    const [name, ...faults] = random.pick(troubles);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const fault of faults) simulator.faults.add(fault);
  }
}
