import type { Failure } from '../../../shared/failure.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { longestText, mostRecipients } from '../../../shared/text-limits.ts';
import type { TextTo } from '../send-text.ts';
import type { Writing } from './store.ts';

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
  const over = text.length - longestText;
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
