import type { FailureMessage } from '../../failure.ts';
import { says, type Sentence } from '../sentence.ts';
import { fileSize } from '../file-size.ts';

type Keys = Extract<FailureMessage, `file.${string}`>;

/**
 * What RingCentral takes for the files of one text (its guide to SMS), when a failure does not say.
 */
const usualBytes = 1_500_000;

export const fileFailures: Readonly<Record<Keys, Sentence>> = {
  'file.empty': says('There is nothing in that file', 'Choose another one.'),
  'file.too-large': ({ number }) => ({
    title: 'That file is too large for a text',
    advice: `A text carries ${fileSize(number('limit') ?? usualBytes)} of files. Send a smaller one, or a link to it.`,
  }),
  'file.type-refused': says(
    'Files of that kind cannot go with a text',
    'Pictures, videos, sound, contact cards, PDF, plain text, calendar and zip files can.',
  ),
  'file.program': says(
    'That is a program, whatever its name says',
    'Programs cannot go with a text.',
  ),
  'file.too-many': ({ number }) => ({
    title: 'Too many files for one text',
    advice: `A text carries ${number('limit') ?? 10} files at most. Remove some, or send a second text.`,
  }),
  'file.together-too-large': ({ number }) => ({
    title: 'Those files are too large together',
    advice: `A text carries ${fileSize(number('limit') ?? usualBytes)} of files in all. Remove some, or send a second text.`,
  }),
  'file.gone': says(
    'A file of this text is no longer on this computer',
    'Write the text again with the file attached anew.',
  ),
  'file.not-kept': says(
    'The file could not be kept on this computer',
    'The disk may be full. Free some space, and attach it again.',
  ),
  'file.sender-refused': says(
    'That number of yours cannot send pictures or files',
    'Toll-free numbers never can. Choose another number, or send the text without files.',
  ),
};
