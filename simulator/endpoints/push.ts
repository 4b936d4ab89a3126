import type { Route } from '../http/routes.ts';
import {
  deleteSubscription,
  getSubscription,
  getSubscriptions,
  postRenewal,
  postSocketToken,
  postSubscription,
  putSubscription,
} from '../push/endpoints.ts';
import { anyone, appMay, row, V1 } from './rows.ts';

const SUBSCRIPTIONS = `${V1}/subscription`;
const SUBSCRIPTION = `${SUBSCRIPTIONS}/:subscriptionId`;

export const pushRoutes: readonly Route[] = [
  row('POST', '/restapi/oauth/wstoken', 'Auth', appMay('WebSocket'), postSocketToken),
  row('GET', SUBSCRIPTIONS, 'Light', anyone, getSubscriptions),
  row('POST', SUBSCRIPTIONS, 'Medium', anyone, postSubscription),
  row('GET', SUBSCRIPTION, 'Light', anyone, getSubscription),
  row('PUT', SUBSCRIPTION, 'Medium', anyone, putSubscription),
  row('DELETE', SUBSCRIPTION, 'Medium', anyone, deleteSubscription),
  row('POST', `${SUBSCRIPTION}/renew`, 'Light', anyone, postRenewal),
];
