/**
 * Who is at the other end of a number. The last two digits decide, so that a test or a person can
 * choose what happens: +1 512 555 0190 is busy, whatever the area code.
 */
export type CallPersona = 'answers' | 'busy' | 'no-answer' | 'rejects' | 'out-of-service';

export type TextPersona =
  | { readonly kind: 'receives'; readonly replies: boolean }
  | { readonly kind: 'delivery-fails'; readonly code: string }
  | { readonly kind: 'sending-fails'; readonly code: string }
  | { readonly kind: 'never-confirmed' };

const CALL_PERSONAS: Readonly<Record<string, CallPersona>> = {
  '90': 'busy',
  '91': 'busy',
  '92': 'no-answer',
  '93': 'no-answer',
  '94': 'rejects',
  '95': 'out-of-service',
};

const TEXT_PERSONAS: Readonly<Record<string, TextPersona>> = {
  // Codes of RingCentral's guide to SMS errors: invalid destination, landline, opted out, spam
  // filter, no report yet.
  '95': { kind: 'delivery-fails', code: 'SMS-CAR-411' },
  '96': { kind: 'sending-fails', code: 'SMS-UP-410' },
  '97': { kind: 'sending-fails', code: 'SMS-RC-413' },
  '98': { kind: 'delivery-fails', code: 'SMS-CAR-430' },
  '99': { kind: 'never-confirmed' },
};

export function callPersona(number: string): CallPersona {
  return CALL_PERSONAS[number.slice(-2)] ?? 'answers';
}

/** Numbers ending in 30 to 79 answer a text after a while. */
export function textPersona(number: string): TextPersona {
  const ending = number.slice(-2);
  const lastTwo = Number(ending);
  return TEXT_PERSONAS[ending] ?? { kind: 'receives', replies: lastTwo >= 30 && lastTwo <= 79 };
}

/** Lets calls to different numbers last differently: between half and one and a half of `talkMs`. */
export function talkTime(number: string, talkMs: number): number {
  return Math.round(talkMs * (0.5 + Number(number.slice(-2)) / 100));
}
