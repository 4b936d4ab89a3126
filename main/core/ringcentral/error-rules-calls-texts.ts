import { requestRefusals } from '../../../shared/text-refusals.ts';
import { all, type Rules } from './error-rules.ts';

/** RingCentral's API reference: placing a RingOut call. */
export const callRules: Rules = {
  'TEL-101': ['rejected', 'call.blocked'],
  'TEL-102': ['rejected', 'call.from-refused'],
  'TEL-108': ['invalid', 'call.from-refused'],
  'TEL-109': ['invalid', 'call.to-refused'],
  ...all('TEL-107 RNG-102', ['rejected', 'call.caller-id-refused']),
  'BIL-103': ['rejected', 'call.not-in-plan'],
  ...all('CMN-109 CMN-112 CMN-113 CMN-403 FeatureNotAvailable', ['rejected', 'call.not-allowed']),
  InternationalProhibited: ['rejected', 'call.international-disabled'],
};

/** RingCentral's guide to RingOut: a RingOut that is no longer there has ended. */
export const callStatusRules: Rules = all('CMN-102 CMN-120', ['not-found', 'call.gone']);

/** Call Control on a call that is over or in another state (SPEC: 404 and 409). */
export const callControlRules: Rules = all('CMN-102 CMN-120', [
  'conflict',
  'call.not-controllable',
  'never',
]);

/**
 * RingCentral's API reference: sending a text; what means the same whatever was asked is in the
 * common rules.
 */
export const textRules: Rules = Object.fromEntries(
  Object.entries(requestRefusals)
    .filter(([, { says }]) => says.startsWith('text.'))
    .map(([code, { kind, says }]) => [code, [kind, says]]),
);
