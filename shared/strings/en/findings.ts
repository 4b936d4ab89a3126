import { fileSize } from '../file-size.ts';
import { advises, countOf, createFindingWords, serverOf } from '../findings.ts';
import { locale } from '../language.ts';
import { lengthOfMinutes } from '../length.ts';
import { permissionName } from '../permissions.ts';
import { plural } from '../plural.ts';
import { diagnostics } from './diagnostics.ts';

const { methods } = diagnostics;

export const findingWords = createFindingWords({
  'credentials.present': (values) => {
    const method = values.text('method') ?? '';
    const how = Object.hasOwn(methods, method) ? methods[method as keyof typeof methods] : method;
    return `Signed in with ${how} on ${serverOf(values)}`;
  },
  'credentials.demo': () => 'The demo account, which runs on this computer',
  'credentials.missing': advises('Nobody is signed in', 'Sign in to call and text.'),

  'server.reached': (values) =>
    `${serverOf(values)} answered in ${countOf(values, 'ms').toLocaleString(locale())} ms`,
  'server.away': (values) => ({
    title: `${serverOf(values)} did not answer`,
    advice: 'Check your network connection. If other sites work, RingCentral may be down.',
  }),
  'server.foreign': (values) => ({
    title: `Something else answered in the place of ${serverOf(values)}`,
    advice:
      'A Wi-Fi sign-in page or a proxy may be in the way. Open a web page in your browser to see.',
  }),

  'clock.right': () => 'This computer’s clock matches RingCentral’s',
  'clock.off': (values) => ({
    title: `This computer’s clock is ${lengthOfMinutes(countOf(values, 'minutes'))} ${
      countOf(values, 'ahead') === 1 ? 'ahead' : 'behind'
    }`,
    advice:
      'Set it to the right time in the system’s settings: signing in and the order of texts depend on it.',
  }),
  'clock.unknown': advises(
    'RingCentral has not said what time it is yet',
    'Run again once the server can be reached.',
  ),

  'token.valid': () => 'RingCentral accepts your sign-in',
  'token.refused': advises(
    'RingCentral no longer accepts your sign-in',
    'Sign in again. Waiting texts go out afterwards.',
  ),
  'token.unknown': advises(
    'Whether RingCentral accepts your sign-in is not known',
    'Run again once the server can be reached.',
  ),

  'app-permissions.all': () => 'Your RingCentral app has every permission Sidetone uses',
  'app-permissions.some': (values) => ({
    title: `Your RingCentral app lacks ${plural(countOf(values, 'count'), 'permission', 'permissions')}`,
    advice:
      'Add what is missing to the app in the RingCentral developer console, then sign in again.',
  }),
  'app-permissions.unknown': advises(
    'RingCentral has not said what your app may do',
    'What it may not do shows when it is used.',
  ),
  'user-permissions.all': () => 'You have every permission Sidetone uses',
  'user-permissions.some': (values) => ({
    title: `You lack ${plural(countOf(values, 'count'), 'permission', 'permissions')}`,
    advice: 'Ask your RingCentral administrator to add what is missing to your role.',
  }),
  'user-permissions.unknown': advises(
    'RingCentral has not said what you may do',
    'What you may not do shows when you try it.',
  ),

  'text-number.able': (values) => {
    const others = countOf(values, 'count') - 1;
    const more = others > 0 ? ` and ${plural(others, 'other number', 'other numbers')}` : '';
    const end = /\d+$/.exec(values.text('number') ?? '')?.[0];
    return `${end === undefined ? 'Your number' : `Your number ending in ${end}`}${more} can send texts`;
  },
  'text-number.none': ({ text }) => ({
    title: 'No number of yours can send texts',
    advice: text('code')
      ? `RingCentral refused to list your numbers with ${text('code')}. Ask your RingCentral administrator.`
      : 'Ask your RingCentral administrator for a number with texting, and whether it is registered.',
  }),

  'phone.ready': ({ text }) => `RingCentral rings ${text('label') ?? 'your phone'} first`,
  'phone.offline': ({ text }) => ({
    title: `${text('label') ?? 'Your phone'} is offline`,
    advice: 'Turn it on, or choose another phone to call from.',
  }),
  'phone.none': advises(
    'No phone of yours can be rung',
    'Add a phone or a forwarding number in your RingCentral account.',
  ),

  'rate-budget.free': () => 'There is room for more requests',
  'rate-budget.low': advises(
    'Most of this minute’s requests are used',
    'Nothing to do: they are free again within a minute. Another program may be using this account too.',
  ),
  'rate-budget.paused': advises(
    'RingCentral asked Sidetone to pause',
    'Nothing to do: Sidetone goes on by itself. Another program may be using this account too.',
  ),

  'push.connected': ({ time }) => {
    const since = time('sinceAt');
    return `RingCentral reports new texts and calls at once${since ? `, since ${since}` : ''}`;
  },
  'push.waiting': ({ time }) => {
    const retry = time('retryAt');
    return retry
      ? {
          title: 'Live updates from RingCentral are interrupted',
          advice: `The next try is at ${retry}. Until then Sidetone checks for news every 20 seconds.`,
        }
      : {
          title: 'Live updates from RingCentral are being connected',
          advice: 'Run again in a moment.',
        };
  },
  'push.refused': ({ text }) => ({
    title: 'RingCentral does not send live updates',
    advice: text('permission')
      ? `Add “${permissionName(text('permission'))}” to the app in the RingCentral developer console. Until then Sidetone checks for news every 20 seconds.`
      : 'Nothing is lost: Sidetone checks for news every 20 seconds.',
  }),
  'push.off': advises(
    'Live updates from RingCentral are not in use',
    'Nothing is lost: Sidetone checks for news every 20 seconds.',
  ),

  'sync.current': () => 'Texts, calls and contacts are up to date',
  'sync.behind': (values) => ({
    title: 'Not everything is up to date',
    advice:
      countOf(values, 'forbidden') > 0
        ? 'Add the permissions that are missing above. With anything else Sidetone catches up by itself.'
        : 'Try again now, or wait: Sidetone catches up as soon as RingCentral answers.',
  }),
  'sync.never': advises(
    'Nothing has been read from RingCentral yet',
    'Wait a minute after signing in, then try again.',
  ),

  'archive.healthy': (values) => {
    const calls = plural(countOf(values, 'calls'), 'call', 'calls');
    const texts = plural(countOf(values, 'texts'), 'text', 'texts');
    return `${calls} and ${texts}, ${fileSize(countOf(values, 'sizeBytes'))}`;
  },
  'archive.quarantined': (values) => ({
    title: `${plural(countOf(values, 'count'), 'record', 'records')} could not be read and were set aside`,
    advice:
      'The rest is whole, and the next version of Sidetone tries them again. Copy the report and send it to support.',
  }),
  'archive.damaged': advises(
    'The archive cannot be read',
    'Check the disk, then close and reopen Sidetone. A damaged file is kept, and a new one started.',
  ),

  'key-ring.os': () => 'Your sign-in is kept in this computer’s key ring',
  'key-ring.session-only': advises(
    'This computer has no key ring that can be used',
    'You sign in again after closing Sidetone. Unlock or install one (GNOME Keyring, KWallet) to stay signed in.',
  ),
  'key-ring.weak': advises(
    'Your sign-in is kept on this computer, only obscured',
    'Anyone who can read your files could use it. Install a key ring (GNOME Keyring, KWallet).',
  ),

  'tel-handler.sidetone': () => 'Phone numbers in other programs open in Sidetone',
  'tel-handler.other': advises(
    'Phone numbers in other programs open elsewhere',
    'Choose Sidetone for them under Phone links in Settings.',
  ),
  'tel-handler.none': advises(
    'No program opens phone numbers',
    'Choose Sidetone for them under Phone links in Settings.',
  ),
  'tel-handler.unknown': advises(
    'Which program opens phone numbers is not known',
    'Look for “tel” in the system’s default apps, or under Phone links in Settings.',
  ),

  'local-api.off': () => 'Other programs cannot connect',
  'local-api.open': (values) => `Other programs can connect at port ${countOf(values, 'port')}`,
  'local-api.failed': (values) => ({
    title: `Other programs cannot connect: port ${countOf(values, 'port')} is not free`,
    advice: 'Choose another port under Other programs in Settings, or close what uses it.',
  }),

  skipped: advises('Something else has to work first', 'Fix that, then run again.'),
});
