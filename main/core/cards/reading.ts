import { failure, type Failure } from '../../../shared/failure.ts';
import type { ProposalSource } from '../../../shared/model/cards.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { findNumbers } from '../../../shared/phone/find.ts';
import { parseLink } from '../../../shared/phone/link.ts';
import { parseDialable, parseShort, readTyped } from '../../../shared/phone/parse.ts';
import { plainText } from '../../../shared/phone/plain-text.ts';
import type { DialTarget, LinkIntent } from '../../../shared/phone/types.ts';
import { isEmergency } from '../numbers/emergency.ts';

/** What a proposed text comes to. `key` is the same for all that ask for the same. */
export type Proposed = { readonly key: string } & (
  | {
      readonly kind: 'proposal';
      readonly prefers: 'call' | 'text';
      /** A form from which exactly the number that was read is read again. */
      readonly typed: string;
      readonly body: string | undefined;
      /** Whether it came as a `tel:` link: only those may ever call at once. */
      readonly isTelLink: boolean;
    }
  | { readonly kind: 'group-text'; readonly to: readonly string[]; readonly body?: string }
  | { readonly kind: 'unreadable'; readonly typed: string; readonly failure: Failure }
);

/** What is shown of a text in which nothing could be read, in characters. */
const longestShown = 200;
/** No number begins later in a text that somebody copied to call it, and no link is as long. */
const longestRead = 2_000;

const ourScheme = /^\s*(?:tel|callto|sms|smsto):/i;
const telScheme = /^\s*tel:/i;

/**
 * Reads a link, or a text from the clipboard, the selection or the command line; national numbers
 * are those of `country`. An emergency number is kept as it was typed: whoever judges it refuses it.
 */
export function readProposal(
  proposed: string,
  source: ProposalSource,
  country: CountryCode,
): Proposed {
  // A clipboard may hold whole books.
  const text = proposed.slice(0, longestRead);
  const isLink = source === 'link' || ourScheme.test(text);
  if (isLink) {
    const link = parseLink(text, country);
    if (link.ok) return ofIntent(link.value, country, source === 'link' && telScheme.test(text));
    if (source === 'link') return ofEmergency(text, country) ?? unreadable(text, link.failure);
  }
  return (
    ofText(text, country) ??
    ofEmergency(text, country) ??
    unreadable(text, failure('invalid', 'link.no-number'))
  );
}

function ofIntent(intent: LinkIntent, country: CountryCode, isTelLink: boolean): Proposed {
  if (intent.kind === 'dial') return toProposal(toTyped(intent, country), 'call', { isTelLink });
  const to = intent.to.map((each) => toTyped(each, country));
  const [only] = to;
  const { body } = intent;
  if (only !== undefined && to.length === 1) return toProposal(only, 'text', { body });
  const key = ['texts', ...to, body ?? ''].join('\n');
  return { kind: 'group-text', key, to, ...(body !== undefined && { body }) };
}

/** The text as one number, or else the first number in it. */
function ofText(text: string, country: CountryCode): Proposed | undefined {
  const parsed = parseDialable(text, country);
  const whole = parsed.ok ? parsed.value : parseIfShort(text, parsed.failure);
  if (whole !== undefined) {
    const typed = toTyped({ typed: readTyped(text), target: whole }, country);
    return toProposal(typed, 'call');
  }
  const first = findNumbers(text, country)[0]?.target;
  return first && toProposal(toDialled(first), 'call');
}

function ofEmergency(text: string, country: CountryCode): Proposed | undefined {
  const typed = shown(readTyped(text));
  return isEmergency(typed, country) ? toProposal(typed, 'call') : undefined;
}

function toProposal(
  typed: string,
  prefers: 'call' | 'text',
  more: { readonly body?: string | undefined; readonly isTelLink?: boolean } = {},
): Proposed {
  const { body, isTelLink = false } = more;
  return {
    kind: 'proposal',
    key: [prefers, typed, body ?? ''].join('\n'),
    prefers,
    typed,
    body,
    isTelLink,
  };
}

function unreadable(text: string, why: Failure): Proposed {
  const typed = shown(text);
  return { kind: 'unreadable', key: `unreadable\n${typed}`, typed, failure: why };
}

function parseIfShort(text: string, why: Failure): DialTarget | undefined {
  return why.message === 'number.short' ? parseShort(text) : undefined;
}

/** What reaches an emergency number is judged as it was written: in E.164 it may look like anyone's. */
function toTyped(
  { typed, target }: { readonly typed: string; readonly target: DialTarget },
  country: CountryCode,
): string {
  return isEmergency(typed, country) ? shown(typed) : toDialled(target);
}

/** A national form of a link's own context would be read as one of the home country's. */
function toDialled({ number, keyIn }: DialTarget): string {
  return keyIn === undefined ? number : `${number},${keyIn}`;
}

function shown(text: string): string {
  // Twice as much is looked at: what is invisible is not shown.
  return plainText(text.slice(0, 2 * longestShown)).slice(0, longestShown);
}
