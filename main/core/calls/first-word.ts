import type { ActiveCall } from '../../../shared/model/calls.ts';
import type { CallId } from '../../../shared/model/ids.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { Calls } from './service.ts';

export type FirstWords = {
  /**
   * Waits until RingCentral has taken a call or said no; undefined when it says nothing within
   * `withinMs`, or when everything stops.
   */
  of(callId: CallId, withinMs: number): Promise<ActiveCall | undefined>;
  /** Answers those that still wait: nobody follows the calls any more. */
  stop(): void;
};

/** What RingCentral first says of a call that was placed, for those who asked from outside. */
export function createFirstWords(deps: {
  readonly calls: Pick<Calls, 'listActive'>;
  readonly events: Pick<Events, 'on'>;
  readonly clock: Pick<Clock, 'schedule'>;
}): FirstWords {
  const waiting = new Set<() => void>();
  return {
    of: (callId, withinMs) =>
      new Promise((resolve) => {
        const answer = (call: ActiveCall | undefined): void => {
          stop();
          callOff();
          waiting.delete(giveUp);
          resolve(call);
        };
        const giveUp = (): void => answer(undefined);
        const look = (): void => {
          const call = deps.calls.listActive().find(({ id }) => id === callId);
          if (call !== undefined && call.state !== 'requesting') answer(call);
        };
        const stop = deps.events.on(look);
        const callOff = deps.clock.schedule(withinMs, giveUp);
        waiting.add(giveUp);
        look();
      }),
    stop: () => waiting.forEach((giveUp) => giveUp()),
  };
}
