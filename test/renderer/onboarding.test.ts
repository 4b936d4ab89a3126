import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { E164 } from '../../shared/model/ids.ts';
import type { ImportDraft, ImportedNumber, LastSignIn } from '../../shared/model/session.ts';
import { importedWords } from '../../renderer/app/import-outcome.ts';
import { parsePort, redirectUriOf } from '../../renderer/app/sign-in-port.ts';
import {
  againWords,
  askedWith,
  besideField,
  fieldsOf,
  fieldError,
  fieldOf,
  firstFields,
  importFieldName,
  isToldBeside,
  missingFields,
  redirectUriIn,
  signInInput,
  timeLeftWords,
  unusualHost,
  withoutRedirectUri,
  type SignInFields,
} from '../../renderer/features/onboarding/view-model.ts';
import { strings } from '../../shared/strings/strings.ts';
import { session } from './make.ts';

const fields: SignInFields = {
  method: 'browser',
  serverUrl: 'https://platform.ringcentral.com',
  clientId: 'id',
  clientSecret: '',
  jwt: '',
};
const last: LastSignIn = {
  serverUrl: 'https://phones.example.com',
  clientId: 'last-id',
  method: 'jwt',
  isKept: false,
};

describe('the sign-in form', () => {
  test('begins with RingCentral’s own server, or with what the last sign-in used', () => {
    expect(firstFields({ lastSignIn: undefined, serverUrl: undefined })).toEqual({
      ...fields,
      clientId: '',
    });
    expect(firstFields(session({ lastSignIn: last }))).toEqual({
      ...fields,
      method: 'jwt',
      serverUrl: last.serverUrl,
      clientId: last.clientId,
    });
    // A password is no way of the form: the browser takes its place.
    const older = session({ lastSignIn: { ...last, method: 'password' } });
    expect(firstFields(older).method).toBe('browser');
  });

  test('needs the client ID and the server, and for a JWT the JWT', () => {
    expect(missingFields(fields)).toEqual([]);
    expect(missingFields({ ...fields, clientId: ' ', serverUrl: '' })).toEqual([
      'clientId',
      'serverUrl',
    ]);
    expect(missingFields({ ...fields, method: 'jwt' })).toEqual(['jwt']);
  });

  test('sends what its method needs, and a secret or a confirmation only when given', () => {
    expect(signInInput({ ...fields, jwt: 'left over' }, false)).toEqual({
      method: 'browser',
      serverUrl: fields.serverUrl,
      clientId: 'id',
    });
    expect(signInInput({ ...fields, method: 'jwt', jwt: 'j', clientSecret: 's' }, true)).toEqual({
      method: 'jwt',
      serverUrl: fields.serverUrl,
      clientId: 'id',
      clientSecret: 's',
      allowOtherHost: true,
      jwt: 'j',
    });
  });

  test('puts what is wrong beside its field and nowhere else', () => {
    const wrong = failure('invalid', 'session.server-invalid', { field: 'serverUrl' });
    expect(fieldError('serverUrl', [], wrong)).toContain('not a server address');
    expect(fieldError('jwt', [], wrong)).toBeUndefined();
    expect(fieldError('jwt', ['jwt'], undefined)).toBe('Paste your JWT.');
    expect(fieldError('clientSecret', ['jwt'], undefined)).toBeUndefined();
  });

  test('puts a taken port beside the port, and what has no field of its own nowhere', () => {
    const taken = failure('conflict', 'session.port-taken', { params: { port: 41_100 } });
    expect(fieldOf(taken)).toBe('signInPort');
    expect(fieldOf(failure('offline', 'network.offline'))).toBeUndefined();
    expect(fieldOf(failure('invalid', 'import.unreadable', { field: 'text' }))).toBeUndefined();
  });

  test('asks about a foreign server and names a redirect URI by themselves, not beside a field', () => {
    const other = failure('invalid', 'session.server-other', { field: 'serverUrl' });
    expect(fieldOf(other)).toBeUndefined();
    const params = { redirectUri: 'http://localhost:41100/callback' };
    const mismatch = failure('auth', 'session.redirect-mismatch', { field: 'clientId', params });
    expect(fieldOf(mismatch)).toBeUndefined();
    expect(redirectUriIn(mismatch)).toBe(params.redirectUri);
    expect(strings.failures(withoutRedirectUri(mismatch)).advice).not.toContain('localhost');
  });

  test('names the server only when it is not the usual one', () => {
    expect(unusualHost('https://platform.ringcentral.com/')).toBeUndefined();
    expect(unusualHost(' https://phones.example.com ')).toBe('phones.example.com');
    expect(unusualHost('not an address')).toBeUndefined();
  });
});

describe('the port of the browser sign-in', () => {
  test.each(['1024', ' 41100 ', '65535'])('%j may be used', (text) => {
    expect(parsePort(text)).toBe(Number(text));
  });

  test.each(['', '80', '1023', '65536', '99999', '4110a', '4110.5', '-4110', '0x1000', '1e4'])(
    '%j may not',
    (text) => {
      expect(parsePort(text)).toBeUndefined();
    },
  );

  test('makes the redirect URI', () => {
    expect(redirectUriOf(41_100)).toBe('http://localhost:41100/callback');
  });
});

