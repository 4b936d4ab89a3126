import type { Failure } from '../../../shared/failure.ts';
import { en } from '../../../shared/strings/en.ts';
import type { TextTo } from '../send-text.ts';
import type { Writing } from './store.ts';

/** RingCentral's limit, in UTF-16 code units as it counts them (API reference, CreateSMSMessage.text). */
export const textLimit = 1000;
const countShownFrom = 850;

/** The count of a text, once it comes near the limit. */
export function countOf(
  text: string,
): { readonly text: string; readonly isOver: boolean } | undefined {
  const over = text.length - textLimit;
  if (over > 0) return { text: en.messages.tooLong(over), isOver: true };
  if (text.length < countShownFrom) return undefined;
  return { text: en.messages.units(text.length, textLimit), isOver: false };
}

/** Why nothing can be sent now, or undefined when it can. */
export function sendObstacle(
  { text, files }: Pick<Writing, 'text' | 'files'>,
  to: TextTo,
): string | undefined {
  if ('numbers' in to && to.numbers.length === 0) return en.messages.noRecipient;
  if (text.trim() === '' && files.length === 0) return en.messages.nothingToSend;
  const count = countOf(text);
  return count?.isOver ? count.text : undefined;
}

/** Whether a Failure is about who a text goes to, rather than about the text. */
export function isAboutRecipients(failure: Failure): boolean {
  return (
    ['to', 'numbers', 'number'].includes(failure.field ?? '') ||
    failure.message.startsWith('text.recipient') ||
    ['text.no-recipient', 'text.too-many-recipients'].includes(failure.message)
  );
}
