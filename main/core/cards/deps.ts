import type { Settings } from '../../../shared/model/app.ts';
import type { ActiveCall, CallOutlook } from '../../../shared/model/calls.ts';
import type { PersonBrief } from '../../../shared/model/cards.ts';
import type { CallId, CardId, CountryCode, EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import type { Result } from '../../../shared/result.ts';
import type { Events } from '../events.ts';
import type { CardWindow, Clock, Log, Random } from '../ports.ts';
import type { Quick } from '../quick/service.ts';

/** What the cards need of the other rooms. */
export type CardsDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly events: Pick<Events, 'changed' | 'on'>;
  readonly window: CardWindow;
  readonly session: {
    /** Fails while the archive is shut: nobody is known then. */
    requireView(): Result<SessionView>;
    homeCountry(): CountryCode;
  };
  readonly settings: () => Pick<Settings, 'callAtOnce'>;
  readonly quick: Pick<Quick, 'offer'>;
  readonly outlooks: { of(typed: string): Promise<CallOutlook> };
  readonly briefs: {
    of(party: Party, before?: EpochMs): Promise<PersonBrief>;
    openCrm(party: Party, callId?: CallId): Promise<Result<void>>;
  };
  readonly calls: {
    dial(request: {
      readonly number: string;
      readonly cardId: CardId;
    }): Promise<Result<{ readonly callId: CallId }>>;
    listActive(): readonly ActiveCall[];
  };
};

/** Whether there is somebody whose calls these would be; signed in again or not. */
export function isSomebody(session: Pick<CardsDeps['session'], 'requireView'>): boolean {
  const view = session.requireView();
  if (!view.ok) return false;
  const { state, account, demo } = view.value;
  if (state === 'signed-out') return false;
  return demo || state !== 'signing-in' || account !== undefined;
}
