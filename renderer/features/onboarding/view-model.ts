import type { Failure } from '../../../shared/failure.ts';
import type {
  ImportDraft,
  ImportField,
  LastSignIn,
  SessionView,
} from '../../../shared/model/session.ts';
import { strings } from '../../../shared/strings/strings.ts';

export type SignInFields = {
  readonly method: 'browser' | 'jwt';
  readonly serverUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly jwt: string;
};

/** The fields of the form by name; the port is kept by the settings, not by the form. */
export type SignInField = 'serverUrl' | 'clientId' | 'clientSecret' | 'jwt' | 'signInPort';
type RequiredField = keyof typeof strings.onboarding.signIn.required;

const names: readonly SignInField[] = [
  'serverUrl',
  'clientId',
  'clientSecret',
  'jwt',
  'signInPort',
];

/** What the form begins with: all of the last sign-in that is no secret. */
export function firstFields(session: Pick<SessionView, 'lastSignIn' | 'serverUrl'>): SignInFields {
  const last = session.lastSignIn;
  return {
    method: last?.method === 'jwt' ? 'jwt' : 'browser',
    serverUrl: last?.serverUrl ?? session.serverUrl ?? strings.onboarding.defaultServer,
    clientId: last?.clientId ?? '',
    clientSecret: '',
    jwt: '',
  };
}

/** The fields that must be filled in before anything is sent, in their order on the screen. */
export function missingFields(fields: SignInFields): readonly RequiredField[] {
  const required: readonly RequiredField[] =
    fields.method === 'jwt' ? ['clientId', 'jwt', 'serverUrl'] : ['clientId', 'serverUrl'];
  return required.filter((field) => fields[field].trim() === '');
}

/** What the bridge is asked with: of the method not chosen, and of an empty secret, nothing. */
export function signInInput(fields: SignInFields, allowOtherHost: boolean) {
  const { method, serverUrl, clientId, clientSecret, jwt } = fields;
  const app = {
    serverUrl,
    clientId,
    ...(clientSecret.trim() !== '' && { clientSecret }),
    ...(allowOtherHost && { allowOtherHost }),
  };
  return method === 'jwt' ? { method, ...app, jwt } : { method, ...app };
}

/** The field that a Failure stands beside; a question or a banner stands by itself. */
export function fieldOf(failure: Failure | undefined): SignInField | undefined {
  if (failure === undefined || isOtherHost(failure) || needsRedirectUri(failure)) return undefined;
  if (failure.message === 'session.port-taken') return 'signInPort';
  return names.find((name) => name === failure.field);
}

/** What stands beside a field: that it is empty, or what was said about it. */
export function fieldError(
  field: SignInField,
  missing: readonly RequiredField[],
  failure: Failure | undefined,
): string | undefined {
  const empty = missing.find((name) => name === field);
  if (empty !== undefined) return strings.onboarding.signIn.required[empty];
  if (failure === undefined || fieldOf(failure) !== field) return undefined;
  const { title, advice } = strings.failures(failure);
  return `${title}. ${advice}`;
}

/** Whether the server is not RingCentral's, which the user may confirm. */
export function isOtherHost(failure: Failure): boolean {
  return failure.message === 'session.server-other';
}

/** Whether the app's redirect URI is, or may be, what has to be mended. */
export function needsRedirectUri(failure: Failure): boolean {
  return (
    failure.message === 'session.redirect-mismatch' || failure.message === 'session.browser-timeout'
  );
}

/** The redirect URI a Failure speaks of: the one it was given, which the port may have left since. */
export function redirectUriIn(failure: Failure): string | undefined {
  const given = failure.params?.['redirectUri'];
  return typeof given === 'string' ? given : undefined;
}

/** The same Failure without the address, where that stands by itself beneath the sentence. */
export function withoutRedirectUri(failure: Failure): Failure {
  const { redirectUri: _shown, ...params } = failure.params ?? {};
  return { ...failure, params };
}

/** Whether user name and password are over for good, and the browser is the way. */
export function isPasswordOver(failure: Failure): boolean {
  return (
    failure.message === 'session.password-ended' || failure.message === 'session.password-refused'
  );
}

/** How long the browser has left, in words that change by the minute. */
export function timeLeftWords(endsAt: number, now: number): string {
  const words = strings.onboarding.waiting;
  const left = endsAt - now;
  if (left <= 0) return words.timeUp;
  return left < 60_000 ? words.lastMinute : words.minutesLeft(Math.round(left / 60_000));
}

/** What RingCentral's sign-in page was asked with, which is what its errors speak of. */
export function askedWith(url: string): {
  readonly clientId: string;
  readonly redirectUri: string | undefined;
} {
  const asked = URL.parse(url)?.searchParams;
  return {
    clientId: asked?.get('client_id') ?? '',
    redirectUri: asked?.get('redirect_uri') ?? undefined,
  };
}

/** How the one-click sign-in goes, and with which app, where that is not the usual server. */
export function againWords(last: LastSignIn): { readonly how: string; readonly where: string } {
  const words = strings.onboarding.again;
  return {
    how: words.how[last.method],
    where: words.where(last.clientId, unusualHost(last.serverUrl)),
  };
}

/** The server, while it is another than the one everybody uses. */
export function unusualHost(serverUrl: string): string | undefined {
  const host = hostOf(serverUrl);
  return host === hostOf(strings.onboarding.defaultServer) ? undefined : host;
}

/** The server's name, while what was typed is an address. */
export function hostOf(serverUrl: string): string | undefined {
  return URL.parse(serverUrl.trim())?.host;
}

/** What an imported variable is, in words; one that is not known is called by its name. */
export function importFieldName(field: ImportField): string {
  const known: Readonly<Record<string, string>> = strings.onboarding.import.fields;
  return Object.hasOwn(known, field.variable) ? (known[field.variable] ?? '') : field.variable;
}

/** Whether what keeps an import from being used stands beside one of its fields already. */
export function isToldBeside(draft: ImportDraft): boolean {
  return draft.fields.some(({ problem }) => problem?.message === draft.obstacle?.message);
}

/** What is wrong with an imported value, for beside its name: that need not be said again. */
export function besideField(failure: Failure): string {
  const { title, advice } = strings.failures(failure);
  return failure.message === 'import.value-invalid' ? advice : `${title}. ${advice}`;
}

/** What of an import is no secret and can be offered in the form. */
export function fieldsOf(draft: ImportDraft): Partial<SignInFields> {
  const shown = (variable: string): string | undefined =>
    draft.fields.find((field) => field.variable === variable && !field.problem)?.shown;
  const clientId = shown('RINGCENTRAL_CLIENT_ID');
  const serverUrl = shown('RINGCENTRAL_SERVER_URL');
  return {
    method: 'browser',
    ...(clientId !== undefined && { clientId }),
    ...(serverUrl !== undefined && { serverUrl }),
  };
}
