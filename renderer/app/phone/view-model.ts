import type { Failure } from '../../../shared/failure.ts';
import type { CallOutlook, CallRow } from '../../../shared/model/calls.ts';
import type { ContactId, CountryCode, E164 } from '../../../shared/model/ids.ts';
import type { Capability } from '../../../shared/model/session.ts';
import { parseDialable, parseShort } from '../../../shared/phone/parse.ts';
import type { DialTarget } from '../../../shared/phone/types.ts';
import { strings } from '../../../shared/strings/strings.ts';

/** A number of the window, read once. */
export type ReadNumber =
  | { readonly kind: 'number' | 'short'; readonly target: DialTarget }
  | { readonly kind: 'none'; readonly failure: Failure };

/** Reads a number as it is written, or as it is stored. */
export function readNumber(written: string, home: CountryCode): ReadNumber {
  const parsed = parseDialable(written, home);
  if (parsed.ok) return { kind: 'number', target: parsed.value };
  const target = parseShort(written);
  return target === undefined
    ? { kind: 'none', failure: parsed.failure }
    : { kind: 'short', target };
}

/** A number with what is keyed in behind it, in a form that is read as the same two anywhere. */
export function writtenTarget({ number, keyIn }: DialTarget): string {
  if (keyIn === undefined) return number;
  return /^\d+$/.test(keyIn) ? `${number} x${keyIn}` : `${number},${keyIn}`;
}

/** A stored number with the extension that it was typed with. */
export function fullNumber(stored: E164, typed: string, home: CountryCode): string {
  const read = readNumber(typed, home);
  const isSame = read.kind === 'number' && read.target.number === stored;
  return isSame ? writtenTarget(read.target) : stored;
}

/** What calling someone is, where it is offered. */
export type CallAs = 'first' | 'again' | 'back';

/** What calling the other side of a call is: once more for who called them, else back. */
export function callAsOf({ direction }: Pick<CallRow, 'direction'>): CallAs {
  return direction === 'outbound' ? 'again' : 'back';
}

export type PhoneDeed = 'call' | 'text' | 'device' | 'copy' | 'add' | 'open' | 'cancel';

/** A line of the menu; with a reason it cannot be done now. */
export type PhoneItem = { readonly does: PhoneDeed; readonly reason: string | undefined };

export type PhoneFacts = {
  readonly read: ReadNumber;
  readonly contactId: ContactId | undefined;
  readonly canCall: Capability | undefined;
  readonly canText: Capability | undefined;
  /** What main says of calling it, once it has. */
  readonly outlook: Pick<CallOutlook, 'refusal' | 'obstacle'> | undefined;
};

/** What a number offers: always the same six lines, those that cannot work with the reason. */
export function phoneItems(facts: PhoneFacts): readonly PhoneItem[] {
  const { read, canCall, canText, outlook, contactId } = facts;
  const never = read.kind === 'none' ? read.failure : outlook?.refusal;
  const short = read.kind === 'short' ? strings.phone.shortCannotText : undefined;
  return [
    { does: 'call', reason: titleOf(never ?? missing(canCall) ?? lasting(outlook?.obstacle)) },
    { does: 'text', reason: titleOf(never) ?? short ?? titleOf(missing(canText)) },
    { does: 'device', reason: titleOf(never) },
    { does: 'copy', reason: undefined },
    { does: contactId === undefined ? 'add' : 'open', reason: undefined },
    { does: 'cancel', reason: undefined },
  ];
}

function missing(capability: Capability | undefined): Failure | undefined {
  return capability?.can === false ? capability.failure : undefined;
}

/** A call that is under way is asked about when the next one is wanted; it greys nothing out. */
function lasting(obstacle: Failure | undefined): Failure | undefined {
  return obstacle?.kind === 'conflict' ? undefined : obstacle;
}

function titleOf(failure: Failure | undefined): string | undefined {
  return failure && strings.failures(failure).title;
}
