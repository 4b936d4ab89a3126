import type { Failure } from '../../../shared/failure.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { TextTo } from '../send-text.ts';
import { textLimit } from './count.ts';
import type { Writing } from './store.ts';

/** Recipients of one group message (RingCentral's guide to SMS). */
export const mostRecipients = 10;

/** Why nothing can be sent now, or undefined when it can. */
export function sendObstacle(
  { text, files }: Pick<Writing, 'text' | 'files'>,
  to: TextTo,
): string | undefined {
  if ('numbers' in to && to.numbers.length === 0) return strings.messages.noRecipient;
  if ('numbers' in to && to.numbers.length > mostRecipients) {
    return strings.composer.tooMany(to.numbers.length, mostRecipients);
  }
  if (text.trim() === '' && files.length === 0) return strings.messages.nothingToSend;
  const over = text.length - textLimit;
  return over > 0 ? strings.messages.tooLong(over) : undefined;
}

/** Whether a Failure is about who a text goes to, rather than about the text. */
export function isAboutRecipients(failure: Failure): boolean {
  return (
    ['to', 'numbers', 'number'].includes(failure.field ?? '') ||
    failure.message.startsWith('text.recipient') ||
    ['text.no-recipient', 'text.too-many-recipients'].includes(failure.message)
  );
}
