import type { MessageStatus } from '../../../shared/model/messages.ts';
import type { Party } from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { isTrouble } from '../../app/messages/status.ts';
import type { Bubble } from './view-model.ts';

/** How far each text of the open thread was, by its key. */
export type Told = {
  readonly statuses: ReadonlyMap<string, MessageStatus>;
  /** When the newest text that came in was made. */
  readonly newestIn: number;
};

/** How far the texts of a thread are now. */
export function toldOf(bubbles: readonly Bubble[]): Told {
  const inbound = bubbles.filter(({ direction }) => direction === 'inbound');
  return {
    statuses: new Map(bubbles.map(({ key, status }) => [key, status])),
    newestIn: Math.max(0, ...inbound.map(({ at }) => at)),
  };
}

/**
 * What readers are told while a thread is open: who has written what, and what became of one's own
 * texts. Older texts that come in by scrolling, and texts that are only on their way, are no news.
 */
export function newsOfTexts(
  before: Told,
  bubbles: readonly Bubble[],
  nameOf: (party: Party) => string,
): readonly string[] {
  const words = strings.messages;
  return bubbles.flatMap(({ key, direction, status, text, from, at, attachments }) => {
    const was = before.statuses.get(key);
    if (direction === 'inbound') {
      const isNew = was === undefined && at >= before.newestIn;
      const said = text.trim() || (strings.attachments.summary(attachments) ?? words.noText);
      return isNew && from !== undefined ? [words.arrived(nameOf(from), said)] : [];
    }
    if (was === undefined || was === status) return [];
    if (isTrouble(status)) return [words.trouble(words.status[status], text)];
    return status === 'sent' || status === 'delivered' ? [words.status[status]] : [];
  });
}
