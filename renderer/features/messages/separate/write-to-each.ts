import { readWriting } from '../../../app/composer/store.ts';
import { openSeparate } from '../../../app/ui-store.ts';
import { beginSeparate } from './store.ts';

/** Goes on with the new text as one of their own to each. */
export function writeToEach(numbers: readonly string[]): void {
  const source = { from: 'numbers', numbers: [...numbers] } as const;
  beginSeparate(source, readWriting('new').text.trim() || undefined);
  openSeparate(source);
}
