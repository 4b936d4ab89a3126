import { z } from 'zod';
import type { CardsView } from '../model/cards.ts';
import { call } from './define.ts';
import { callId, cardId, nothing } from './fields.ts';
import { whose } from './history.ts';

export const cardsContract = {
  'cards.list': call(nothing).returns<CardsView>(),
  'cards.dismiss': call(z.strictObject({ cardId })).returns<void>(),
  /** How high the cards are now, in CSS pixels; their window follows. */
  'cards.fit': call(z.strictObject({ height: z.int().min(1).max(2000) })).returns<void>(),
  /** Links are not proposed for ten minutes; what waits is put away. */
  'cards.silence-links': call(nothing).returns<CardsView>(),
  'cards.end-silence': call(nothing).returns<CardsView>(),
  /** Opens the page of the CRM for whom a card is about. */
  'cards.open-crm': call(z.strictObject({ cardId })).returns<void>(),
  /** The user is busy with the card of a call that is over: it stays a while longer. */
  'incoming.touch': call(z.strictObject({ callId, isNoted: z.boolean() })).returns<void>(),
  /** Opens the page of the CRM of whoever a call was with, or of someone. */
  'crm.open': call(
    z.union([z.strictObject({ callId }), z.strictObject({ whose })]),
  ).returns<void>(),
  /** Opens what an address that is being entered leads to, for a number that is nobody's. */
  'cards.try-crm': call(z.strictObject({ address: z.string().max(500) })).returns<void>(),
};
