import type { Answer } from '../http/message.ts';
import type { World } from '../world.ts';
import type { AuthorizationRequest, Visit } from './authorizations.ts';
import { CODE_LIFE_S } from './authorizations.ts';

export type Refusal = { readonly error: string; readonly description: string };

/** Back to the app with a code (RingCentral's guide to authorization). */
export function codeAnswer(request: AuthorizationRequest, code: string): Answer {
  const { state } = request;
  return toApp(request, {
    code,
    ...(state === undefined ? {} : { state }),
    expires_in: String(CODE_LIFE_S),
  });
}

/** Back to the app without one (RFC 6749, 4.1.2.1). */
export function backToApp(request: AuthorizationRequest, refusal: Refusal): Answer {
  const { state } = request;
  return toApp(request, {
    error: refusal.error,
    error_description: refusal.description,
    ...(state === undefined ? {} : { state }),
  });
}

/** Only ever to an address that the app has registered: `AuthorizationRequest` holds no other. */
function toApp({ redirectUri }: AuthorizationRequest, parameters: Record<string, string>): Answer {
  const separator = redirectUri.includes('?') ? '&' : '?';
  // Written as it was registered: reading it as a URL might change it.
  return redirect(`${redirectUri}${separator}${new URLSearchParams(parameters).toString()}`);
}

export function toLoginPage(world: World, { ticket }: Visit): Answer {
  return redirect(`${world.addresses.api}/login?ticket=${ticket}`);
}

function redirect(location: string): Answer {
  const headers = {
    Location: location,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  };
  return { status: 302, headers, body: undefined };
}
