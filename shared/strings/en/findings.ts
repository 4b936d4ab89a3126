import type { Finding } from '../../model/diagnostics.ts';
import { diagnostics } from './diagnostics.ts';
import { lengthOfMinutes } from '../length.ts';
import { locale } from '../language.ts';
import { permissionName } from './permissions.ts';
import { plural } from '../plural.ts';
import { valuesOf, type Values } from '../values.ts';

/*
 * The values each finding's words use, as main fills them. Those marked ? may be left out; what is
 * not listed has none. Numbers of phones are masked before they come here.
 *
 * credentials.present   method (browser | jwt | password), host
 * server.reached        host, ms
 * server.away           host
 * server.foreign        host
 * clock.off             minutes (whole, positive), ahead (1 ahead, 0 behind)
 * app-permissions.some  count (missing); items: one for each permission, by RingCentral's id
 * user-permissions.some the same
 * text-number.able      number (masked), count (how many can)
 * text-number.none      code? (what RingCentral refused the question with)
 * phone.ready           label
 * phone.offline         label
 * rate-budget.*         items: one for each group: used, limit, resumesAt?
 * push.connected        sinceAt
 * push.waiting          retryAt?
 * push.refused          permission?
 * sync.*                items: one for each feed: lastSyncedAt?, code?, forbidden? (1)
 * sync.behind           forbidden (feeds that are not permitted)
 * archive.healthy       sizeBytes, calls, texts
 * archive.quarantined   count (records that could not be read); items: feed, id, reason
 */

/** What a check found, and for what is not as it should be the reason and what to do. */
export type FindingWords = { readonly title: string; readonly advice: string | undefined };

type Fine =
  | 'credentials.present'
  | 'credentials.demo'
  | 'server.reached'
  | 'clock.right'
  | 'token.valid'
  | 'app-permissions.all'
  | 'user-permissions.all'
  | 'text-number.able'
  | 'phone.ready'
  | 'rate-budget.free'
  | 'push.connected'
  | 'sync.current'
  | 'archive.healthy'
  | 'key-ring.os'
  | 'tel-handler.sidetone';

type Advised = { readonly title: string; readonly advice: string };

/** A finding that is fine needs no advice; every other one does, or it does not compile. */
type Sentences = Readonly<Record<Fine, (values: Values) => string>> &
  Readonly<Record<Exclude<Finding, Fine>, (values: Values) => Advised>>;

const says = (title: string, advice: string) => (): Advised => ({ title, advice });
const { methods } = diagnostics;
const server = ({ text }: Values): string => text('host') ?? 'RingCentral';
const count = ({ number }: Values, name: string): number => number(name) ?? 0;

