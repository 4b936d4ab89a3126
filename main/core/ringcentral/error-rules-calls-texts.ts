import { all, type Rules } from './error-rules.ts';

/** FACTS 2.5: placing a RingOut call. */
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

/** FACTS 2.3: a RingOut that is no longer there has ended. */
export const callStatusRules: Rules = all('CMN-102 CMN-120', ['not-found', 'call.gone']);

/** Call Control on a call that is over or in another state (SPEC: 404 and 409). */
export const callControlRules: Rules = all('CMN-102 CMN-120', [
  'conflict',
  'call.not-controllable',
  'never',
]);

/** FACTS 3.3: sending a text. */
export const textRules: Rules = {
  ...all('CMN-102 CMN-414', ['invalid', 'text.recipient-invalid']),
  'CMN-406': ['invalid', 'text.recipient-duplicate'],
  ...all('MSG-240 MSG-383 InternationalProhibited', ['rejected', 'text.international-disabled']),
  ...all('MSG-241 MSG-245 MSG-304 MSG-314', ['rejected', 'text.sender-refused']),
  ...all('MSG-242 MSG-367', ['rejected', 'text.not-registered']),
  'MSG-243': ['rejected', 'text.recipient-blocked'],
  'MSG-246': ['invalid', 'text.extension-number'],
  'MSG-247': ['invalid', 'text.short-number'],
  ...all('MSG-348 MSG-376 MSG-379', ['rejected', 'text.media-refused']),
  'MSG-381': ['invalid', 'text.too-many-recipients'],
  'MSG-384': ['rejected', 'text.limit-reached'],
  'MSG-388': ['rejected', 'text.recipient-invalid'],
  'BIL-103': ['rejected', 'text.not-in-plan'],
  FeatureNotAvailable: ['rejected', 'text.sender-refused'],
};
