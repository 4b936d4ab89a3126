import { isObject } from '../http/body.ts';
import type { ApiError } from '../http/errors.ts';
import type { Answer, Incoming } from '../http/message.ts';
import type { ClientApp, Profile } from '../state/types.ts';
import type { Visit } from './authorizations.ts';
import { STYLE } from './pages-style.ts';

const STYLE_PATH = '/login/style.css';
const ACTION = '/restapi/oauth/authorize';

/** GET /login/style.css */
export function getLoginStyle(): Answer {
  return {
    status: 200,
    headers: { 'Content-Type': 'text/css;charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
    body: STYLE,
  };
}

/** Name and password, filled in already: the user of the demo account has no secrets. */
export function signInPage(visit: Visit, app: ClientApp, password: string): Answer {
  const problem =
    visit.problem === undefined
      ? ''
      : `<p class="problem" role="alert">${toHtml(visit.problem)}</p>`;
  return page(200, visit, 'Sign in', [
    `<p>to go on to <strong>${toHtml(app.name)}</strong></p>`,
    problem,
    `<form method="post" action="${ACTION}">`,
    hidden('ticket', visit.ticket),
    `<label for="username">Email or phone number</label>`,
    `<input id="username" name="username" autocomplete="username" value="${toHtml(visit.username)}">`,
    `<label for="password">Password</label>`,
    `<input id="password" name="password" type="password" autocomplete="off" value="${toHtml(password)}">`,
    `<button type="submit">Sign in</button>`,
    `<button type="submit" name="decision" value="deny" class="quiet">Cancel</button>`,
    `</form>`,
  ]);
}

export function consentPage(visit: Visit, app: ClientApp, user: Profile): Answer {
  const permissions = app.permissions.map((name) => `<li>${toHtml(wordsFor(name))}</li>`);
  return page(200, visit, `Allow ${app.name}?`, [
    `<p>Signed in as <strong>${toHtml(`${user.firstName} ${user.lastName}`)}</strong>, `,
    `${toHtml(user.companyName)}, extension&nbsp;${toHtml(user.extensionNumber)}</p>`,
    `<p>${toHtml(app.name)} wants to:</p><ul>${[...new Set(permissions)].join('')}</ul>`,
    `<form method="post" action="${ACTION}">`,
    hidden('ticket', visit.ticket),
    `<button type="submit" name="decision" value="authorize">Authorize</button>`,
    `<button type="submit" name="decision" value="deny" class="quiet">Deny</button>`,
    `</form>`,
  ]);
}

export function messagePage(status: number, title: string, message: string): Answer {
  return page(status, undefined, title, [`<p>${toHtml(message)}</p>`]);
}

/** An error on the page itself for a browser, in OAuth's form for anything else. */
export function errorAnswer(error: ApiError, request: Incoming): Answer {
  const answer = error.toAnswer();
  if (!/text\/html/i.test(request.headers['accept'] ?? '')) return answer;
  const [detail] = isObject(error.body) ? ((error.body['errors'] ?? []) as unknown[]) : [];
  const code = isObject(detail) ? String(detail['errorCode']) : String(error.status);
  const shown = messagePage(error.status, 'You cannot sign in here', `${code}: ${error.message}`);
  return { ...shown, headers: { ...error.headers, ...shown.headers } };
}

/** One line for what belongs together: the list is read by people. */
const PERMISSION_WORDS: Readonly<Record<string, string>> = {
  RingOut: 'Place and control calls',
  CallControl: 'Place and control calls',
  SMS: 'Send messages for you',
  InternalMessages: 'Send messages for you',
  ReadMessages: 'Read and manage your messages and voicemails',
  EditMessages: 'Read and manage your messages and voicemails',
  ReadCallLog: 'Read and manage your call log and recordings',
  EditCallLog: 'Read and manage your call log and recordings',
  ReadCallRecording: 'Read and manage your call log and recordings',
  ReadAccounts: 'Read your account, numbers and colleagues',
  EditExtensions: 'Change your settings',
  ReadPresence: 'See and change your presence',
  EditPresence: 'See and change your presence',
  ReadContacts: 'Read and change your contacts',
  Contacts: 'Read and change your contacts',
  WebSocket: 'Hear at once when something happens',
};

function wordsFor(permission: string): string {
  return PERMISSION_WORDS[permission] ?? permission;
}

function page(
  status: number,
  visit: Visit | undefined,
  title: string,
  parts: readonly string[],
): Answer {
  const body = [
    `<!doctype html><html lang="en"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${toHtml(title)} – simulated RingCentral</title>`,
    `<link rel="stylesheet" href="${STYLE_PATH}"></head>`,
    `<body class="${toHtml(visit?.request.display ?? 'page')}">`,
    `<p class="notice">This is Sidetone’s simulator, not RingCentral. Nothing leaves this computer.</p>`,
    `<main><h1>${toHtml(title)}</h1>`,
    ...parts,
    `</main></body></html>\n`,
  ].join('');
  return { status, headers: headersFor(visit), body };
}

/** A sign-in page is never framed, never cached, and sends its forms nowhere else. */
function headersFor(visit: Visit | undefined): Record<string, string> {
  // Browsers hold the redirect after a form to the same list as the form itself.
  const target = visit === undefined ? '' : ` ${sourceOf(visit.request.redirectUri)}`;
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `form-action 'self'${target}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'Content-Type': 'text/html;charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}

/** An address as a source of the policy: its origin, or, for an app's own scheme, that. */
function sourceOf(uri: string): string {
  const { origin, protocol } = new URL(uri);
  return origin === 'null' ? protocol : origin;
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${toHtml(value)}">`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toHtml(value: string): string {
  return value.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
