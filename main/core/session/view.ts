import type { Capability, SessionView } from '../../../shared/model/session.ts';
import { ok } from '../../../shared/result.ts';
import type { Ports } from '../ports.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import { toAbilities, type Abilities } from './abilities.ts';
import { toAccountView, toFromNumber, type AccountFacts, type Unread } from './facts.ts';
import { toLastSignIn, type Kept } from './kept.ts';
import type { Standing } from './standing.ts';

/** From here on a clock that is off is worth telling: times look wrong by minutes. */
const clockTroubleMs = 2 * 60_000;

/** What of the standing is seen. */
export type SeenStanding = Pick<Standing, 'state' | 'step' | 'require'>;

/** Of someone who is signed in, here or with a core that has taken over. */
export const signedInStanding: SeenStanding = {
  state: 'signed-in',
  step: undefined,
  require: () => ok(),
};

/** Puts together what the windows see. */
export function toSessionView(parts: {
  readonly facts: AccountFacts;
  readonly unread: Unread;
  readonly kept: Kept | undefined;
  readonly standing: SeenStanding;
  readonly client: RingCentralClient;
  readonly ports: Pick<Ports, 'demo' | 'secrets'>;
}): SessionView {
  const { facts, client, standing, ports } = parts;
  const isDemo = ports.demo !== undefined;
  const aheadMs = client.getClockAheadMs() ?? 0;
  return {
    state: standing.state,
    demo: isDemo,
    // The account's own, also while someone signs in elsewhere.
    serverUrl: facts.serverUrl ?? client.serverUrl,
    account: toAccountView(facts),
    fromNumber: toFromNumber(facts),
    connection: client.getConnection(),
    pausedGroups: client.getPausedGroups(),
    secretsStanding: ports.secrets.standing,
    signIn: standing.step,
    lastSignIn: isDemo ? undefined : toLastSignIn(parts.kept, facts.lastSignIn),
    push: client.push.getState(),
    clockAheadMs: Math.abs(aheadMs) < clockTroubleMs ? undefined : aheadMs,
    ...toAllowed(standing, toAbilities(facts, parts.unread)),
  };
}

/** Nobody can do anything before someone is signed in, and the reason is that. */
function toAllowed(standing: SeenStanding, abilities: Abilities): Abilities {
  const allowed = standing.require();
  if (allowed.ok) return abilities;
  const cannot: Capability = { can: false, failure: allowed.failure };
  return {
    canCall: cannot,
    canText: cannot,
    canReadTexts: cannot,
    canReadCalls: cannot,
    canReadContacts: cannot,
    canEditContacts: cannot,
    canPlayRecordings: cannot,
    canPlayVoicemail: cannot,
    canHangUp: cannot,
    canSetPresence: cannot,
  };
}
