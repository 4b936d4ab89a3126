import { getVersions } from './account/versions.ts';
import { accountRoutes } from './endpoints/account.ts';
import { contactRoutes } from './endpoints/contacts.ts';
import { messageRoutes } from './endpoints/messages.ts';
import { pushRoutes } from './endpoints/push.ts';
import { telephonyRoutes } from './endpoints/telephony.ts';
import type { OpenRoute, Route } from './http/routes.ts';
import { getAuthorize, postAuthorize } from './oauth/authorize.ts';
import { postRevoke, postToken } from './oauth/endpoints.ts';
import { getLoginStyle } from './oauth/pages.ts';
import { getLoginPage } from './oauth/sign-in.ts';

/** Endpoints that need no access token. */
export const openRoutes: readonly OpenRoute[] = [
  { method: 'GET', path: '/restapi', answer: getVersions },
  { method: 'GET', path: '/restapi/oauth/authorize', answer: getAuthorize },
  { method: 'POST', path: '/restapi/oauth/authorize', answer: postAuthorize },
  { method: 'POST', path: '/restapi/oauth/token', answer: postToken },
  { method: 'POST', path: '/restapi/oauth/revoke', answer: postRevoke },
];

/** What RingCentral's login site shows to people; no part of its API. */
export const pageRoutes: readonly OpenRoute[] = [
  { method: 'GET', path: '/login', answer: getLoginPage },
  { method: 'GET', path: '/login/style.css', answer: getLoginStyle },
];

/**
 * Endpoints with their throttling group, app permission and user permission: RingCentral's guide to
 * rate limits.
 */
export const routes: readonly Route[] = [
  ...pushRoutes,
  ...telephonyRoutes,
  ...messageRoutes,
  ...accountRoutes,
  ...contactRoutes,
];
