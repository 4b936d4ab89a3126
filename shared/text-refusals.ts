import type { FailureKind, FailureMessage } from './failure.ts';

/** Whose side the reason lies on. */
export type RefusalSide =
  /** What was written or attached. */
  | 'text'
  /** Their number, or their phone. */
  | 'recipient'
  /** The number it was sent from. */
  | 'sender'
  /** The RingCentral account: its plan, its permissions, its limits. */
  | 'account'
  /** A phone company on the way. */
  | 'carrier'
  | 'ringcentral';

/** Whether sending it again can help: at once, later, once something is changed, or never. */
export type AgainHelps = 'now' | 'later' | 'changed' | 'never';

export type TextRefusal = {
  readonly says: FailureMessage;
  readonly side: RefusalSide;
  readonly again: AgainHelps;
  readonly kind: FailureKind;
};

/**
 * Why a text that RingCentral had accepted was not delivered, by `deliveryErrorCode` (its guide to
 * SMS errors). `SMS-RC` is RingCentral itself, `SMS-UP` the provider behind it, `SMS-CAR` the
 * carrier.
 */
export const deliveryRefusals = {
  'SMS-RC-403': refusal('text.limit-reached', 'account', 'later'),
  'SMS-RC-410': refusal('text.recipient-invalid', 'recipient', 'never'),
  'SMS-RC-413': refusal('text.recipient-opted-out', 'recipient', 'never'),
  'SMS-RC-430': refusal('text.spam', 'text', 'changed'),
  'SMS-RC-500': refusal('text.failed', 'ringcentral', 'now'),
  'SMS-RC-501': refusal('text.failed', 'ringcentral', 'now'),
  'SMS-RC-503': refusal('text.not-registered', 'sender', 'changed'),
  'SMS-RC-504': refusal('text.failed', 'ringcentral', 'later'),
  'SMS-UP-410': refusal('text.landline', 'recipient', 'never'),
  'SMS-UP-413': refusal('text.recipient-opted-out', 'recipient', 'never'),
  'SMS-UP-414': refusal('text.not-registered', 'sender', 'changed'),
  'SMS-UP-430': refusal('text.spam', 'text', 'changed'),
  'SMS-UP-431': refusal('text.sender-refused', 'sender', 'changed'),
  'SMS-UP-432': refusal('text.too-long', 'text', 'changed'),
  'SMS-UP-433': refusal('text.spam', 'text', 'changed'),
  'SMS-UP-500': refusal('text.failed', 'ringcentral', 'now'),
  'SMS-CAR-104': refusal('text.failed', 'carrier', 'later'),
  'SMS-CAR-199': refusal('text.failed', 'carrier', 'now'),
  'SMS-CAR-400': refusal('text.carrier-refused', 'carrier', 'changed'),
  'SMS-CAR-410': refusal('text.failed', 'recipient', 'later'),
  'SMS-CAR-411': refusal('text.recipient-invalid', 'recipient', 'never'),
  'SMS-CAR-412': refusal('text.failed', 'recipient', 'later'),
  'SMS-CAR-413': refusal('text.recipient-opted-out', 'recipient', 'never'),
  'SMS-CAR-414': refusal('text.not-registered', 'sender', 'changed'),
  'SMS-CAR-430': refusal('text.spam', 'text', 'changed'),
  'SMS-CAR-431': refusal('text.carrier-refused', 'carrier', 'later'),
  'SMS-CAR-432': refusal('text.too-long', 'text', 'changed'),
  'SMS-CAR-433': refusal('text.carrier-refused', 'text', 'changed'),
  'SMS-CAR-434': refusal('text.media-refused', 'text', 'changed'),
  'SMS-CAR-435': refusal('text.spam', 'text', 'changed'),
  'SMS-CAR-450': refusal('text.limit-reached', 'account', 'later'),
  'SMS-CAR-451': refusal('text.limit-reached', 'account', 'later'),
  'SMS-CAR-452': refusal('text.limit-reached', 'account', 'later'),
  'SMS-CAR-460': refusal('text.short-number', 'recipient', 'never'),
  'SMS-CAR-461': refusal('text.not-registered', 'sender', 'changed'),
  'SMS-CAR-500': refusal('text.failed', 'carrier', 'now'),
} as const satisfies Readonly<Record<string, TextRefusal>>;

