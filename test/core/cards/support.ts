import { createEvents } from '../../../main/core/events.ts';
import type { CardsDeps } from '../../../main/core/cards/deps.ts';
import type { QuickRequest } from '../../../main/core/quick/service.ts';
import { createCards } from '../../../main/core/cards/service.ts';
import { failure } from '../../../shared/failure.ts';
import type { ActiveCall, CallOutlook } from '../../../shared/model/calls.ts';
import type { CardsView, IncomingCall, PersonBrief } from '../../../shared/model/cards.ts';
import type { CallId, CountryCode, E164, EpochMs } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { createFakeCardWindow } from '../support/card-window.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { createCountingRandom } from '../support/session.ts';

export const ada = '+14155550142' as E164;

/** Fictional numbers, all different. */
export const numberAt = (index: number): string =>
  `+1415555${String(100 + index).padStart(4, '0')}`;

export const brief: PersonBrief = {
  lastContact: undefined,
  followUps: [],
  notes: [],
  hasCrmPage: false,
};

export function partyOf(number: E164 | undefined): Party {
  return {
    contactId: undefined,
    name: number === ada ? 'Ada Brook' : undefined,
    company: undefined,
    number,
    extensionNumber: undefined,
  };
}

/** The cards with all they lean on in the test's hand. */
export function makeCards() {
  const clock = new ManualClock();
  const log = createMemoryLog();
  const window = createFakeCardWindow();
  const events = createEvents(clock);
  const dialled: string[] = [];
  const state = {
    session: { state: 'signed-in', demo: false, account: undefined } as Partial<SessionView>,
    isArchiveShut: false,
    callAtOnce: false,
    /** What every outlook has besides its number. */
    outlook: {} as Partial<CallOutlook>,
    outlookFails: false,
    dialFails: false,
    dialAnswer: undefined as Result<{ callId: CallId }> | undefined,
    active: [] as readonly ActiveCall[],
    lookUps: 0,
    openedCrm: [] as Party[],
    /** Whether the small window for a text is there to take one, and what it took. */
    takesTexts: false,
    texts: [] as QuickRequest[],
    /** Up to when each brief was to tell of somebody. */
    briefsBefore: [] as (EpochMs | undefined)[],
  };
  const outlookOf = (typed: string): CallOutlook => {
    const [number = typed, ...keyIn] = typed.split(',');
    return {
      typed,
      number: number as E164,
      keyIn: keyIn.length > 0 ? keyIn.join(',') : undefined,
      party: partyOf(number as E164),
      place: undefined,
      localTime: undefined,
      questions: [],
      refusal: undefined,
      obstacle: undefined,
      callerId: { number: undefined, because: 'default' },
      ...state.outlook,
    };
  };
  const deps: CardsDeps = {
    clock,
    log,
    window,
    events,
    random: createCountingRandom(),
    session: {
      requireView: () =>
        state.isArchiveShut
          ? fail(failure('internal', 'archive.failed'))
          : ok(state.session as SessionView),
      homeCountry: () => 'US' as CountryCode,
    },
    settings: () => ({ callAtOnce: state.callAtOnce }),
    quick: {
      async offer(text) {
        if (state.takesTexts) state.texts.push(text);
        return state.takesTexts;
      },
    },
    outlooks: {
      async of(typed) {
        state.lookUps += 1;
        if (state.outlookFails) throw new Error('the archive is busy breaking');
        return outlookOf(typed);
      },
    },
    briefs: {
      async of(_party, before) {
        state.briefsBefore.push(before);
        return brief;
      },
      async openCrm(party) {
        state.openedCrm.push(party);
        return ok();
      },
    },
    calls: {
      async dial({ number }) {
        dialled.push(number);
        if (state.dialFails) throw new Error('the disk is full');
        return state.dialAnswer ?? ok({ callId: 'c1' as CallId });
      },
      listActive: () => state.active,
    },
  };
  const cards = createCards(deps);
  cards.start();
  const link = (text: string): Promise<boolean> => cards.propose({ text, source: 'link' });
  const changed = async (area: 'session' | 'settings' | 'contacts' | 'active-calls') => {
    events.changed({ area });
    await clock.advance(20);
  };
  return { cards, clock, log, window, events, state, dialled, link, changed };
}

/** The kinds of the cards in sight, and the numbers or texts of what they propose. */
export function shown({ cards }: CardsView): readonly string[] {
  return cards.map((card) => {
    switch (card.kind) {
      case 'proposal':
        return `${card.prefers} ${card.outlook.typed}`;
      case 'group-text':
        return `texts ${card.to.map(({ number }) => number).join(' ')}`;
      case 'unreadable':
        return `unreadable ${card.failure.message}`;
      case 'incoming':
        return `incoming ${card.call.callId} ${card.call.state}`;
      case 'placed':
        return `placed ${card.call.state}`;
    }
  });
}

export function activeCall(more: Partial<ActiveCall> = {}): ActiveCall {
  return {
    id: 'c1' as CallId,
    state: 'ringing-you',
    party: partyOf(ada),
    typed: ada,
    keyIn: undefined,
    phone: { label: 'Desk', number: '+14155550100' as E164 },
    yourLeg: 'ringing',
    theirLeg: 'waiting',
    startedAt: 0,
    connectedAt: undefined,
    endedAt: undefined,
    canCancel: true,
    isCancelling: false,
    actions: [],
    isOnHold: false,
    isMuted: false,
    callerId: undefined,
    failure: undefined,
    ...more,
  };
}

export function incomingCall(id: string, more: Partial<IncomingCall> = {}): IncomingCall {
  return {
    callId: id as CallId,
    state: 'ringing',
    party: partyOf(ada),
    calledNumber: undefined,
    queue: undefined,
    startedAt: 0,
    answeredAt: undefined,
    endedAt: undefined,
    ...more,
  };
}
