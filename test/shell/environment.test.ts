import { expect, it } from 'vitest';
import { environmentFor } from '../../main/shell/environment.ts';

const env = {
  RINGCENTRAL_CLIENT_ID: 'client',
  RINGCENTRAL_JWT: 'secret',
  PATH: '/usr/bin',
  AWS_SECRET_ACCESS_KEY: 'of no concern',
  NOT_RINGCENTRAL_JWT: 'other',
};

it('shows the core what is RingCentral’s of the environment, and nothing else', () => {
  expect(environmentFor('own', env)).toEqual({
    RINGCENTRAL_CLIENT_ID: 'client',
    RINGCENTRAL_JWT: 'secret',
  });
});

it('shows the demo account nothing at all', () => {
  expect(environmentFor('demo', env)).toEqual({});
});
