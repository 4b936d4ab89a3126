import { describe, expect, it } from 'vitest';
import {
  judgeValue,
  pickValues,
  readEnvText,
  type ImportVariable,
} from '../../../main/core/session/import-fields.ts';
import { maskNumber, maskSecret, maskUserName } from '../../../main/core/session/import-masks.ts';
import { planImport } from '../../../main/core/session/import-plan.ts';

const clientId = 'harborlight-office-app';
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2lnbmF0dXJl';

describe('the text of a .env', () => {
  it.each([
    ['plain lines', `RINGCENTRAL_CLIENT_ID=${clientId}\nRINGCENTRAL_JWT=${jwt}`],
    ['lines of Windows', `RINGCENTRAL_CLIENT_ID=${clientId}\r\nRINGCENTRAL_JWT=${jwt}\r\n`],
    ['lines of an old Mac', `RINGCENTRAL_CLIENT_ID=${clientId}\rRINGCENTRAL_JWT=${jwt}\r`],
    [
      'the last of two values',
      `RINGCENTRAL_JWT=old\nRINGCENTRAL_JWT=${jwt}\nRINGCENTRAL_CLIENT_ID=${clientId}`,
    ],
    [
      'names that objects have',
      `__proto__=x\nconstructor=y\ntoString=z\nRINGCENTRAL_CLIENT_ID=${clientId}\nRINGCENTRAL_JWT=${jwt}`,
    ],
    ['a byte-order mark', `\uFEFFRINGCENTRAL_CLIENT_ID=${clientId}\nRINGCENTRAL_JWT=${jwt}`],
    [
      'export, quotes and spaces',
      `export RINGCENTRAL_CLIENT_ID = "${clientId}"\nRINGCENTRAL_JWT='${jwt}'`,
    ],
    [
      'comments and other variables',
      `# mine\n\nDATABASE_URL=x\nRINGCENTRAL_CLIENT_ID=${clientId} # the app\nRINGCENTRAL_JWT=${jwt}\nRINGCENTRAL_OTHER=1`,
    ],
  ])('is read with %s', (_, text) => {
    expect(readEnvText(text)).toEqual({
      ok: true,
      value: { RINGCENTRAL_CLIENT_ID: clientId, RINGCENTRAL_JWT: jwt },
    });
  });

  it.each([
    ['', 'import.nothing-found'],
    ['# nothing but a comment', 'import.nothing-found'],
    ['DATABASE_URL=x', 'import.nothing-found'],
    ['RINGCENTRAL_CLIENT_ID=\nRINGCENTRAL_JWT=""', 'import.nothing-found'],
    ['Dear Dana, here are your settings.', 'import.unreadable'],
    ['{"clientId": "x"}', 'import.unreadable'],
    ['R\0I\0N\0G\0=\0x\0', 'import.unreadable'],
  ])('%j is refused as %s', (text, message) => {
    expect(readEnvText(text)).toMatchObject({ ok: false, failure: { message } });
  });

  it('is the environment as well', () => {
    expect(pickValues({ PATH: '/bin', RINGCENTRAL_CLIENT_ID: ` ${clientId} ` })).toEqual({
      ok: true,
      value: { RINGCENTRAL_CLIENT_ID: clientId },
    });
    expect(pickValues({ PATH: '/bin' })).toMatchObject({ ok: false });
  });
});

describe('a value', () => {
  const good: readonly (readonly [ImportVariable, string])[] = [
    ['RINGCENTRAL_CLIENT_ID', clientId],
    ['RINGCENTRAL_CLIENT_SECRET', 'a-secret-of-an-app'],
    ['RINGCENTRAL_JWT', jwt],
    ['RINGCENTRAL_USERNAME', 'dana@harborlight.example'],
    ['RINGCENTRAL_PASSWORD', 'with spaces and #'],
    ['RINGCENTRAL_EXTENSION', '101'],
    ['RINGCENTRAL_SERVER_URL', 'https://platform.ringcentral.com/'],
    ['RINGCENTRAL_PHONE_NUMBER', '+15125550123'],
    ['RINGCENTRAL_PHONE_NUMBER', '(512) 555-0123'],
  ];
  it.each(good)('%s of %s has nothing against it', (variable, value) => {
    expect(judgeValue(variable, value)).toBeUndefined();
  });

  const bad: readonly (readonly [ImportVariable, string, string])[] = [
    ['RINGCENTRAL_CLIENT_ID', 'your client id', 'session.client-id-invalid'],
    ['RINGCENTRAL_CLIENT_ID', 'abc', 'session.client-id-invalid'],
    ['RINGCENTRAL_CLIENT_SECRET', 'two words', 'import.value-invalid'],
    ['RINGCENTRAL_JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0', 'import.value-invalid'],
    ['RINGCENTRAL_JWT', 'a.b.c+d', 'import.value-invalid'],
    ['RINGCENTRAL_JWT', `a.b.${'c'.repeat(8_000)}`, 'import.value-invalid'],
    ['RINGCENTRAL_CLIENT_SECRET', 'c'.repeat(201), 'import.value-invalid'],
    ['RINGCENTRAL_EXTENSION', 'x101', 'import.value-invalid'],
    ['RINGCENTRAL_PHONE_NUMBER', '101', 'import.value-invalid'],
    [
      'RINGCENTRAL_SERVER_URL',
      'https://platform.devtest.ringcentral.com',
      'session.server-sandbox',
    ],
    ['RINGCENTRAL_SERVER_URL', 'http://platform.ringcentral.com', 'session.server-insecure'],
    ['RINGCENTRAL_SERVER_URL', 'https://crm.example', 'session.server-other'],
    ['RINGCENTRAL_SERVER_URL', 'platform', 'session.server-invalid'],
  ];
  it.each(bad)('%s of %s is refused as %s', (variable, value, message) => {
    expect(judgeValue(variable, value)).toMatchObject({ message });
  });
});