describe('a sign-in that waits', () => {
  test.each([
    [300_000, 'About 5 minutes left'],
    [149_000, 'About 2 minutes left'],
    [61_000, 'About 1 minute left'],
    [59_999, 'Less than a minute left'],
    [0, 'The time is up'],
    [-5_000, 'The time is up'],
  ])('with %d ms to go says %s', (leftMs, words) => {
    expect(timeLeftWords(1_000_000 + leftMs, 1_000_000)).toBe(words);
  });

  test('is begun again the way it was done last', () => {
    expect(againWords({ ...last, method: 'browser' }).how).toContain('your browser');
    expect(againWords(last).how).toContain('JWT');
    expect(againWords(last).where).toContain('last-id');
  });

  test('knows what RingCentral’s page was asked with', () => {
    const redirectUri = 'http://localhost:41100/callback';
    const query = new URLSearchParams({ client_id: 'app-1', redirect_uri: redirectUri });
    const asked = askedWith(`https://platform.ringcentral.com/restapi/oauth/authorize?${query}`);
    expect(asked).toEqual({ clientId: 'app-1', redirectUri });
  });
});

describe('an import', () => {
  const draft = (changes: Partial<ImportDraft>): ImportDraft => ({
    id: 'd',
    source: 'text',
    fields: [{ variable: 'RINGCENTRAL_CLIENT_ID', shown: '•••' }],
    method: 'browser',
    ...changes,
  });

  test('calls its values by what they are, and what it does not know by its name', () => {
    const name = (variable: string) => importFieldName({ variable, shown: '' });
    expect(name('RINGCENTRAL_CLIENT_ID')).toBe('Client ID');
    expect(name('RINGCENTRAL_OTHER')).toBe('RINGCENTRAL_OTHER');
    expect(name('constructor')).toBe('constructor');
  });

  test('says an obstacle once, where the value stands', () => {
    const sandbox = failure('invalid', 'session.server-sandbox');
    const marked = [{ variable: 'RINGCENTRAL_SERVER_URL', shown: 'x', problem: sandbox }];
    expect(isToldBeside(draft({ fields: marked, obstacle: sandbox }))).toBe(true);
    const incomplete = failure('invalid', 'import.incomplete');
    expect(isToldBeside(draft({ fields: marked, obstacle: incomplete }))).toBe(false);
    expect(isToldBeside(draft({ obstacle: incomplete }))).toBe(false);
  });
});

describe('an imported value', () => {
  test('has what is wrong with it beside its name, which is not said again', () => {
    const params = { variable: 'RINGCENTRAL_EXTENSION', expected: 'the digits of an extension' };
    const wrong = failure('invalid', 'import.value-invalid', { params });
    expect(besideField(wrong)).toBe('It should be the digits of an extension.');
    expect(besideField(failure('invalid', 'session.server-sandbox'))).toContain('sandbox is gone');
  });

  test('goes to the form when it is no secret and nothing is wrong with it', () => {
    const problem = failure('invalid', 'session.server-sandbox');
    const found = [
      { variable: 'RINGCENTRAL_SERVER_URL', shown: 'https://elsewhere.example', problem },
      { variable: 'RINGCENTRAL_CLIENT_ID', shown: 'app-1' },
      { variable: 'RINGCENTRAL_CLIENT_SECRET', shown: 'se•••et' },
    ];
    const draft: ImportDraft = { id: 'd', source: 'text', fields: found, method: 'password' };
    expect(fieldsOf(draft)).toEqual({ method: 'browser', clientId: 'app-1' });
  });
});

describe('what came of an import', () => {
  const number = '+14155550101' as E164;
  const told = (of: ImportedNumber, source: ImportDraft['source'] = 'text') => {
    const words = importedWords({ source, number: of }, (n) => `<${n}>`);
    return {
      isWarning: words.isWarning,
      title: words.title,
      text: words.sentences.join(' '),
    };
  };

  test('tells that the old settings can go', () => {
    expect(told({ kind: 'none' })).toEqual({
      isWarning: false,
      title: 'Signed in',
      text: 'You can delete the file now.',
    });
    expect(told({ kind: 'none' }, 'environment').text).toContain('environment');
  });

  test('tells what the number is used for', () => {
    const taken = (as: readonly ('call-from' | 'text-from')[]) =>
      told({ kind: 'taken', number, as }).text;
    expect(taken(['call-from', 'text-from'])).toContain('call and text from <+14155550101>');
    expect(taken(['call-from'])).toContain('cannot send texts');
    expect(taken(['text-from'])).toContain('calls start from another phone');
  });

  test('names the numbers that do work instead of one that does not', () => {
    const refused = (given: string, usable: readonly E164[]) =>
      told({ kind: 'refused', given, usable });
    const { isWarning, title, text } = refused('+1 (415) 555-0199', [number]);
    expect(isWarning).toBe(true);
    expect(title).toContain('<+14155550199> is not a number');
    expect(text).toContain('You can use <+14155550101>.');
    expect(refused('main line', []).title).toContain('main line is not a number');
    expect(refused('main line', []).text).toContain('No number of yours');
  });
});
