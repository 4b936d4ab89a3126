import fc from 'fast-check';
import { createLinkInbox } from '../../main/shell/links/inbox.ts';
import { linkMarker, linkOf, longestLink, readHandedOver } from '../../main/shell/links/link-of.ts';
import { readCommand } from '../../main/shell/command-line/arguments.ts';
import type { CountryCode } from '../../shared/model/ids.ts';
import { parseLink } from '../../shared/phone/link.ts';
import { holds, type Runs } from './check.ts';
import { hostileText, hostileValue } from './hostile.ts';

const scheme = fc.constantFrom(
  'tel:',
  'TEL:',
  'callto:',
  'sms:',
  'smsto:',
  'tel://',
  'sms:tel:',
  '',
);
const part = fc.oneof(
  hostileText,
  fc.constantFrom(
    '%',
    '%2',
    '%25',
    '%2B1',
    '%00',
    ';ext=',
    ';phone-context=',
    '?body=',
    '&',
    ',',
    '#',
  ),
  fc.constantFrom('+12125550142', '(212) 555-0142', '911', '%2b12125550142', '０１２', '*67'),
);
const link = fc
  .tuple(scheme, fc.array(part, { maxLength: 5 }))
  .map(([before, parts]) => before + parts.join(''));

const word = fc.oneof(
  link,
  fc.constantFrom('--', linkMarker, '--inspect', '--no-sandbox', 'call', 'text', '--yes', '-h'),
);
const argv = fc.array(word, { maxLength: 6 }).map((words) => ['sidetone'].concat(words));

const platforms = ['linux', 'darwin', 'win32'] as const;
const country = 'US' as CountryCode;

/** Reads so many command lines, links, and messages of another start; answers how many. */
export function fuzzLinks({ runs, seed }: Runs): number {
  const third = { runs: Math.ceil(runs / 3), seed };
  return (
    holds('command-line', argv, checkArguments, third) +
    holds('link', link, checkLink, third) +
    holds(
      'handed-over',
      fc.oneof(
        hostileValue,
        link.map((text) => ({ link: text })),
      ),
      checkHandedOver,
      third,
    )
  );
}

function checkArguments(words: readonly string[]): void {
  for (const platform of platforms) {
    const found = linkOf(words, platform);
    if (found === undefined) continue;
    const at = words.indexOf('--');
    if (found.length > longestLink + 1 || !(words[at + 1] ?? '').startsWith(found))
      throw new Error('a link that nobody wrote');
    if (platform === 'win32' && words[at - 1] !== linkMarker) throw new Error('no marker');
  }
  const command = readCommand(words.slice(1));
  // A link that stands as an argument is none of the words that confirm a call.
  if (command?.is !== 'command' || !('isConfirmed' in command.asked)) return;
  const before = words.indexOf('--') < 0 ? words : words.slice(0, words.indexOf('--'));
  if (command.asked.isConfirmed && !before.includes('--yes'))
    throw new Error('confirmed by nobody');
}

function checkLink(text: string): void {
  const read = parseLink(text, country);
  if (!read.ok) return;
  const targets =
    read.value.kind === 'dial' ? [read.value.target] : read.value.to.map(({ target }) => target);
  if (text.length > longestLink || targets.length === 0) throw new Error('nobody is meant');
  for (const { number } of targets) {
    if (!/^\+?[0-9*#]+$/.test(number)) throw new Error(`${number} is no number`);
  }
}

function checkHandedOver(data: unknown): void {
  const read = readHandedOver(data);
  if (read !== undefined && (typeof read !== 'string' || read.length > longestLink + 1))
    throw new Error('something else than a link');
}

/** Fires so many links at once, as a page might; answers how many became a card. */
export async function floodLinks(links: number): Promise<number> {
  let proposed = 0;
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const inbox = createLinkInbox({
    clock: { now: () => 0, schedule: () => () => undefined },
    log: silent,
  });
  inbox.open({
    propose: () => {
      proposed += 1;
      return Promise.resolve(true);
    },
    onKept: () => undefined,
  });
  for (let at = 0; at < links; at++)
    inbox.put(`tel:+1212555${String(at % 10_000).padStart(4, '0')}`);
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
  return proposed;
}