describe('a mask', () => {
  it.each([
    [maskSecret, 'abcdefghijkl', 'ab•••kl'],
    [maskSecret, 'abcdefghijk', '•••'],
    [maskSecret, '', '•••'],
    [maskNumber, '+15125550123', '+1•••0123'],
    [maskNumber, '(512) 555-0123', '•••0123'],
    [maskNumber, '5550123', '•••23'],
    [maskUserName, 'dana@harborlight.example', 'da•••@•••.example'],
    [maskUserName, 'x@y', '•••@•••'],
    [maskUserName, '+15125550123', '+1•••0123'],
    [maskUserName, 'dana.whitlock', 'da•••'],
  ] as const)('%o of %j is %j', (mask, value, shown) => {
    expect(mask(value)).toBe(shown);
  });
});

describe('what is shown of a value', () => {
  it.each([
    ['RINGCENTRAL_SERVER_URL', 'https://crm.example', 'https://crm.example'],
    [
      'RINGCENTRAL_SERVER_URL',
      'http://platform.ringcentral.com',
      'http://platform.ringcentral.com',
    ],
    [
      'RINGCENTRAL_SERVER_URL',
      'https://dana:hunter2@platform.ringcentral.com',
      'https://•••@platform.ringcentral.com',
    ],
    ['RINGCENTRAL_SERVER_URL', 'https://da@na:hun ter2@crm.example/x', 'https://•••@crm.example/x'],
    ['RINGCENTRAL_CLIENT_ID', clientId, clientId],
    ['RINGCENTRAL_CLIENT_ID', `${clientId} RINGCENTRAL_CLIENT_SECRET=hunter2hunter2`, 'ha•••r2'],
    ['RINGCENTRAL_EXTENSION', 'hunter2hunter2', 'hu•••r2'],
  ] as const)('%s %s: %s', (variable, value, shown) => {
    expect(planImport({ [variable]: value }).fields).toMatchObject([{ variable, shown }]);
  });
});

describe('the way an import signs in', () => {
  const user = { RINGCENTRAL_USERNAME: 'dana@harborlight.example', RINGCENTRAL_PASSWORD: 'secret' };
  const app = { RINGCENTRAL_CLIENT_ID: clientId };

  it.each([
    ['the JWT before anything else', { ...app, ...user, RINGCENTRAL_JWT: jwt }, 'jwt'],
    ['user name and password', { ...app, ...user }, 'password'],
    ['the browser with the app alone', app, 'browser'],
    [
      'the browser while the password is missing',
      { ...app, RINGCENTRAL_USERNAME: 'dana' },
      'browser',
    ],
    ['what is left when the JWT is broken', { ...app, RINGCENTRAL_JWT: 'broken' }, 'browser'],
  ] as const)('is %s', (_, values, method) => {
    expect(planImport(values)).toMatchObject({ method });
    expect(planImport(values).obstacle).toBeUndefined();
  });

  it.each([
    ['without a client id', user, 'import.incomplete'],
    [
      'with a client id that is none',
      { RINGCENTRAL_CLIENT_ID: 'x y' },
      'session.client-id-invalid',
    ],
    [
      'to the sandbox',
      { ...app, RINGCENTRAL_SERVER_URL: 'https://platform.devtest.ringcentral.com' },
      'session.server-sandbox',
    ],
    [
      'unprotected',
      { ...app, RINGCENTRAL_SERVER_URL: 'http://crm.example' },
      'session.server-insecure',
    ],
    ['with half a secret', { ...app, RINGCENTRAL_CLIENT_SECRET: 'a b' }, 'import.value-invalid'],
  ])('is none %s', (_, values, message) => {
    expect(planImport(values)).toMatchObject({ method: undefined, obstacle: { message } });
  });

  it('to a server that has to be confirmed is there, with the question beside the value', () => {
    const plan = planImport({ ...app, RINGCENTRAL_SERVER_URL: 'https://crm.example' });
    expect(plan).toMatchObject({ method: 'browser' });
    expect(plan.obstacle).toBeUndefined();
    expect(plan.fields[0]).toMatchObject({ problem: { message: 'session.server-other' } });
  });
});
