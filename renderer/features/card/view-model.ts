import { manyRepeats, type CardView, type CardsView } from '../../../shared/model/cards.ts';
import type { CallOutlook } from '../../../shared/model/calls.ts';
import type { CardId } from '../../../shared/model/ids.ts';
import { formatInternational } from '../../../shared/phone/format.ts';
import { cardTitle } from '../../app/incoming/view-model.ts';
import type { PartyWords } from '../../app/party.ts';
import { strings } from '../../../shared/strings/strings.ts';

export type Proposal = Extract<CardView, { readonly kind: 'proposal' }>;
export type GroupText = Extract<CardView, { readonly kind: 'group-text' }>;
export type Unreadable = Extract<CardView, { readonly kind: 'unreadable' }>;

/** What stands at the top of a proposal, the largest first. */
export type ProposalHead = {
  readonly title: string;
  readonly company: string | undefined;
  /** Exactly as it is dialled; undefined where the title is it. */
  readonly number: string | undefined;
};

export type Deed = 'call' | 'text' | 'device' | 'copy' | 'add' | 'open' | 'crm' | 'cancel';

/** A number with its country code, as a person reads it; short numbers are their digits. */
export function asDialled({ number, typed }: Pick<CallOutlook, 'number' | 'typed'>): string {
  return number === undefined ? typed : formatInternational(number);
}

/**
 * Who it is, else the number as the user writes it; then the number as it is dialled: which country a
 * link's number was read for is a guess, and is shown.
 */
export function headOf(outlook: CallOutlook, words: PartyWords): ProposalHead {
  const { party, refusal } = outlook;
  const number = asDialled(outlook);
  const isNamed = party.name !== undefined;
  const own = outlook.number === undefined ? outlook.typed : words.number(outlook.number);
  const title = isNamed ? words.title(party) : own;
  const isSaidTwice = title === number || refusal !== undefined;
  return { title, company: party.company, number: isSaidTwice ? undefined : number };
}

/**
 * What a proposal offers, the first being what Enter does. An emergency number offers no way to
 * reach it; a call that RingCentral cannot take now is offered to the user's own device instead.
 */
export function deedsOf({
  outlook,
  prefers,
  brief,
}: Pick<Proposal, 'outlook' | 'prefers' | 'brief'>): readonly Deed[] {
  if (outlook.refusal !== undefined) return ['cancel', 'copy'];
  const contact: Deed = outlook.party.contactId === undefined ? 'add' : 'open';
  const canText = outlook.number?.startsWith('+') === true;
  const ways: readonly Deed[] = outlook.obstacle
    ? ['device', ...tryAnyway(outlook), 'text']
    : ['call', 'text', 'device'];
  const first: Deed = prefers === 'text' && canText ? 'text' : (ways[0] ?? 'call');
  const others = ways.filter((deed) => deed !== first && (deed !== 'text' || canText));
  const pages: readonly Deed[] = brief.hasCrmPage ? [contact, 'crm'] : [contact];
  return [first, ...others, 'copy', ...pages, 'cancel'];
}

/** What was last known of the network may be a moment old, and trying tells. */
function tryAnyway({ obstacle }: CallOutlook): readonly Deed[] {
  return obstacle?.kind === 'offline' ? ['call'] : [];
}

/** What to say of a link that came again and again; undefined for one that came once or twice. */
export function repeatWords(
  card: Pick<Proposal, 'source' | 'repeats'>,
): { readonly words: string; readonly isFlood: boolean } | undefined {
  const { repeats, source } = card;
  if (source === 'link' && repeats >= manyRepeats) {
    return { words: strings.cards.flood(repeats + 1), isFlood: true };
  }
  // A double click is one wish.
  return repeats < 2 ? undefined : { words: strings.cards.repeats(repeats + 1), isFlood: false };
}

/** What a card is called by readers, and by its close button. */
export function nameOf(card: CardView, words: PartyWords): string {
  switch (card.kind) {
    case 'proposal': {
      const who = headOf(card.outlook, words).title;
      if (card.outlook.refusal !== undefined) return strings.cards.refused(who);
      return card.prefers === 'text' ? strings.cards.text(who) : strings.cards.call(who);
    }
    case 'group-text':
      return strings.cards.groupTitle(card.to.length);
    case 'unreadable':
      return strings.failures(card.failure).title;
    case 'incoming':
      return cardTitle(card.call);
    case 'placed':
      return strings.cards.placed;
  }
}

/** The card that an arrow leads to from the one in hand; stays at the ends. */
export function neighbour(
  { cards }: Pick<CardsView, 'cards'>,
  from: CardId | undefined,
  step: 1 | -1,
): CardId | undefined {
  const at = cards.findIndex(({ id }) => id === from);
  return (cards[Math.max(0, Math.min(cards.length - 1, at + step))] ?? cards[0])?.id;
}
