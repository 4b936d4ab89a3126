import type { FailureMessage } from '../../failure.ts';
import { fullHour } from '../hours.ts';
import { says, type Sentence } from '../sentence.ts';

type Keys = Extract<FailureMessage, `number.${string}` | `call.${string}`>;

export const callFailures: Readonly<Record<Keys, Sentence>> = {
  'number.empty': says('No name or number yet', 'Type one, or choose someone from the list.'),
  'number.too-long': says('That number is too long', 'Check it for extra digits.'),
  'number.not-dialable': says(
    'That is not a number that can be called',
    'Check the digits, or choose someone from the list.',
  ),
  'number.emergency': says(
    'Sidetone cannot call emergency services',
    'Use a phone: it tells them where you are.',
  ),
  'number.premium': says(
    'Calls to that number may cost extra',
    'Confirm that you want to call it.',
  ),
  'number.do-not-call': says(
    'That number is on your do-not-call list',
    'Say why you are calling anyway, or take it off the list.',
  ),
  'number.service-code': says(
    'That is a code for a phone, not a number',
    'Key it in on the phone itself.',
  ),
  'call.quiet-hours': () => ({
    title: 'It is early or late where they are',
    advice: `Wait until ${fullHour(8)} there, or confirm that you want to call now.`,
  }),
  'call.not-controllable': says('The call can no longer be changed from here', 'Use your phone.'),
  'call.no-such-number': says('There is no such number', 'Check the digits with them.'),
  'call.line-trouble': says(
    'RingCentral could not connect the two phones',
    'Try again, or call with this device.',
  ),
  'call.you-busy': says('Your own phone is busy', 'Hang up there, or choose another phone.'),
  'call.you-unreachable': says(
    'Your own phone could not be reached',
    'See that it is on and online, or choose another phone.',
  ),
  'call.unreachable': says(
    'Their phone could not be reached',
    'It may be off or out of coverage: try later, or send a text.',
  ),
  'call.lost': says(
    'RingCentral lost the call before they answered',
    'Try again; nobody is on the line anymore.',
  ),
  'call.phones-not-joined': says(
    'RingCentral cannot join your phone and that number',
    'Choose another phone to call from, or call with this device.',
  ),
  'call.network-fault': says(
    'RingCentral gave the call up because of a fault of its own',
    'Try again in a minute, or call with this device.',
  ),
  'call.network-error': says(
    'RingCentral reported an error while it called them',
    'Try again in a minute; if it stays, ask your RingCentral administrator.',
  ),
  'call.undisclosed': says(
    'RingCentral does not say why they could not be reached',
    'Check the number, then try again or send a text.',
  ),
  'call.you-declined': says(
    'Your phone turned the call away',
    'Try again and pick up, or choose another phone.',
  ),
  'call.you-fault': says(
    'RingCentral could not ring your phone',
    'Try again; if it happens twice, choose another phone.',
  ),
  'call.you-international': says(
    'Your phone is in another country, and international calls are off',
    'Choose a phone at home, or ask your RingCentral administrator to allow them.',
  ),
  'call.you-blocked': says(
    'RingCentral is not allowed to ring that phone of yours',
    'Choose another phone, or have its number taken off the blocked ones.',
  ),
  'call.you-no-credit': says(
    'There is not enough calling credit to ring your phone',
    'Choose a RingCentral phone, which costs nothing to ring, or have credit added.',
  ),
  'call.you-not-found': says(
    'Your phone’s number no longer exists',
    'Choose another phone, and correct that one in your RingCentral account.',
  ),
  'call.you-line-trouble': says(
    'RingCentral had a fault on the way to your phone',
    'Try again in a minute, or choose another phone.',
  ),
  'call.you-lost': says(
    'RingCentral lost the call before you answered',
    'Try again; your phone will ring anew.',
  ),
  'call.you-number-refused': says(
    'RingCentral does not accept your phone’s number',
    'Correct it in your RingCentral account, or choose another phone.',
  ),
  'call.you-network-fault': says(
    'RingCentral reported an error while it rang your phone',
    'Try again, or call with this device.',
  ),
  'call.you-undisclosed': says(
    'RingCentral does not say why your phone did not ring',
    'See that it is on, or choose another phone.',
  ),
  'number.short': says('That is a short number', 'Confirm that you want to call it.'),

  'call.already-placing': says(
    'A call is already being placed',
    'Cancel it, or wait until it ends.',
  ),
  'call.no-phone': says(
    'No phone of yours can be rung',
    'Add a phone or a forwarding number in your RingCentral account.',
  ),
  'call.phone-unknown': says(
    'That phone is no longer in your account',
    'Choose another to call from.',
  ),
  'call.cannot-cancel': says('This call can no longer be canceled here', 'Hang up on your phone.'),
  'call.caller-id-refused': says(
    'RingCentral refused that caller ID',
    'Choose another number to show in your RingCentral account.',
  ),
  'call.from-refused': says(
    'RingCentral cannot ring that phone',
    'Choose another phone to call from.',
  ),
  'call.to-refused': says('RingCentral cannot call that number', 'Check the number.'),
  'call.blocked': says('Calls to that number are blocked', 'Ask your RingCentral administrator.'),
  'call.international-disabled': says(
    'International calls are off for your account',
    'Ask your RingCentral administrator to allow them.',
  ),
  'call.not-in-plan': says(
    'Your RingCentral plan does not include calls like this',
    'Ask your RingCentral administrator.',
  ),
  'call.not-allowed': says(
    'You are not allowed to make this call',
    'Ask your RingCentral administrator.',
  ),
  'call.paused': ({ time }) => {
    const resumes = time('resumesAt');
    return {
      title: 'RingCentral asked for a pause',
      advice: resumes ? `You can call again at ${resumes}.` : 'You can call again in a minute.',
    };
  },
  'call.cancel-unknown': says(
    'Not sure the call was canceled',
    'RingCentral did not answer. If your phone rings, do not pick up; the history will tell.',
  ),
  'call.outcome-unknown': says(
    'RingCentral did not answer, so the call may or may not ring',
    'Wait a moment and see whether your phone rings before you try again.',
  ),
  'call.busy': says('The line is busy', 'Try again in a while, or send a text.'),
  'call.no-answer': says('Nobody answered', 'Try again later, or send a text.'),
  'call.you-no-answer': says(
    'You did not answer your phone',
    'Try again and pick up, or choose another phone to call from.',
  ),
  'call.rejected': says('The call was declined', 'Try again later, or send a text.'),
  'call.no-credit': says(
    'There is not enough calling credit',
    'Ask your RingCentral administrator to add some.',
  ),
  'call.failed': says('The call did not go through', 'Try again, or call with this device.'),
  'call.gone': says('That call is already over', 'There is nothing left to do.'),
};
