import type { AppEvent, TopicArea } from '../../../shared/contract/events.ts';
import { failure } from '../../../shared/failure.ts';
import type { CardsView, IncomingCall } from '../../../shared/model/cards.ts';
import type { CallId, CardId } from '../../../shared/model/ids.ts';
import { fail, type Result } from '../../../shared/result.ts';
import type { AskedCall } from '../local-api/asker.ts';
import { isSomebody, type CardsDeps } from './deps.ts';
import { createIncomingCards } from './incoming.ts';
import { createLinkGate } from './link-gate.ts';
import { createPlacedCards } from './placed.ts';
import { createProposals, type ProposedText } from './proposals.ts';
import { createRefresher } from './refresh.ts';
import { createStack, type CardFace } from './stack.ts';

/** What has to do with what a standing card says. */
const concerning: ReadonlySet<TopicArea> = new Set([
  'session',
  'settings',
  'contacts',
  'do-not-call',
  'active-calls',
  'notes',
  'follow-ups',
]);

/** What the small window shows: numbers proposed from outside, and calls. */
export type Cards = {
  start(): void;
  /** Puts every card away. */
  stop(): void;
  /**
   * Makes a card of a link or a text, and dials nothing unless the user has chosen so; resolves when
   * it is shown. Answers false, and keeps nothing, while nobody has signed in.
   */
  propose(proposed: ProposedText): Promise<boolean>;
  /**
   * Makes a card of a call that a program asks for; answers the id of the request it stands for, that
   * of an earlier one where the same waits already. Undefined, and nothing is kept, while nobody has
   * signed in.
   */
  ask(number: string, asked: AskedCall): Promise<string | undefined>;
  /** Whether a card for this request still waits for the user. */
  isAsked(requestId: string): boolean;
  /** What a program asked for on a card. */
  askedOf(cardId: CardId): AskedCall | undefined;
  /** Shows an incoming call, or how it stands now; one that was dismissed stays away. */
  putIncoming(call: IncomingCall): void;
  dropIncoming(callId: CallId): void;
  /** The card of what was proposed, or of who is called back, becomes that of the call. */
  followPlaced(cardId: CardId, callId: CallId): void;
  list(): CardsView;
  dismiss(cardId: CardId): void;
  /** Keeps links quiet for ten minutes, and puts away those that wait. */
  silence(): void;
  endSilence(): void;
  /** Opens the CRM's page of whom a card is about; fails with `card.gone`. */
  openCrm(cardId: CardId): Promise<Result<void>>;
  /** How high the cards are, in CSS pixels. */
  fit(height: number): void;
};

/** Builds the cards; nothing is refreshed before `start`. */
export function createCards(deps: CardsDeps): Cards {
  const { clock, events, session, window } = deps;
  let stopListening = (): void => undefined;
  const changed = (): void => {
    events.changed({ area: 'cards' });
    if (stack.list().length === 0) window.hide();
  };
  const stack = createStack(changed);
  const links = createLinkGate(clock, () => events.changed({ area: 'cards' }));
  const placed = createPlacedCards({ clock, stack, listActive: deps.calls.listActive });
  const incoming = createIncomingCards(deps, stack);
  const proposals = createProposals(deps, { stack, links, placed });
  const refresher = createRefresher(deps, stack);

  const clear = (): void => stack.remove(stack.list().map(({ id }) => id));
  const hear = (event: AppEvent): void => {
    if (event.name !== 'changed' || stack.list().length === 0) return;
    const areas = event.topics.map(({ area }) => area);
    if (areas.includes('session') && !isSomebody(session)) return clear();
    if (areas.includes('active-calls')) placed.refresh();
    if (areas.some((area) => concerning.has(area))) refresher.refresh();
  };

  return {
    start() {
      stopListening = events.on(hear);
      refresher.start();
    },
    stop() {
      stopListening();
      refresher.stop();
      links.stop();
      proposals.stop();
      placed.stop();
      clear();
    },
    async propose(proposed) {
      if (!isSomebody(session)) return false;
      await proposals.propose(proposed);
      return true;
    },
    async ask(number, asked) {
      if (!isSomebody(session)) return undefined;
      const id = await proposals.propose({ text: number, source: 'program', asked });
      return (id && stack.get(id)?.asked?.requestId) ?? asked.requestId;
    },
    isAsked: (requestId) =>
      stack.list().some((entry) => entry.asked?.requestId === requestId && !isPlaced(entry)),
    askedOf: (cardId) => stack.get(cardId)?.asked,
    putIncoming: incoming.put,
    dropIncoming: incoming.drop,
    followPlaced(cardId, callId) {
      const face = stack.get(cardId)?.face;
      // Calling back is the end of the call that came in, whatever is still heard of it.
      if (face?.kind === 'incoming') incoming.noteDismissed(face.call.callId);
      placed.follow(cardId, callId);
    },
    list: () => stack.toView(links.getSilence()),
    dismiss(cardId) {
      const face = stack.get(cardId)?.face;
      if (face?.kind === 'incoming') incoming.noteDismissed(face.call.callId);
      stack.remove([cardId]);
    },
    silence() {
      const proposed = stack
        .list()
        .filter(({ source, face }) => source === 'link' && face?.kind !== 'placed');
      links.silence();
      stack.remove(proposed.map(({ id }) => id));
    },
    endSilence: links.endSilence,
    async openCrm(cardId) {
      const face = stack.get(cardId)?.face;
      const party = partyOf(face);
      if (party === undefined) return fail(failure('not-found', 'card.gone'));
      return deps.briefs.openCrm(party, face?.kind === 'incoming' ? face.call.callId : undefined);
    },
    fit: (height) => window.fit(height),
  };
}

function isPlaced({ face }: { readonly face: CardFace | undefined }): boolean {
  return face?.kind === 'placed';
}

function partyOf(face: CardFace | undefined): IncomingCall['party'] | undefined {
  if (face?.kind === 'proposal') return face.outlook.party;
  return face?.kind === 'incoming' || face?.kind === 'placed' ? face.call.party : undefined;
}
