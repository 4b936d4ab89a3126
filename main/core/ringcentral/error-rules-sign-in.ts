import type { SignInMethod } from '../../../shared/model/session.ts';
import { all, clientRefused, grantRefused, type Rule, type Rules } from './error-rules.ts';

const passwordEnded: Rule = ['auth', 'session.password-ended', 'user'];
const consentDenied: Rule = ['auth', 'session.consent-denied', 'user'];
const codeExpired: Rule = ['auth', 'session.code-expired', 'user'];
/** Said of someone who has just proved who they are at RingCentral's own page. */
const refusedAfterAll: Rule = ['auth', 'server.refused', 'user'];

/**
 * "Login refused" (RingCentral's guide to errors): the person, or what stands for them, is not
 * accepted.
 */
const credentialCodes = 'OAU-105 OAU-119 OAU-136 OAU-140 OAU-141 OAU-142 OAU-168 OAU-222 OAU-232';
/** The grant itself is not, or no longer, good. */
const grantCodes = 'OAU-106 OAU-108 OAU-211 OAU-213 invalid_grant expired_token';
/** A 401 while someone signs in speaks of the app: nobody has a token yet that could have ended. */
const tokenCodes = 'OAU-128 OAU-129 OAU-149 AGW-401 AGW-402 CMN-405 TokenInvalid TokenExpired';

/**
 * RingCentral's guide to errors: what the token endpoint and the sign-in page say while someone
 * signs in. The same code asks for another remedy from each way of doing so.
 */
export const signInRules: Readonly<Record<SignInMethod, Rules>> = {
  browser: {
    ...all(tokenCodes, clientRefused),
    ...all(`${credentialCodes} OAU-102`, refusedAfterAll),
    ...all(grantCodes, codeExpired),
    access_denied: consentDenied,
    // The app is not one for codes.
    unsupported_response_type: grantRefused,
  },
  jwt: {
    ...all(tokenCodes, clientRefused),
    ...all(`${credentialCodes} ${grantCodes} OAU-102 access_denied`, [
      'auth',
      'session.jwt-refused',
      'user',
    ]),
  },
  password: {
    ...all(tokenCodes, clientRefused),
    ...all(`${credentialCodes} ${grantCodes} OAU-102 access_denied`, [
      'auth',
      'session.password-refused',
      'user',
    ]),
    // RingCentral ended this grant on 31 March 2024 (its guide to authorization).
    ...all('OAU-112 OAU-125 OAU-250 OAU-251', passwordEnded),
    ...all('unauthorized_client unsupported_grant_type', passwordEnded),
  },
};
