import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import {
  belongsToField,
  fieldError,
  missingFields,
} from '../../renderer/features/onboarding/view-model.ts';

const fields = { serverUrl: 'https://example.com', clientId: 'id', clientSecret: '', jwt: 'jwt' };

describe('the sign-in form', () => {
  test('needs all but the secret', () => {
    expect(missingFields(fields)).toEqual([]);
    expect(missingFields({ ...fields, clientId: ' ', jwt: '' })).toEqual(['clientId', 'jwt']);
  });

  test('puts what is wrong beside its field and nowhere else', () => {
    const wrong = failure('invalid', 'session.server-invalid', { field: 'serverUrl' });
    expect(fieldError('serverUrl', [], wrong)).toContain('not a server address');
    expect(fieldError('jwt', [], wrong)).toBeUndefined();
    expect(fieldError('jwt', ['jwt'], undefined)).toBe('Paste your JWT.');
    expect(fieldError('clientSecret', ['jwt'], undefined)).toBeUndefined();
  });

  test('knows which trouble has no field', () => {
    expect(belongsToField(failure('auth', 'session.jwt-refused', { field: 'jwt' }))).toBe(true);
    expect(belongsToField(failure('offline', 'network.offline'))).toBe(false);
  });
});
