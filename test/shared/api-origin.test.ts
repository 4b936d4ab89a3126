import { describe, expect, it } from 'vitest';
import { originShape, parseOrigin } from '../../shared/api-origin.ts';

describe('the origin of a site', () => {
  it.each([
    ['https://crm.example', 'https://crm.example'],
    [' HTTPS://CRM.Example/ ', 'https://crm.example'],
    ['https://crm.example:443', 'https://crm.example'],
    ['https://crm.example:8443', 'https://crm.example:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:80', 'http://127.0.0.1'],
    ['http://[::1]:5173', 'http://[::1]:5173'],
  ])('%s is read as browsers send it', (typed, origin) => {
    expect(parseOrigin(typed)).toEqual({ ok: true, value: origin });
    expect(originShape.test(origin)).toBe(true);
  });

  it.each([
    '',
    '*',
    'null',
    'crm.example',
    'http://crm.example',
    'https://crm.example/app',
    'https://*.crm.example',
    'https://me@crm.example',
    'https://crm.example:0',
    'https://crm.example:70000',
    'https://crm.example?x=1',
    'file://',
    'https://crm..example',
  ])('%s is none', (typed) => {
    expect(parseOrigin(typed)).toMatchObject({
      failure: { message: 'api.origin-invalid', field: 'apiOrigins' },
    });
  });
});
