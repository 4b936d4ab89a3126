import type { Answer, Incoming } from '../http/message.ts';
import type { World } from '../world.ts';
import { accessRefusal } from './access.ts';
import { findApp } from './apps.ts';
import type { Visit } from './authorizations.ts';
import { findLogin, findVisit, issueCode, startLogin } from './authorizations.ts';
import { isDemoUser } from './demo-user.ts';
import { invalidRequest } from './form.ts';
import { consentPage, messagePage, signInPage } from './pages.ts';
import { backToApp, codeAnswer, toLoginPage } from './redirects.ts';

const COOKIE = 'simulator_login';

/** The id of the login that a browser shows with its cookie. */
export function loginIdOf(request: Incoming): string | undefined {
  const cookies = (request.headers['cookie'] ?? '').split(/; */);
  const own = cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`));
  return own?.slice(COOKIE.length + 1);
}

/** GET /login: the page that a visit has come to. */
export function getLoginPage(world: World, request: Incoming): Answer {
  const visit = findVisit(world, request.query.get('ticket'));
  const app = findApp(world, visit?.request.clientId ?? null);
  if (!visit || !app) return tooOld();
  return visit.loginId === undefined
    ? signInPage(visit, app, world.state.password)
    : consentPage(visit, app, world.state.profile);
}

/** What the forms of the pages send: a name and a password, or a decision. */
export function takeStep(world: World, form: URLSearchParams): Answer {
  const visit = findVisit(world, form.get('ticket'));
  if (!visit) return tooOld();
  const decision = form.get('decision');
  if (decision === null) return signIn(world, visit, form);
  if (decision === 'deny') return deny(world, visit);
  if (decision === 'authorize') return authorize(world, visit);
  throw invalidRequest('decision');
}

function signIn(world: World, visit: Visit, form: URLSearchParams): Answer {
  visit.username = form.get('username') ?? '';
  const password = form.get('password') ?? '';
  const refusal = accessRefusal(world.state.access);
  if (!isDemoUser(world, { username: visit.username, password })) {
    visit.problem = 'The user name or the password is wrong.';
    return toLoginPage(world, visit);
  }
  if (refusal) {
    visit.problem = `${refusal.message} (${refusal.code}).`;
    return toLoginPage(world, visit);
  }
  visit.problem = undefined;
  visit.loginId = startLogin(world);
  const answer = toLoginPage(world, visit);
  const cookie = `${COOKIE}=${visit.loginId}; Path=/; HttpOnly; SameSite=Lax`;
  return { ...answer, headers: { ...answer.headers, 'Set-Cookie': cookie } };
}

function authorize(world: World, visit: Visit): Answer {
  // Without a login this is the sign-in page once more: nobody consents for somebody else.
  if (visit.loginId === undefined) return toLoginPage(world, visit);
  world.authorizations.visits.delete(visit.ticket);
  findLogin(world, visit.loginId)?.consents.add(visit.request.clientId);
  const refusal = accessRefusal(world.state.access);
  if (refusal) {
    const description = 'Unable to issue authorization code';
    return backToApp(visit.request, { error: 'access_denied', description });
  }
  return codeAnswer(visit.request, issueCode(world, visit.request));
}

function deny(world: World, visit: Visit): Answer {
  world.authorizations.visits.delete(visit.ticket);
  const description = 'The user denied access';
  return backToApp(visit.request, { error: 'access_denied', description });
}

function tooOld(): Answer {
  return messagePage(
    400,
    'This page is no longer good',
    'Go back to the app and sign in again from there.',
  );
}
