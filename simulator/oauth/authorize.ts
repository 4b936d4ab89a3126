import { ApiError, oauthError } from '../http/errors.ts';
import type { Answer, Incoming } from '../http/message.ts';
import type { ClientApp } from '../state/types.ts';
import type { World } from '../world.ts';
import { findApp, ownerOf } from './apps.ts';
import type { AuthorizationRequest } from './authorizations.ts';
import { findLogin, issueCode, startVisit } from './authorizations.ts';
import { invalidRequest, oauthForm, readParameters } from './form.ts';
import { errorAnswer } from './pages.ts';
import { challengeOf } from './pkce.ts';
import type { Refusal } from './redirects.ts';
import { backToApp, codeAnswer, toLoginPage } from './redirects.ts';
import { loginIdOf, takeStep } from './sign-in.ts';

const DISPLAYS = new Set(['page', 'popup', 'touch', 'mobile']);
const PROMPTS = new Set(['login', 'sso', 'consent', 'none']);

/**
 * GET /restapi/oauth/authorize: sends the browser to the sign-in page (RingCentral's guide to
 * authorization).
 */
export function getAuthorize(world: World, request: Incoming): Answer {
  return onPage(request, () => begin(world, request, readParameters(request.query)));
}

/** POST: the same with a form, and where the forms of the sign-in pages go. */
export function postAuthorize(world: World, request: Incoming): Answer {
  return onPage(request, () => {
    const form = oauthForm(request);
    return form.has('ticket') ? takeStep(world, form) : begin(world, request, form);
  });
}

function onPage(request: Incoming, work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error, request);
    throw error;
  }
}

/**
 * Until app and address are known to be good, an error is shown and nobody is sent anywhere; after
 * that the app hears of it (RFC 6749, 4.1.2.1).
 */
function begin(world: World, request: Incoming, parameters: URLSearchParams): Answer {
  const app = requireCodeApp(world, parameters);
  const headers = world.limits.admit(ownerOf(world, app), 'Auth');
  const redirectUri = requireRedirectUri(app, parameters);
  const prompts = (parameters.get('prompt') ?? 'login sso').split(' ');
  const pkce = challengeOf(parameters);
  const asked: AuthorizationRequest = {
    clientId: app.id,
    redirectUri,
    namesRedirectUri: parameters.has('redirect_uri'),
    state: parameters.get('state') ?? undefined,
    challenge: 'challenge' in pkce ? pkce.challenge : undefined,
    display: parameters.get('display') ?? 'page',
  };
  const refusal =
    refusalOf(parameters, prompts) ??
    ('wrong' in pkce ? invalid(`Parameter [${pkce.wrong}] value is invalid`) : undefined) ??
    (app.secret === undefined && !asked.challenge ? invalid('Code challenge required') : undefined);
  const answer = refusal
    ? backToApp(asked, refusal)
    : openPage(world, asked, prompts, loginIdOf(request), parameters.get('login_hint'));
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

function openPage(
  world: World,
  asked: AuthorizationRequest,
  prompts: readonly string[],
  cookie: string | undefined,
  hint: string | null,
): Answer {
  const login = findLogin(world, cookie);
  if (prompts.includes('none')) {
    if (!login) return backToApp(asked, { error: 'login_required', description: 'Not signed in' });
    if (!login.consents.has(asked.clientId)) {
      return backToApp(asked, { error: 'consent_required', description: 'Not authorized yet' });
    }
    return codeAnswer(asked, issueCode(world, asked));
  }
  // Without `login` in it, a prompt is content with a browser that has signed in before.
  const isSignedIn = login !== undefined && prompts.every((prompt) => prompt === 'consent');
  const visit = startVisit(world, asked, {
    username: hint ?? world.state.profile.email,
    loginId: isSignedIn ? cookie : undefined,
  });
  return toLoginPage(world, visit);
}

function requireCodeApp(world: World, parameters: URLSearchParams): ClientApp {
  const app = findApp(world, parameters.get('client_id'));
  if (!app) throw oauthError(400, 'invalid_client', 'OAU-120', 'Wrong Application ID');
  if (app.flows.includes('code')) return app;
  const message = 'The client is unauthorized for the required grant type: [authorization_code]';
  throw oauthError(400, 'unauthorized_client', 'OAU-112', message);
}

/** Compared letter by letter; it may be left out when the app has only one. */
function requireRedirectUri(app: ClientApp, parameters: URLSearchParams): string {
  const [first, ...more] = app.redirectUris;
  if (first === undefined) {
    const message = 'No redirect uri is registered for the client';
    throw oauthError(400, 'invalid_client', 'OAU-113', message);
  }
  const given = parameters.get('redirect_uri');
  if (given === null && more.length > 0) throw invalidRequest('redirect_uri', 'is not specified');
  const uri = given ?? first;
  if (app.redirectUris.includes(uri)) return uri;
  throw oauthError(400, 'invalid_request', 'OAU-109', 'Redirect URIs do not match');
}

function refusalOf(parameters: URLSearchParams, prompts: readonly string[]): Refusal | undefined {
  const responseType = parameters.get('response_type');
  if (responseType === null) return invalid('Parameter [response_type] is not specified');
  if (responseType !== 'code') {
    const description = `Response type [${responseType}] is not supported`;
    return { error: 'unsupported_response_type', description };
  }
  if (!DISPLAYS.has(parameters.get('display') ?? 'page')) {
    return invalid('Parameter [display] value is invalid');
  }
  const alone = !prompts.includes('none') || prompts.length === 1;
  return alone && prompts.every((prompt) => PROMPTS.has(prompt))
    ? undefined
    : invalid('Parameter [prompt] value is invalid');
}

function invalid(description: string): Refusal {
  return { error: 'invalid_request', description };
}
