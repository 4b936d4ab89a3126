import { failure, type Failure } from '../../../shared/failure.ts';
import type { ImportDraft, ImportField } from '../../../shared/model/session.ts';
import {
  importVariables,
  judgeValue,
  maskOf,
  type ImportValues,
  type ImportVariable,
} from './import-fields.ts';
import type { TypedApp, Way } from './way.ts';

/** Where RingCentral's API is unless the file says otherwise. */
const usualServer = 'https://platform.ringcentral.com';

/** What an import would do. */
export type ImportPlan = Pick<ImportDraft, 'fields' | 'method' | 'obstacle'> & {
  readonly app: TypedApp;
  /** What goes with the app; undefined while something stands in the way. */
  readonly grant: ImportGrant | undefined;
  readonly phoneNumber: string | undefined;
};

type GrantOf<T> = T extends unknown ? Omit<T, 'serverUrl' | 'clientId' | 'clientSecret'> : never;
export type ImportGrant = GrantOf<Way>;

/** Judges every value, and chooses the way to sign in: JWT, else user name and password, else the browser. */
export function planImport(values: ImportValues): ImportPlan {
  const problems = new Map<ImportVariable, Failure>();
  const fields = importVariables.flatMap((variable): ImportField[] => {
    const value = values[variable];
    if (value === undefined) return [];
    const problem = judgeValue(variable, value);
    if (problem) problems.set(variable, problem);
    return [
      {
        variable,
        shown: maskOf[variable](value, problem === undefined),
        ...(problem && { problem }),
      },
    ];
  });
  const obstacle = findObstacle(values, problems);
  const grant = obstacle ? undefined : chooseGrant(values, problems);
  return {
    fields,
    method: grant?.method,
    ...(obstacle && { obstacle }),
    app: {
      serverUrl: values.RINGCENTRAL_SERVER_URL ?? usualServer,
      clientId: values.RINGCENTRAL_CLIENT_ID ?? '',
      clientSecret: values.RINGCENTRAL_CLIENT_SECRET,
    },
    grant,
    phoneNumber: values.RINGCENTRAL_PHONE_NUMBER,
  };
}

/** Without an app or a server there is no way in; a server that only has to be confirmed is one. */
function findObstacle(
  values: ImportValues,
  problems: ReadonlyMap<ImportVariable, Failure>,
): Failure | undefined {
  const variable = 'RINGCENTRAL_CLIENT_ID';
  if (values[variable] === undefined)
    return failure('invalid', 'import.incomplete', { field: variable, params: { variable } });
  const server = problems.get('RINGCENTRAL_SERVER_URL');
  return (
    problems.get(variable) ??
    (server?.message === 'session.server-other' ? undefined : server) ??
    problems.get('RINGCENTRAL_CLIENT_SECRET')
  );
}

function chooseGrant(
  values: ImportValues,
  problems: ReadonlyMap<ImportVariable, Failure>,
): ImportGrant {
  const {
    RINGCENTRAL_JWT: jwt,
    RINGCENTRAL_USERNAME: username,
    RINGCENTRAL_PASSWORD: password,
    RINGCENTRAL_EXTENSION: extension,
  } = values;
  if (jwt !== undefined && !problems.has('RINGCENTRAL_JWT')) return { method: 'jwt', jwt };
  if (username !== undefined && password !== undefined && !problems.has('RINGCENTRAL_EXTENSION'))
    return { method: 'password', username, extension, password };
  return { method: 'browser' };
}
