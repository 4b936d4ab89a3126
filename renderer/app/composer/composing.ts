import type { RefObject } from 'react';
import type { TextOutlook } from '../../../shared/model/drafts.ts';
import type { From } from './use-from.ts';
import type { Address, SendMore } from './use-send.ts';

/**
 * What the pieces of the composer are handed: where what is written goes, the field, and how to
 * send. What is written itself is read with `useWriting(composing.draftKey)`, by those who need it.
 */
export type Composing = Address & {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Undefined when it can be sent; else why not, in words. */
  readonly obstacle: string | undefined;
  /** Of that, what fields in the text have to do with it. */
  readonly openFields: string | undefined;
  readonly send: (more?: SendMore) => void;
  /** What a text to them would be, once that is known. */
  readonly outlook: TextOutlook | undefined;
  /** The number it goes from, and what else there is to choose from. */
  readonly sender: From;
  /** How many people it goes to. */
  readonly recipientCount: number;
  /** Goes on with it as a text of its own to each, where that can be done. */
  readonly onEach: (() => void) | undefined;
  /** Puts text where the caret is, in place of what is selected, and the caret after it. */
  readonly insert: (text: string) => void;
  /** The same in place of all that is written. */
  readonly replace: (text: string) => void;
};
