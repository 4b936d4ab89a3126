import { failure, type Failure } from '../../../shared/failure.ts';
import type { SenderView } from '../../../shared/model/messages.ts';
import type { ServerPhoneNumber } from '../ringcentral/records.ts';
import { numbersWith, toSenders, type AccountFacts } from './facts.ts';

/** Every number of the user's: whether texts go out from it, and with it pictures, or why not. */
export function toOwnSenders(facts: AccountFacts): readonly SenderView[] {
  const usual = toSenders(facts).find(({ isDefault }) => isDefault)?.number;
  return numbersWith(undefined, facts).map((each) => ({
    number: each.number,
    label: each.label,
    isDefault: each.number === usual,
    canSendMedia: each.features.includes('MmsSender'),
    obstacle: obstacleOf(each, facts),
  }));
}

/**
 * Numbers that text once the carriers' registry knows them, and do not yet: local ones of the USA and
 * Canada that are the user's alone.
 */
export function mayBeRegistered(number: Traits): boolean {
  const { features, isTollFree, country = 'US' } = number;
  if (features.includes('SmsSender') || isTollFree === true) return false;
  return !isFax(number) && !isShared(number) && (country === 'US' || country === 'CA');
}

type Traits = Omit<ServerPhoneNumber, 'number'>;

const isFax = ({ type, usageType }: Traits): boolean =>
  type === 'FaxOnly' || usageType.includes('Fax');

/** A number of the company's is one extension's for texts (RingCentral's guide to SMS). */
const isShared = ({ usageType }: Traits): boolean => usageType.endsWith('CompanyNumber');

/** States of a campaign that end in a confirmation unless someone refuses it (API reference). */
const underWay: ReadonlySet<string> = new Set(['Created', 'Draft', 'Submitted', 'UpdateRequested']);

/**
 * Why no texts go out from a number, and what an administrator has to do for it (RingCentral's
 * guide to number registration).
 */
function obstacleOf(number: Traits, facts: AccountFacts): Failure | undefined {
  if (number.features.includes('SmsSender')) return undefined;
  if (isFax(number)) return cannot('text.sender-fax');
  if (number.isTollFree === true) return cannot('text.sender-toll-free');
  if (isShared(number)) return cannot('text.sender-shared');
  const registration = number.id === undefined ? undefined : facts.smsRegistrations?.[number.id];
  if (registration === undefined) {
    return cannot(mayBeRegistered(number) ? 'text.sender-off' : 'text.sender-abroad');
  }
  const { campaign } = registration;
  if (campaign === undefined) return cannot('text.sender-unregistered');
  if (campaign === 'Confirmed') return cannot('text.sender-off');
  return cannot(underWay.has(campaign) ? 'text.sender-pending' : 'text.sender-rejected', campaign);
}

type SenderMessage = Extract<Failure['message'], `text.sender-${string}`>;

function cannot(message: SenderMessage, status?: string): Failure {
  return failure('rejected', message, {
    field: 'from',
    ...(status !== undefined && { params: { status } }),
  });
}
