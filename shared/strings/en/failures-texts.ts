import type { FailureMessage } from '../../failure.ts';
import { fullHour } from '../hours.ts';
import { plural } from '../plural.ts';
import { says, type Sentence } from '../sentence.ts';

type Keys = Extract<FailureMessage, `text.${string}` | `scheduled.${string}`>;

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
  'text.sender-unreadable': says(
    'The number to text from cannot be read',
    'Write it in full, such as +1 212 555 0142.',
  ),
  'text.sender-unregistered': says(
    'This number is not registered for texts',
    'US and Canadian carriers take texts only from registered numbers. An administrator registers your company’s brand and a campaign with RingCentral and adds this number to the campaign.',
  ),
  'text.sender-pending': ({ text }) => ({
    title: 'The registration of this number for texts is under way',
    advice: `Its campaign is “${text('status') ?? 'not confirmed'}”. Texts go out once the carriers have confirmed it. An administrator sees how far it is.`,
  }),
  'text.sender-rejected': ({ text }) => ({
    title: 'The registration of this number for texts is not valid',
    advice: `Its campaign is “${text('status') ?? 'not confirmed'}”. An administrator has to correct it or send it in again.`,
  }),
  'text.sender-toll-free': says(
    'This toll-free number is not verified for texts',
    'An administrator has to have it verified with RingCentral. It can then text within the USA, without pictures.',
  ),
  'text.sender-shared': says(
    'Your extension cannot send texts from this company number',
    'An administrator can allow one extension to, once the number is registered for texts.',
  ),
  'text.sender-fax': says('This is a fax number', 'Choose another number to text from.'),
  'text.sender-abroad': says(
    'Texts do not go out from this number',
    'Whether numbers of its country can text is up to your plan. An administrator can ask RingCentral.',
  ),
  'text.sender-off': says(
    'Texting is not turned on for this number',
    'Most often it is not registered for texts, or not added to your company’s campaign. An administrator sees which, and changes it.',
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
  'text.none-came-in': says(
    'Nothing has come in here',
    'Only what they wrote can be marked unread.',
  ),
  'text.looked-up': says(
    'Sidetone is still finding out whether this text went out',
    'It will ask you if it cannot find out.',
  ),
  'scheduled.past': says('That time is over', 'Choose a time that is still to come.'),
  'scheduled.gone': says(
    'That text is no longer waiting',
    'It has gone out, or it was discarded. The conversation shows which.',
  ),
  'text.not-to-all': ({ text }) => ({
    title: text('numbers') ? `${text('numbers')} did not get it` : 'Not all of them got it',
    advice: 'The others have it. Text those it did not reach separately, or call.',
  }),
  'text.opted-out': ({ text }) => ({
    title: text('typed')
      ? `${text('typed')} asked not to get texts from this number`
      : 'They asked not to get texts from this number',
    advice: 'Call instead, or say why you are texting anyway.',
  }),
  'text.quiet-hours': () => ({
    title: 'It is outside the welcome hours there',
    advice: `Texts are welcome from ${fullHour(8)} to ${fullHour(21)}.`,
  }),
  'text.landline-before': says(
    'The last text did not get there: RingCentral took it for a landline',
    'Call instead, or try another number of theirs.',
  ),
  'text.landline-likely': says('That looks like a landline', 'Few of them take texts.'),
};
