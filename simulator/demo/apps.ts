import { createHmac } from 'node:crypto';

import type { ClientApp } from '../state/types.ts';
import { profile } from './company.ts';

/** Where the demo app expects the browser to come back; registered apps may have more of them. */
export const DEMO_REDIRECT_URI = 'http://localhost:17845/callback';

const PERMISSIONS = [
  'RingOut',
  'SMS',
  'ReadMessages',
  'EditMessages',
  'ReadCallLog',
  'ReadAccounts',
  'ReadPresence',
  'EditPresence',
  'ReadContacts',
  'Contacts',
  'CallControl',
  'ReadCallRecording',
  'EditCallLog',
  'EditExtensions',
  'InternalMessages',
  'WebSocket',
];

/** The app that Sidetone signs in with: a public client, so it has no secret. */
export function makeDemoApp(seed: number): ClientApp {
  return {
    id: 'sidetone-demo-app',
    name: 'Sidetone demo',
    jwt: makeJwt(`demo-${seed}`),
    flows: ['code', 'jwt'],
    redirectUris: [DEMO_REDIRECT_URI],
    issueRefreshTokens: true,
    permissions: [...PERMISSIONS],
  };
}

/** A second app of the same company, with a secret and a JWT of its own. */
export function makeConfidentialApp(seed: number): ClientApp {
  return {
    id: 'harborlight-office-app',
    name: 'Harborlight back office',
    secret: 'office-secret-of-the-demo',
    jwt: makeJwt(`office-${seed}`),
    flows: ['code', 'jwt'],
    redirectUris: [DEMO_REDIRECT_URI],
    issueRefreshTokens: true,
    permissions: [...PERMISSIONS],
  };
}

/** A credential of the right form; only this server takes it. */
function makeJwt(id: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ kid: 'simulator', typ: 'JWT', alg: 'HS256' });
  const body = part({
    aud: 'https://platform.ringcentral.com/restapi/oauth/token',
    sub: String(profile.extensionId),
    iss: 'simulator',
    jti: id,
  });
  const signature = createHmac('sha256', 'simulator').update(`${head}.${body}`).digest('base64url');
  return `${head}.${body}.${signature}`;
}
