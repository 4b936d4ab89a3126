import type { FailureMessage } from '../../failure.ts';
import { plural } from '../plural.ts';
import { says, type Sentence } from '../sentence.ts';

type Keys = Extract<FailureMessage, `template.${string}` | `separate.${string}`>;

export const templateFailures: Readonly<Record<Keys, Sentence>> = {
  'template.gone': says('That template is gone', 'Choose another.'),
  'template.of-account': says(
    'That template is your account’s',
    'Change it in RingCentral, or make one of your own from it.',
  ),
  'template.too-many': ({ number }) => ({
    title: 'No room for another template',
    advice: `Sidetone keeps ${number('limit') ?? 500}. Remove one you no longer use.`,
  }),
  'template.not-offered': says(
    'RingCentral has no templates for this account',
    'Your own templates work all the same.',
  ),
  'template.unknown-field': ({ text }) => ({
    title: `There is no field {${text('field') ?? '…'}}`,
    advice:
      'Write words in its place, add it to your own fields in Settings, or write {{ where you mean a brace.',
  }),
  'template.missing-value': ({ text }) => ({
    title: `Nothing is known for {${text('field') ?? '…'}}`,
    advice: `Write words in its place, or say what to write instead: {${text('field') ?? '…'}|there}.`,
  }),
  'separate.nobody': says('There is nobody to text', 'Add people with a number.'),
  'separate.too-many': ({ number }) => {
    const limit = number('limit') ?? 500;
    return {
      title: 'Too many people at once',
      advice: `Up to ${plural(limit, 'person gets', 'people get')} a text of their own at once. Make the list shorter.`,
    };
  },
  'separate.gone': says('Those texts are gone', 'They were dropped, or they have all gone out.'),
  'separate.outdated': says(
    'These texts were waiting when the backup was made',
    'Some may have gone out since. Look at the conversation before you send one again.',
  ),
};
