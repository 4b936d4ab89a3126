import { failure, type Failure } from '../../../shared/failure.ts';
import type { ImportDraft, ImportField, SessionView } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';
import { minute, numberOf } from './people.ts';

type App = {
  readonly method: 'browser' | 'jwt';
  readonly serverUrl: string;
  readonly clientId: string;
  readonly allowOtherHost?: boolean;
};
type Change = (session: Partial<SessionView>) => void;

/** RingCentral's own hosts, as the fake main knows them. */
const own = /^https:\/\/[\w.-]+\.ringcentral\.com$/;
const page =
  'https://platform.ringcentral.com/restapi/oauth/authorize?response_type=code&state=x' +
  '&client_id=fictional-client&redirect_uri=http%3A%2F%2Flocalhost%3A17845%2Fcallback';

/** Signing in, in every way, without RingCentral: a script says what the browser came back with. */
export function signInAnswers(world: FakeWorld, change: Change): Answers {
  const enter = (app: App): Result<SessionView> => {
    change({
      ...world.signedIn,
      state: 'signed-in',
      signIn: undefined,
      serverUrl: app.serverUrl,
      lastSignIn: {
        serverUrl: app.serverUrl,
        clientId: app.clientId,
        method: app.method,
        isKept: true,
      },
    });
    return ok({ ...world.session });
  };
  const browse = (app: App): Promise<Result<SessionView>> => {
    const before = world.session.state;
    change({
      state: 'signing-in',
      signIn: { step: 'browser', url: page, endsAt: Date.now() + 5 * minute },
    });
    return new Promise((resolve) => {
      world.comeBack = (trouble) => {
        world.comeBack = undefined;
        if (trouble) change({ state: before, signIn: undefined });
        resolve(trouble ? fail(trouble) : enter(app));
      };
    });
  };
  const signIn = (app: App): Result<SessionView> | Promise<Result<SessionView>> => {
    const trouble = judge(app);
    if (trouble) return fail(trouble);
    return app.method === 'browser' ? browse(app) : enter(app);
  };
  return {
    'session.sign-in': (input: App) => {
      world.asked = [...world.asked, input];
      return signIn(input);
    },
    'session.sign-in-again': () => {
      const last = world.session.lastSignIn;
      if (!last) return fail(failure('auth', 'session.nothing-kept'));
      return signIn({ ...last, method: last.method === 'jwt' ? 'jwt' : 'browser' });
    },
    'session.cancel-sign-in': () => {
      world.comeBack?.(failure('auth', 'session.cancelled'));
      return ok();
    },
    'session.open-sign-in-page': () => ok(),
    'session.sign-out': (input: { eraseArchive: boolean }) => {
      world.asked = [...world.asked, input];
      change({ state: 'signed-out', account: undefined });
      return ok();
    },
    ...importAnswers(world, signIn),
  };
}

function judge(app: App): Failure | undefined {
  const url = URL.parse(app.serverUrl);
  if (!url) return failure('invalid', 'session.server-invalid', { field: 'serverUrl' });
  if (!own.test(app.serverUrl) && app.allowOtherHost !== true) {
    return failure('invalid', 'session.server-other', {
      field: 'serverUrl',
      params: { host: url.host },
    });
  }
  if (app.clientId === 'unknown') {
    return failure('auth', 'session.client-refused', { field: 'clientId' });
  }
  return undefined;
}

function importAnswers(
  world: FakeWorld,
  signIn: (app: App) => Result<SessionView> | Promise<Result<SessionView>>,
): Answers {
  let kept: ReadonlyMap<string, string> = new Map();
  return {
    'session.read-import': (input: { text: string }) => {
      kept = valuesOf(input.text);
      const draft = draftOf(kept, 'text');
      return draft.fields.length === 0
        ? fail(failure('invalid', 'import.nothing-found'))
        : ok(draft);
    },
    'session.find-import': () => {
      if (world.environment === undefined) return ok(undefined);
      kept = valuesOf(world.environment);
      return ok(draftOf(kept, 'environment'));
    },
    'session.use-import': async (input: { allowOtherHost?: boolean }) => {
      if (draftOf(kept, 'text').method === 'password') {
        return fail(failure('auth', 'session.password-ended'));
      }
      const result = await signIn({
        method: kept.has('RINGCENTRAL_JWT') ? 'jwt' : 'browser',
        serverUrl: kept.get('RINGCENTRAL_SERVER_URL') ?? 'https://platform.ringcentral.com',
        clientId: kept.get('RINGCENTRAL_CLIENT_ID') ?? '',
        ...input,
      });
      if (!result.ok) return result;
      const given = kept.get('RINGCENTRAL_PHONE_NUMBER');
      const sender = world.senders.find(({ number }) => number === given);
      const usable = world.senders.map(({ number }) => number);
      const number = sender
        ? { kind: 'taken', number: sender.number, as: ['call-from', 'text-from'] }
        : given
          ? { kind: 'refused', given, usable }
          : { kind: 'none' };
      return ok({ session: result.value, number });
    },
  };
}

function valuesOf(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^(RINGCENTRAL_\w+)=(.+)$/gm);
  return new Map([...lines].map(([, name = '', value = '']) => [name, value.trim()]));
}

const sandboxGone = failure('invalid', 'session.server-sandbox');

function draftOf(values: ReadonlyMap<string, string>, source: ImportDraft['source']): ImportDraft {
  const shown = new Set([
    'RINGCENTRAL_SERVER_URL',
    'RINGCENTRAL_CLIENT_ID',
    'RINGCENTRAL_EXTENSION',
  ]);
  const fields = [...values].map(([variable, value]): ImportField => {
    const seen = shown.has(variable) ? value : `••••${value.slice(-2)}`;
    const field = { variable, shown: seen };
    return value.includes('devtest') ? Object.assign(field, { problem: sandboxGone }) : field;
  });
  const isComplete = values.has('RINGCENTRAL_CLIENT_ID');
  const method = values.has('RINGCENTRAL_JWT')
    ? 'jwt'
    : values.has('RINGCENTRAL_PASSWORD')
      ? 'password'
      : 'browser';
  const obstacle = fields.some(({ problem }) => problem)
    ? sandboxGone
    : failure('invalid', 'import.incomplete', { params: { variable: 'RINGCENTRAL_CLIENT_ID' } });
  const isUsable = isComplete && !fields.some(({ problem }) => problem);
  return {
    id: 'draft',
    source,
    fields,
    method: isComplete ? method : undefined,
    ...(!isUsable && { obstacle }),
  };
}

/** An older set-up's file, whole. */
export const envFile = [
  'RINGCENTRAL_CLIENT_ID=fictional-client',
  'RINGCENTRAL_SERVER_URL=https://platform.ringcentral.com',
  'RINGCENTRAL_JWT=fictional-jwt-77',
  `RINGCENTRAL_PHONE_NUMBER=${numberOf(90)}`,
].join('\n');
