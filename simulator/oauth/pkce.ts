import { createHash } from 'node:crypto';

export type Challenge = { readonly value: string; readonly method: 'S256' | 'plain' };

/** RFC 7636, 4.1 and 4.2: verifiers and challenges alike. */
const FORM = /^[A-Za-z0-9._~-]{43,128}$/;

/** The challenge of an authorization request; the name of the parameter that is wrong otherwise. */
export function challengeOf(
  parameters: URLSearchParams,
):
  | { readonly challenge: Challenge | undefined }
  | { readonly wrong: 'code_challenge' | 'code_challenge_method' } {
  const value = parameters.get('code_challenge');
  // RingCentral's default is plain, as RFC 7636 has it (its guide to authorization).
  const method = parameters.get('code_challenge_method') ?? 'plain';
  if (method !== 'S256' && method !== 'plain') return { wrong: 'code_challenge_method' };
  if (value === null) {
    return parameters.has('code_challenge_method')
      ? { wrong: 'code_challenge' }
      : { challenge: undefined };
  }
  return FORM.test(value) ? { challenge: { value, method } } : { wrong: 'code_challenge' };
}

/** Whether the verifier of a token request is the one the challenge was made from. */
export function isVerified(challenge: Challenge | undefined, verifier: string | null): boolean {
  // A verifier without a challenge is a downgrade that RFC 9700, 2.1.1 has refused.
  if (!challenge || verifier === null) return !challenge && verifier === null;
  if (!FORM.test(verifier)) return false;
  return challenge.value === (challenge.method === 'plain' ? verifier : sha256(verifier));
}

function sha256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
