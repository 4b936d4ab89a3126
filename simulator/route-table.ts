import { getVersions } from './account/versions.ts';
import { accountRoutes } from './endpoints/account.ts';
import { contactRoutes } from './endpoints/contacts.ts';
import { messageRoutes } from './endpoints/messages.ts';
import { pushRoutes } from './endpoints/push.ts';
import { telephonyRoutes } from './endpoints/telephony.ts';
import type { OpenRoute, Route } from './http/routes.ts';
import { postRevoke, postToken } from './oauth/endpoints.ts';

/** Endpoints that need no access token. */
export const openRoutes: readonly OpenRoute[] = [
  { method: 'GET', path: '/restapi', answer: getVersions },
  { method: 'POST', path: '/restapi/oauth/token', answer: postToken },
  { method: 'POST', path: '/restapi/oauth/revoke', answer: postRevoke },
];

/** Endpoints with their throttling group, app permission and user permission: FACTS section 6. */
export const routes: readonly Route[] = [
  ...pushRoutes,
  ...telephonyRoutes,
  ...messageRoutes,
  ...accountRoutes,
  ...contactRoutes,
];
