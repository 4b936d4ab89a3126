import { readWriting } from '../../../app/composer/store.ts';
import { openSeparate } from '../../../app/ui-store.ts';
import { setBody } from './store.ts';

/** Goes on with the new text as one of their own to each. */
export function writeToEach(numbers: readonly string[]): void {
  const { text } = readWriting('new');
  if (text.trim() !== '') setBody(text);
  openSeparate({ from: 'numbers', numbers: [...numbers] });
}
