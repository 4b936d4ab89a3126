import type { Notice, Settings } from '../../../shared/model/app.ts';
import type { CallId, CardId } from '../../../shared/model/ids.ts';
import type { Archive } from '../db/define-query.ts';
import { createDoNotCallHandlers } from '../do-not-call/handlers.ts';
import { createDoNotCall } from '../do-not-call/service.ts';
import type { Events } from '../events.ts';
import { createPlacesInThread, type Places } from '../numbers/places/service.ts';
import type { Ports } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Session } from '../session/service.ts';
import { createCallerIds } from './caller-ids/service.ts';
import { createCallHandlers } from './handlers.ts';
import { createLiveCalls } from './live/service.ts';
import type { LiveCalls } from './live/live-call.ts';
import { createOutlookHandlers } from './outlook/handlers.ts';
import { foresee } from './outlook/obstacle.ts';
import { createOutlooks, type Outlooks } from './outlook/service.ts';
import { createCalls, type Calls, type CallsDeps } from './service.ts';

/** All that has to do with placing calls: the calls, what is known before them, what is asked. */
export type Calling = {
  readonly calls: Calls;
  readonly live: LiveCalls;
  readonly outlooks: Outlooks;
  readonly places: Places;
  readonly handlers: CallingHandlers;
};

type CallingHandlers = ReturnType<typeof createCallHandlers> &
  ReturnType<typeof createOutlookHandlers> &
  ReturnType<typeof createDoNotCallHandlers>;

export type CallingDeps = {
  readonly ports: Pick<Ports, 'clock' | 'log' | 'random' | 'opener' | 'paths'>;
  readonly archive: Archive;
  readonly client: RingCentralClient;
  readonly events: Events;
  readonly session: Session;
  readonly settings: () => Pick<Settings, 'callFrom'>;
  readonly tell: (notice: Notice) => Promise<void>;
  readonly expectCallLog: () => void;
  readonly followPlaced: (cardId: CardId, callId: CallId) => void;
  readonly askedOf: CallsDeps['askedOf'];
};

/** Puts the parts together that a call passes through. */
export function createCalling(deps: CallingDeps): Calling {
  const { ports, archive, client, events, session } = deps;
  const { clock, log, random, opener, paths } = ports;
  const common = { archive, client, clock, events, log, random, session };
  const live = createLiveCalls(common);
  const callerIds = createCallerIds({ ...common, tell: deps.tell });
  const places = createPlacesInThread({ workerUrl: paths.placesWorker, clock, log });
  const outlooks = createOutlooks({
    ...common,
    places,
    callerIds,
    foresee: () => foresee(common),
    isPlacingOther: (number) => calls.isPlacingOther(number),
  });
  const calls = createCalls({
    ...common,
    live,
    callerIds,
    outlooks,
    opener,
    canControl: () => session.getView().canHangUp,
    followPlaced: deps.followPlaced,
    askedOf: deps.askedOf,
    usualPhone: () => deps.settings().callFrom,
    expectCallLog: deps.expectCallLog,
  });
  return {
    calls,
    live,
    outlooks,
    places,
    handlers: {
      ...createCallHandlers(calls, session, callerIds),
      ...createOutlookHandlers({ ...common, outlooks }),
      ...createDoNotCallHandlers(createDoNotCall(common)),
    },
  };
}
