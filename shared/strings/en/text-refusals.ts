import type { AgainHelps, RefusalSide, TextRefusalCode } from '../../text-refusals.ts';
import type { FailureWords } from '../sentence.ts';

const words = (title: string, advice: string): FailureWords => ({ title, advice });

const administrator = 'Ask your RingCentral administrator';
const registration = `${administrator} to register it (brand and campaign, or toll-free verification).`;
const plainer = 'Write it in plainer words, without links, and send it again.';

/** What each of RingCentral's codes says about a text: what happened, and what to do. */
const byCode: Readonly<Record<TextRefusalCode, FailureWords>> = {
  'SMS-RC-403': words(
    'Your account has sent all the texts it may for now',
    `Send it again tomorrow. ${administrator} whether the limit can be raised.`,
  ),
  'SMS-RC-410': words(
    'RingCentral cannot text that number',
    'Check the number, or call them instead.',
  ),
  'SMS-RC-413': words(
    'They asked RingCentral for no more texts from this number',
    'Call them instead. They can text START to allow texts again.',
  ),
  'SMS-RC-430': words('RingCentral’s filter took this text for spam', plainer),
  'SMS-RC-500': words('RingCentral had a fault of its own', 'Send it again.'),
  'SMS-RC-501': words('RingCentral could not hand the text on', 'Send it again.'),
  'SMS-RC-503': words('Your number is not set up correctly for texts', registration),
  'SMS-RC-504': words(
    'RingCentral’s connection to the carriers is set up wrong',
    'Try again in an hour. If it goes on, ask your RingCentral administrator to report it.',
  ),
  'SMS-UP-410': words('That number is a landline or does not exist', 'Check it, or call instead.'),
  'SMS-UP-413': words(
    'They asked for no more texts from this number',
    'Call them instead. They can text START to allow texts again.',
  ),
  'SMS-UP-414': words('Your number is not set up for texts', registration),
  'SMS-UP-430': words('A filter on the way took this text for spam', plainer),
  'SMS-UP-431': words(
    'Your number has been flagged, and its texts are held back',
    'Send from another number, and ask your RingCentral administrator to have it looked at.',
  ),
  'SMS-UP-432': words('The text is too long for the way it takes', 'Send it as two shorter ones.'),
  'SMS-UP-433': words(
    'The content of this text is not allowed',
    'Carriers refuse some subjects whatever the words. Write it differently, or call.',
  ),
  'SMS-UP-500': words('The network behind RingCentral had a fault', 'Send it again.'),
  'SMS-CAR-104': words(
    'Their carrier has not said whether it arrived',
    'It may have. Ask them before you send it again.',
  ),
  'SMS-CAR-199': words('Their carrier gave no reason it can name', 'Send it again, or call.'),
  'SMS-CAR-400': words(
    'Their carrier does not take this kind of text',
    'Send words alone, without files, or call.',
  ),
  'SMS-CAR-410': words(
    'Their phone could not be reached for too long, and the text expired',
    'Send it again later, or call.',
  ),
  'SMS-CAR-411': words(
    'Their carrier does not know that number',
    'Check the number, or call them instead.',
  ),
  'SMS-CAR-412': words(
    'Their phone cannot be reached',
    'It may be off or abroad. Send it again later, or call.',
  ),
  'SMS-CAR-413': words(
    'They asked their carrier for no more texts from this number',
    'Call them instead. They can text START to allow texts again.',
  ),
  'SMS-CAR-414': words('Their carrier does not take texts from your number', registration),
  'SMS-CAR-430': words('Their carrier took this text for spam', plainer),
  'SMS-CAR-431': words(
    'Their carrier refused this text and gave no reason',
    'Try again later with other words, or call.',
  ),
  'SMS-CAR-432': words('The text is too long for their carrier', 'Send it as two shorter ones.'),
  'SMS-CAR-433': words(
    'Their carrier could not read this text',
    'Take out unusual characters and emoji, and send it again.',
  ),
  'SMS-CAR-434': words(
    'The files are too large for their carrier',
    'Send a smaller picture, or fewer files.',
  ),
  'SMS-CAR-435': words(
    'Carriers refuse shortened links',
    'Put the whole address in place of the short one, and send it again.',
  ),
  'SMS-CAR-450': words(
    'T-Mobile takes no more texts of your company today',
    `Send it again tomorrow. ${administrator} about the brand’s daily limit.`,
  ),
  'SMS-CAR-451': words(
    'AT&T takes no more texts of your company for now',
    `Send it again later. ${administrator} about the campaign’s limit.`,
  ),
  'SMS-CAR-452': words(
    'Their carrier takes no more texts of your company for now',
    `Send it again tomorrow. ${administrator} about the limit.`,
  ),
  'SMS-CAR-460': words(
    'That is a short code, and texts to it are refused',
    'Use the full number of whoever you want to reach.',
  ),
  'SMS-CAR-461': words(
    'Your toll-free number has not been verified',
    `${administrator} to have it verified, or send from a local number.`,
  ),
  'SMS-CAR-500': words('Their carrier had a fault of its own', 'Send it again, or call.'),
  'CMN-101': words(
    'RingCentral could not read part of this text',
    'Check the number and the words, and send it again.',
  ),
  'CMN-102': words(
    'RingCentral does not know that number',
    'Check the number, country code and all.',
  ),
  'CMN-104': words(
    'RingCentral could not read the request',
    'That is a fault of Sidetone’s. Save a report from Diagnostics, and send it to us.',
  ),
  'CMN-401': words(
    'The app Sidetone signs in with may not send texts',
    `${administrator} to add the permission SMS to it.`,
  ),
  'CMN-406': words('The same number is there twice', 'Remove one of them, and send it again.'),
  'CMN-408': words(
    'Your RingCentral user may not send texts',
    `${administrator} for the permission OutboundSMS.`,
  ),
  'CMN-414': words(
    'RingCentral could not read that number',
    'Check the number, and send it again.',
  ),
  'BIL-103': words('Your RingCentral plan does not include this', `${administrator}.`),
  'MSG-240': words(
    'International texts are off for your account',
    `${administrator} to allow them.`,
  ),
  'MSG-241': words('A fax number cannot send texts', 'Choose another number to text from.'),
  'MSG-242': words('Texts are not set up for your number', registration),
  'MSG-243': words('You have blocked that number', 'Unblock it in RingCentral, or call.'),
  'MSG-245': words(
    'The number it was to go out from is not yours',
    'Choose another number to text from.',
  ),
  'MSG-246': words('Texts cannot go to an extension', 'Use their full number.'),
  'MSG-247': words('Texts cannot go to a short number', 'Use the full number.'),
  'MSG-304': words(
    'The number it was to go out from belongs to somebody else',
    'Choose another number to text from.',
  ),
  'MSG-314': words(
    'Your extension is of a kind that cannot send texts',
    `${administrator} for an extension that can.`,
  ),
  'MSG-348': words(
    'RingCentral does not take that kind of file',
    'Send a picture, a video, a sound, a PDF or a contact instead.',
  ),
  'MSG-365': words(
    'RingCentral could not read the request',
    'That is a fault of Sidetone’s. Save a report from Diagnostics, and send it to us.',
  ),
  'MSG-367': words('Your number does not send texts', registration),
  'MSG-376': words('The files are too large', 'All files of a text together may have 1.5 MB.'),
  'MSG-379': words('There are too many files', 'A text takes up to ten.'),
  'MSG-381': words('Too many people for one text', 'A group text goes to 10 people at most.'),
  'MSG-383': words(
    'Files cannot be sent abroad from your account',
    'Send words alone, or ask your RingCentral administrator to allow it.',
  ),
  'MSG-384': words(
    'Your account has reached a limit',
    `Send it again tomorrow. ${administrator} whether it can be raised.`,
  ),
  'MSG-388': words('RingCentral does not text that destination', 'Call them instead.'),
  FeatureNotAvailable: words(
    'That number cannot send texts for you',
    'Choose another number to text from.',
  ),
  InternationalProhibited: words(
    'International texts are off for your account',
    `${administrator} to allow them.`,
  ),
  'CMN-301': words(
    'RingCentral takes no more requests for a moment',
    'There is nothing to do: Sidetone waits as long as it is told to.',
  ),
  'MSG-305': words(
    'RingCentral takes no more texts for a moment',
    'There is nothing to do: Sidetone waits as long as it is told to.',
  ),
  'MSG-290': words(
    'RingCentral could not send it just then',
    'There is nothing to do: Sidetone tries again by itself.',
  ),
};

const sides: Readonly<Record<RefusalSide, string>> = {
  text: 'What was written or attached',
  recipient: 'Their number or phone',
  sender: 'Your number',
  account: 'Your RingCentral account',
  carrier: 'A phone company on the way',
  ringcentral: 'RingCentral',
};

const again: Readonly<Record<AgainHelps, string>> = {
  now: 'Yes, it often works the second time.',
  later: 'Yes, but not at once.',
  changed: 'Only after changing what is described above.',
  never: 'No, it would be refused again.',
};

/** The words of the table of refusals. */
export const textRefusals = { byCode, sides, again } as const;
