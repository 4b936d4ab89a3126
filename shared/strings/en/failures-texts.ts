import type { FailureMessage } from '../../failure.ts';
import { fullHour } from './hours.ts';
import { plural } from './plural.ts';
import { says, type Sentence } from './sentence.ts';

type Keys = Extract<FailureMessage, `text.${string}`>;

export const textFailures: Readonly<Record<Keys, Sentence>> = {
  'text.empty': says('There is nothing to send', 'Write something first.'),
  'text.too-long': ({ number }) => {
    const limit = number('limit') ?? 1000;
    return {
      title: 'That text is too long',
      advice: `A text holds up to ${plural(limit, 'character', 'characters')}. Shorten it, or send it as two.`,
    };
  },
  'text.no-recipient': says('Nobody to send it to', 'Add a name or number.'),
  'text.too-many-recipients': ({ number }) => ({
    title: 'Too many people for one text',
    advice: `A group text goes to ${number('limit') ?? 10} people at most. Remove some.`,
  }),
  'text.no-sender': says(
    'No number of yours can send texts',
    'Ask your RingCentral administrator for one that can.',
  ),
  'text.sender-refused': says(
    'RingCentral refused to send from that number',
    'Choose another number to text from.',
  ),
  'text.recipient-invalid': says('That number cannot receive texts', 'Check the number, or call.'),
  'text.recipient-blocked': says('That number is blocked', 'Unblock it in RingCentral, or call.'),
  'text.recipient-opted-out': says(
    'They asked not to get texts from this number',
    'Call them instead. They can text START to allow texts again.',
  ),
  'text.recipient-duplicate': says('The same number is there twice', 'Remove one of them.'),
  'text.short-number': says('Texts cannot go to a short number', 'Use the full number.'),
  'text.extension-number': says('Texts cannot go to an extension', 'Use their full number.'),
  'text.international-disabled': says(
    'International texts are off for your account',
    'Ask your RingCentral administrator to allow them.',
  ),
  'text.landline': says('That is a landline and cannot get texts', 'Call instead.'),
  'text.spam': says(
    'A carrier took this text for spam',
    'Write it in other words, without links, and send it again.',
  ),
  'text.carrier-refused': says('A carrier refused this text', 'Try again later, or call.'),
  'text.limit-reached': says(
    'Your account has reached its limit of texts',
    'Wait until tomorrow, or ask your RingCentral administrator.',
  ),
  'text.not-registered': says(
    'Your number is not registered for texting',
    'Ask your RingCentral administrator to register it.',
  ),
  'text.media-refused': says('RingCentral refused the attachment', 'Send the text without it.'),
  'text.not-in-plan': says(
    'Your RingCentral plan does not include texts',
    'Ask your RingCentral administrator.',
  ),
  'text.failed': says('The text was not delivered', 'Send it again, or call.'),
  'text.outcome-unknown': says(
    'RingCentral did not say whether this text went out',
    'Sending it again could deliver it twice.',
  ),
  'text.not-waiting': says('This text is no longer waiting', 'There is nothing left to do.'),
  'text.looked-up': says(
    'Sidetone is still looking whether this text went out',
    'It will ask you if it cannot find out.',
  ),
  'text.opted-out': ({ text }) => ({
    title: text('typed')
      ? `${text('typed')} asked not to get texts from this number`
      : 'They asked not to get texts from this number',
    advice: 'Call instead, or say why the text may go all the same.',
  }),
  'text.quiet-hours': says(
    'It is outside the welcome hours there',
    `Texts are welcome from ${fullHour(8)} to ${fullHour(21)}.`,
  ),
  'text.landline-before': says(
    'The last text did not get there: RingCentral took it for a landline',
    'Call instead, or try another number of theirs.',
  ),
  'text.landline-likely': says('That looks like a landline', 'Few of them take texts.'),
};