/** Why RingCentral did not accept a text, by the code of its answer to the request. */
export const requestRefusals = {
  'CMN-101': refusal('server.refused', 'text', 'changed', 'invalid'),
  'CMN-102': refusal('text.recipient-invalid', 'recipient', 'changed', 'invalid'),
  'CMN-104': refusal('server.refused', 'ringcentral', 'never', 'invalid'),
  'CMN-401': refusal('permission.app-missing', 'account', 'changed'),
  'CMN-406': refusal('text.recipient-duplicate', 'recipient', 'changed', 'invalid'),
  'CMN-408': refusal('permission.user-missing', 'account', 'changed'),
  'CMN-414': refusal('text.recipient-invalid', 'recipient', 'changed', 'invalid'),
  'BIL-103': refusal('text.not-in-plan', 'account', 'changed'),
  'MSG-240': refusal('text.international-disabled', 'account', 'changed'),
  'MSG-241': refusal('text.sender-refused', 'sender', 'changed'),
  'MSG-242': refusal('text.not-registered', 'sender', 'changed'),
  'MSG-243': refusal('text.recipient-blocked', 'recipient', 'changed'),
  'MSG-245': refusal('text.sender-refused', 'sender', 'changed'),
  'MSG-246': refusal('text.extension-number', 'recipient', 'changed', 'invalid'),
  'MSG-247': refusal('text.short-number', 'recipient', 'never', 'invalid'),
  'MSG-304': refusal('text.sender-refused', 'sender', 'changed'),
  'MSG-314': refusal('text.sender-refused', 'account', 'changed'),
  'MSG-348': refusal('text.media-refused', 'text', 'changed'),
  'MSG-365': refusal('server.refused', 'ringcentral', 'never', 'invalid'),
  'MSG-367': refusal('text.not-registered', 'sender', 'changed'),
  'MSG-376': refusal('text.media-refused', 'text', 'changed'),
  'MSG-379': refusal('text.media-refused', 'text', 'changed'),
  'MSG-381': refusal('text.too-many-recipients', 'recipient', 'changed', 'invalid'),
  'MSG-383': refusal('text.international-disabled', 'account', 'changed'),
  'MSG-384': refusal('text.limit-reached', 'account', 'later'),
  'MSG-388': refusal('text.recipient-invalid', 'recipient', 'never'),
  FeatureNotAvailable: refusal('text.sender-refused', 'sender', 'changed'),
  InternationalProhibited: refusal('text.international-disabled', 'account', 'changed'),
  // These hold a text up and do not end it, unless they never end themselves.
  'CMN-301': refusal('rate.limited', 'ringcentral', 'later', 'rate-limited'),
  'MSG-305': refusal('rate.limited', 'ringcentral', 'later', 'rate-limited'),
  'MSG-290': refusal('server.unavailable', 'ringcentral', 'later', 'offline'),
} as const satisfies Readonly<Record<string, TextRefusal>>;

export type DeliveryCode = keyof typeof deliveryRefusals;
export type RequestCode = keyof typeof requestRefusals;
export type TextRefusalCode = DeliveryCode | RequestCode;

/** What RingCentral's code means to a text; undefined for one that is in no table of theirs. */
export function textRefusalOf(code: string): TextRefusal | undefined {
  return isTextRefusalCode(code) ? { ...deliveryRefusals, ...requestRefusals }[code] : undefined;
}

/** Own entries only: the code is the server's text, and `constructor` would be one too. */
export function isTextRefusalCode(code: string): code is TextRefusalCode {
  return Object.hasOwn(deliveryRefusals, code) || Object.hasOwn(requestRefusals, code);
}

function refusal(
  says: FailureMessage,
  side: RefusalSide,
  again: AgainHelps,
  kind: FailureKind = 'rejected',
): TextRefusal {
  return { says, side, again, kind };
}