const sentences: Sentences = {
  'credentials.present': (values) => {
    const method = values.text('method') ?? '';
    const how = Object.hasOwn(methods, method) ? methods[method as keyof typeof methods] : method;
    return `Signed in with ${how} on ${server(values)}`;
  },
  'credentials.demo': () => 'The demo account, which runs on this computer',
  'credentials.missing': says('Nobody is signed in', 'Sign in to call and text.'),

  'server.reached': (values) =>
    `${server(values)} answered in ${count(values, 'ms').toLocaleString(locale())} ms`,
  'server.away': (values) => ({
    title: `${server(values)} did not answer`,
    advice: 'Check your network connection. If other sites work, RingCentral may be down.',
  }),
  'server.foreign': (values) => ({
    title: `Something else answered in the place of ${server(values)}`,
    advice:
      'A Wi-Fi sign-in page or a proxy may be in the way. Open a web page in your browser to see.',
  }),

  'clock.right': () => 'This computer’s clock goes with RingCentral’s',
  'clock.off': (values) => ({
    title: `This computer’s clock is ${lengthOfMinutes(count(values, 'minutes'))} ${
      count(values, 'ahead') === 1 ? 'ahead' : 'behind'
    }`,
    advice:
      'Set it to the right time in the system’s settings: signing in and the order of texts depend on it.',
  }),
  'clock.unknown': says(
    'RingCentral has not told the time yet',
    'Run again once the server can be reached.',
  ),

  'token.valid': () => 'RingCentral accepts your sign-in',
  'token.refused': says(
    'RingCentral no longer accepts your sign-in',
    'Sign in again. Waiting texts go out afterwards.',
  ),
  'token.unknown': says(
    'Whether RingCentral accepts your sign-in is not known',
    'Run again once the server can be reached.',
  ),

  'app-permissions.all': () => 'Your RingCentral app has every permission Sidetone uses',
  'app-permissions.some': (values) => ({
    title: `Your RingCentral app lacks ${plural(count(values, 'count'), 'permission', 'permissions')}`,
    advice:
      'Add what is missing to the app in the RingCentral developer console, then sign in again.',
  }),
  'app-permissions.unknown': says(
    'RingCentral has not told what your app may do',
    'What it may not do shows when it is used.',
  ),
  'user-permissions.all': () => 'You have every permission Sidetone uses',
  'user-permissions.some': (values) => ({
    title: `You lack ${plural(count(values, 'count'), 'permission', 'permissions')}`,
    advice: 'Ask your RingCentral administrator to add what is missing to your role.',
  }),
  'user-permissions.unknown': says(
    'RingCentral has not told what you may do',
    'What you may not do shows when you try it.',
  ),

  'text-number.able': (values) => {
    const others = count(values, 'count') - 1;
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
    advice: 'Switch it on, or choose another phone to call from.',
  }),
  'phone.none': says(
    'No phone of yours can be rung',
    'Add a phone or a forwarding number in your RingCentral account.',
  ),

  'rate-budget.free': () => 'There is room for more requests',
  'rate-budget.low': says(
    'Most of this minute’s requests are used',
    'Nothing to do: they are free again within a minute. Another program may be using this account too.',
  ),
  'rate-budget.paused': says(
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
  'push.off': says(
    'Live updates from RingCentral are not in use',
    'Nothing is lost: Sidetone checks for news every 20 seconds.',
  ),

  'sync.current': () => 'Texts, calls and contacts are up to date',
  'sync.behind': (values) => ({
    title: 'Not everything is up to date',
    advice:
      count(values, 'forbidden') > 0
        ? 'Add the permissions that are missing above. With anything else Sidetone catches up by itself.'
        : 'Try again now, or wait: Sidetone catches up as soon as RingCentral answers.',
  }),
  'sync.never': says(
    'Nothing has been read from RingCentral yet',
    'Wait a minute after signing in, then try again.',
  ),

  'archive.healthy': (values) => {
    const calls = plural(count(values, 'calls'), 'call', 'calls');
    const texts = plural(count(values, 'texts'), 'text', 'texts');
    return `${calls} and ${texts}, ${sizeWords(count(values, 'sizeBytes'))}`;
  },
  'archive.quarantined': (values) => ({
    title: `${plural(count(values, 'count'), 'record', 'records')} could not be read and were set aside`,
    advice:
      'The rest is whole, and the next version of Sidetone tries them again. Copy the report and send it to support.',
  }),
  'archive.damaged': says(
    'The archive cannot be read',
    'Check the disk and close and reopen Sidetone. A damaged file is kept beside the new one.',
  ),

  'key-ring.os': () => 'Your sign-in is kept in this computer’s key ring',
  'key-ring.session-only': says(
    'This computer has no key ring that can be used',
    'You sign in again after closing Sidetone. Unlock or install one (GNOME Keyring, KWallet) to stay signed in.',
  ),
  'key-ring.weak': says(
    'Your sign-in is kept on this computer, only obscured',
    'Anyone who can read your files could use it. Install a key ring (GNOME Keyring, KWallet).',
  ),

  'tel-handler.sidetone': () => 'Phone numbers in other programs open in Sidetone',
  'tel-handler.other': says(
    'Phone numbers in other programs open elsewhere',
    'Choose Sidetone for them under Phone links in Settings.',
  ),
  'tel-handler.none': says(
    'Phone numbers in other programs open nowhere',
    'Choose Sidetone for them under Phone links in Settings.',
  ),
  'tel-handler.unknown': says(
    'Which program opens phone numbers is not known',
    'Look for “tel” in the system’s default apps, or under Phone links in Settings.',
  ),

  skipped: says('Something else has to work first', 'Mend that, then run again.'),
};

/** Puts what a check found into words. */
export function findingWords(
  finding: Finding,
  params: Readonly<Record<string, string | number>>,
): FindingWords {
  const said = sentences[finding](valuesOf(params));
  return typeof said === 'string' ? { title: said, advice: undefined } : said;
}

/** A file's size as file managers show it. */
function sizeWords(bytes: number): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes >= 1e9 ? 2 : bytes >= 1e6 ? 1 : 0;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: units[step],
    maximumFractionDigits: bytes >= 1e6 ? 1 : 0,
  }).format(bytes / 1000 ** (step + 1));
}
