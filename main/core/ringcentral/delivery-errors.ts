import { failure, type Failure, type FailureMessage } from '../../../shared/failure.ts';

/**
 * Why a text that RingCentral accepted was not delivered, by `deliveryErrorCode` (FACTS 3.4).
 * `SMS-RC` is RingCentral itself, `SMS-UP` the upstream provider, `SMS-CAR` the carrier.
 */
const deliveryMessages = new Map<string, FailureMessage>(
  Object.entries({
    'SMS-RC-403': 'text.limit-reached',
    'SMS-RC-410': 'text.recipient-invalid',
    'SMS-RC-413': 'text.recipient-opted-out',
    'SMS-RC-430': 'text.spam',
    'SMS-RC-500': 'text.failed',
    'SMS-RC-501': 'text.failed',
    'SMS-RC-503': 'text.not-registered',
    'SMS-RC-504': 'text.failed',
    'SMS-UP-410': 'text.landline',
    'SMS-UP-413': 'text.recipient-opted-out',
    'SMS-UP-414': 'text.not-registered',
    'SMS-UP-430': 'text.spam',
    'SMS-UP-431': 'text.sender-refused',
    'SMS-UP-432': 'text.too-long',
    'SMS-UP-433': 'text.spam',
    'SMS-UP-500': 'text.failed',
    'SMS-CAR-104': 'text.failed',
    'SMS-CAR-199': 'text.failed',
    'SMS-CAR-400': 'text.carrier-refused',
    'SMS-CAR-410': 'text.failed',
    'SMS-CAR-411': 'text.recipient-invalid',
    'SMS-CAR-412': 'text.failed',
    'SMS-CAR-413': 'text.recipient-opted-out',
    'SMS-CAR-414': 'text.not-registered',
    'SMS-CAR-430': 'text.spam',
    'SMS-CAR-431': 'text.carrier-refused',
    'SMS-CAR-432': 'text.too-long',
    'SMS-CAR-433': 'text.carrier-refused',
    'SMS-CAR-434': 'text.media-refused',
    'SMS-CAR-435': 'text.spam',
    'SMS-CAR-450': 'text.limit-reached',
    'SMS-CAR-451': 'text.limit-reached',
    'SMS-CAR-452': 'text.limit-reached',
    'SMS-CAR-460': 'text.short-number',
    'SMS-CAR-461': 'text.not-registered',
    'SMS-CAR-500': 'text.failed',
  } as const),
);

/** The failure to show on a text that was not delivered; it is the user's to send it again. */
export function toDeliveryFailure(code: string | undefined): Failure {
  const message = deliveryMessages.get(code ?? '') ?? 'text.failed';
  return failure('rejected', message, { retry: 'user', ...(code !== undefined && { code }) });
}
