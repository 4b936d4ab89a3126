import { failure, type Failure } from '../../../../shared/failure.ts';
import type { CountryCode, E164, EpochMs } from '../../../../shared/model/ids.ts';
import type { MessageStatus } from '../../../../shared/model/messages.ts';
import { formatNumber } from '../../../../shared/phone/format.ts';
import { toE164 } from '../../../../shared/phone/parse.ts';
import type { ThreadParty } from '../../messages/rows.ts';
import { toDeliveryFailure } from '../../ringcentral/delivery-errors.ts';
import type { ServerAttachment, ServerMessage, ServerParty } from '../../ringcentral/records.ts';

/** A text of the message store in the archive's terms. */
export type SyncedText = {
  readonly serverId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly status: MessageStatus;
  readonly failure: Failure | undefined;
  readonly body: string;
  readonly ownNumber: E164;
  readonly parties: readonly ThreadParty[];
  readonly fromNumber: E164 | undefined;
  readonly fromName: string | undefined;
  readonly conversationId: string | undefined;
  readonly createdAt: EpochMs;
  readonly modifiedAt: EpochMs;
  readonly isRead: boolean;
  readonly attachments: readonly ServerAttachment[];
};

/** Whose numbers the user's are, and where national forms belong. */
export type Home = { readonly ownNumbers: readonly E164[]; readonly country: CountryCode };

/** The archive's form of a record; undefined when it belongs to no number of the user's. */
export function toSyncedText(record: ServerMessage, home: Home): SyncedText | undefined {
  const isInbound = record.direction === 'Inbound';
  const from = toThreadParty(record.from, home.country);
  const to = record.to.map((party) => toThreadParty(party, home.country));
  const ownNumber = isInbound ? ownAmong(to, home.ownNumbers) : from.number;
  if (ownNumber === undefined) return undefined;
  const others = (isInbound ? [from, ...to] : to).filter(({ number }) => number !== ownNumber);
  const delivery: Delivery = isInbound
    ? { status: 'received', failure: undefined }
    : toDelivery(record, home.country);
  return {
    serverId: record.id,
    direction: isInbound ? 'inbound' : 'outbound',
    ...delivery,
    body: record.subject,
    ownNumber,
    // A text to oneself has nobody else in it.
    parties: others.length > 0 ? others : isInbound ? [from] : to,
    fromNumber: from.number,
    fromName: from.name,
    conversationId: record.conversationId,
    createdAt: record.createdAt,
    modifiedAt: record.modifiedAt,
    isRead: !isInbound || record.readStatus === 'Read',
    // The body is an attachment too, of type `Text` (RingCentral's guide to SMS).
    attachments: record.attachments.filter(({ type }) => type !== 'Text'),
  };
}

type Delivery = Pick<SyncedText, 'status' | 'failure'>;

/**
 * How far an outbound text came. Of a group each recipient has a state of its own (RingCentral's
 * guide to the message store), and that of the whole may hide that somebody did not get it: it says
 * for whom it failed, and is not to be sent again to those who have it.
 */
function toDelivery(record: ServerMessage, country: CountryCode): Delivery {
  const { to, deliveryErrorCode: code } = record;
  const status = toStatus(record.messageStatus);
  const missed = to.filter(
    ({ messageStatus }) => messageStatus !== undefined && toStatus(messageStatus) === 'failed',
  );
  const isPartly = missed.length > 0 && missed.length < to.length;
  if (!isPartly) {
    return status === 'failed' || missed.length > 0
      ? { status: 'failed', failure: toDeliveryFailure(code) }
      : { status, failure: undefined };
  }
  const numbers = missed.map((party) => sayParty(party, country)).join(', ');
  const more = {
    retry: 'never',
    params: { numbers },
    ...(code !== undefined && { code }),
  } as const;
  return { status: 'failed', failure: failure('rejected', 'text.not-to-all', more) };
}

function sayParty({ phoneNumber, extensionNumber, name }: ServerParty, country: CountryCode) {
  const number = phoneNumber === undefined ? undefined : toE164(phoneNumber, country);
  return number ? formatNumber(number, country) : (name ?? phoneNumber ?? extensionNumber ?? '');
}

/**
 * RingCentral's guide to the message store: the life of an outbound text; a word we do not know is
 * no failure.
 */
function toStatus(messageStatus: string): MessageStatus {
  if (messageStatus === 'Delivered') return 'delivered';
  if (messageStatus === 'DeliveryFailed' || messageStatus === 'SendingFailed') return 'failed';
  return 'sent';
}

/** Which of the recipients the user is: one of their numbers, else the first. */
function ownAmong(
  recipients: readonly ThreadParty[],
  ownNumbers: readonly E164[],
): E164 | undefined {
  const numbers = recipients.flatMap(({ number }) => number ?? []);
  return numbers.find((number) => ownNumbers.includes(number)) ?? numbers[0] ?? ownNumbers[0];
}

/** A short code is no number that could be called or answered: it is shown as a name. */
export function toThreadParty(party: ServerParty, country: CountryCode): ThreadParty {
  const { phoneNumber, extensionNumber, name } = party;
  const number = phoneNumber === undefined ? undefined : toE164(phoneNumber, country);
  return { number, extensionNumber, name: name ?? (number ? undefined : phoneNumber) };
}
