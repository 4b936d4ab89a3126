import type { Settings } from '../../../shared/model/app.ts';
import type { Calling } from '../calls/calling.ts';
import { createIncomingHandlers } from '../incoming/handlers.ts';
import { createIncoming } from '../incoming/service.ts';
import { commonOf, type PartDeps } from '../part.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Sync } from '../sync/engine.ts';
import { createBriefHandlers } from './brief-handlers.ts';
import { createBriefs } from './briefs.ts';
import { createCardHandlers } from './handlers.ts';
import { createCards } from './service.ts';

/** What the small window shows: proposed numbers and calls that come in, with what is known of them. */
export type Proposing = ReturnType<typeof createProposing>;

export type ProposingDeps = PartDeps & {
  readonly client: Pick<RingCentralClient, 'getClockAheadMs'>;
  readonly settings: () => Settings;
  readonly calling: Calling;
  readonly sync: Pick<Sync, 'expectCallLog'>;
  readonly quick: Parameters<typeof createCards>[0]['quick'];
};

/** Puts the parts together that propose a call. */
export function createProposing(deps: ProposingDeps) {
  const { settings } = deps;
  const { opener, cardWindow, mainWindow } = deps.ports;
  const { calls, live, outlooks } = deps.calling;
  const common = { ...commonOf(deps), settings };

  const briefs = createBriefs({
    ...common,
    opener,
    crmAddress: () => settings().crmAddress,
  });
  const cards = createCards({
    ...common,
    quick: deps.quick,
    window: cardWindow,
    outlooks,
    briefs,
    calls,
  });
  const incoming = createIncoming({
    ...common,
    live,
    cards,
    calls,
    getClockAheadMs: deps.client.getClockAheadMs,
    expectCallLog: deps.sync.expectCallLog,
  });
  return {
    cards,
    incoming,
    handlers: {
      ...createCardHandlers(cards, mainWindow),
      ...createIncomingHandlers(incoming),
      ...createBriefHandlers(briefs),
    },
  };
}
