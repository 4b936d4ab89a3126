import { jsonObject } from '../http/body.ts';
import { invalidParameter } from '../http/errors.ts';
import { json, noContent, ok } from '../http/message.ts';
import type { Handler } from '../http/routes.ts';
import { subscriptionInfo } from './subscriptions.ts';

/** POST /restapi/oauth/wstoken: a short-lived token for the socket's address. */
export const postSocketToken: Handler = (world, { session }) => {
  const { token, expiresIn } = world.hub.issueToken(world, session.id);
  return ok({
    uri: `${world.addresses.api.replace(/^http/, 'ws')}/ws`,
    ws_access_token: token,
    expires_in: expiresIn,
  });
};

/** POST /restapi/v1.0/subscription: for the socket it is tunnelled through. */
export const postSubscription: Handler = (world, { request }) => {
  const body = jsonObject(request);
  if (request.origin.kind !== 'socket') {
    throw invalidParameter('SUB-521', 'WebSocket subscriptions need a socket', 'deliveryMode');
  }
  const subscription = world.hub.subscribe(world, request.origin.lineId, body['eventFilters']);
  return json(200, subscriptionInfo(world, subscription), {
    'WSG-SubscriptionId': subscription.id,
  });
};

export const getSubscriptions: Handler = (world) => {
  const records = world.hub.subscriptions().map((entry) => subscriptionInfo(world, entry));
  return ok({ uri: `${world.addresses.api}/restapi/v1.0/subscription`, records });
};

export const getSubscription: Handler = (world, { params }) =>
  ok(subscriptionInfo(world, world.hub.find(params['subscriptionId'] ?? '').subscription));

/** PUT keeps the subscription's id and gives it other filters. */
export const putSubscription: Handler = (world, { request, params }) => {
  const eventFilters = jsonObject(request)['eventFilters'] ?? [];
  const subscription = world.hub.renew(world, params['subscriptionId'] ?? '', eventFilters);
  return ok(subscriptionInfo(world, subscription));
};

export const postRenewal: Handler = (world, { params }) =>
  ok(subscriptionInfo(world, world.hub.renew(world, params['subscriptionId'] ?? '')));

export const deleteSubscription: Handler = (world, { params }) => {
  world.hub.find(params['subscriptionId'] ?? '').line.subscription = undefined;
  return noContent;
};
