import type { CardView, IncomingCall, PersonBrief } from '../../../shared/model/cards.ts';
import type { CallId, CardId, FollowUpId, NoteId } from '../../../shared/model/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';
import { blocked, minute, opening, partyOf } from './people.ts';

/** The cards of the small window, and what is done with them. */
export function cardAnswers(world: FakeWorld, touch: () => void): Answers {
  const note = (what: unknown): void => {
    world.asked = [...world.asked, what];
  };
  return {
    'cards.list': () => ok({ cards: world.cards ?? [], hiddenCount: 0, silence: undefined }),
    'cards.fit': () => ok(),
    'cards.dismiss': ({ cardId }: { cardId: CardId }) => {
      world.cards = (world.cards ?? []).filter(({ id }) => id !== cardId);
      note({ dismissed: cardId });
      touch();
      return ok();
    },
    'cards.open-crm': ({ cardId }: { cardId: CardId }) => {
      note({ crm: cardId });
      return ok();
    },
    'cards.try-crm': ({ address }: { address: string }) => {
      note({ tried: address });
      return ok();
    },
    'incoming.touch': (input: { callId: CallId; isNoted: boolean }) => {
      note({ touched: input.callId, isNoted: input.isNoted });
      return ok();
    },
  };
}

const party = partyOf(0);

const brief: PersonBrief = {
  lastContact: { at: opening - 26 * 60 * minute, kind: 'text' },
  followUps: [
    {
      id: '1' as FollowUpId,
      party,
      callId: undefined,
      noteId: undefined,
      text: 'Send the new rates',
      dueAt: opening - 90 * minute,
      doneAt: undefined,
    },
  ],
  notes: [
    {
      id: '2' as NoteId,
      callId: undefined,
      party,
      outcome: 'Reached',
      text: 'Wants to lock the rate this week; prefers mornings, and texts to calls.',
      createdAt: opening - 50 * 60 * minute,
      modifiedAt: opening - 50 * 60 * minute,
    },
  ],
  hasCrmPage: true,
};

/** Somebody who calls, as far as the call has come. */
export function incomingCard(call: Partial<IncomingCall> = {}, known = brief): CardView {
  const callId = call.callId ?? ('c-0' as CallId);
  return {
    kind: 'incoming',
    id: `card-${callId}` as CardId,
    at: opening,
    brief: known,
    call: {
      callId,
      state: 'ringing',
      party,
      calledNumber: undefined,
      queue: undefined,
      startedAt: opening,
      answeredAt: undefined,
      endedAt: undefined,
      ...call,
    },
  };
}

const unknown: PersonBrief = {
  lastContact: undefined,
  followUps: [],
  notes: [],
  hasCrmPage: false,
};

/** Two at once: one through a queue, one without a number. */
export const twoIncoming: readonly CardView[] = [
  incomingCard({ callId: 'c-0' as CallId, queue: 'New loans' }),
  incomingCard({ callId: 'c-1' as CallId, party: blocked }, unknown),
];
