import type { CallAction, ChosenCallerId } from '../../../shared/model/calls.ts';
import type { CallId, E164 } from '../../../shared/model/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';

/** What can be done with a call that runs, and which number it shows. */
export function liveCallAnswers(world: FakeWorld, touch: () => void): Answers {
  return {
    'calls.list-caller-ids': () => ok(world.callerIds ?? []),
    'calls.list-country-caller-ids': () => ok([]),
    'calls.set-caller-id': (input: { callerId: E164 | null }) => {
      world.callerId = input.callerId ?? undefined;
      touch();
      const chosen: ChosenCallerId = { number: world.callerId, because: 'contact' };
      return ok(chosen);
    },
    'calls.dismiss': ({ callId }: { callId: CallId }) => {
      world.active = world.active.filter(({ id }) => id !== callId);
      touch();
      return ok();
    },
    'calls.control': ({ action }: { action: CallAction }) => {
      world.active = world.active.map((call) => {
        switch (action) {
          case 'hang-up':
            return { ...call, state: 'ended' as const, actions: [], endedAt: Date.now() };
          case 'hold':
            return { ...call, isOnHold: true, actions: ['hang-up', 'resume', 'mute'] as const };
          case 'resume':
            return { ...call, isOnHold: false, actions: ['hang-up', 'hold', 'mute'] as const };
          case 'mute':
            return { ...call, isMuted: true, actions: ['hang-up', 'hold', 'unmute'] as const };
          case 'unmute':
            return { ...call, isMuted: false, actions: ['hang-up', 'hold', 'mute'] as const };
        }
      });
      touch();
      return ok();
    },
  };
}
