import {
  ApiError,
  forbidden,
  invalidParameter,
  invalidParameters,
  missingPermission,
} from '../http/errors.ts';
import type { World } from '../world.ts';
import { iso } from '../world.ts';
import type { Filter } from './filters.ts';
import { parseFilter, TOPIC_PERMISSIONS } from './filters.ts';

const SUBSCRIPTION_LIFE_S = 86_399;

export type Subscription = {
  readonly id: string;
  readonly createdAt: number;
  /** Filters, and the life of the subscription, begin anew when it is changed or renewed. */
  renewedAt: number;
  filters: readonly Filter[];
  disabled: readonly string[];
};

type Filters = Pick<Subscription, 'filters' | 'disabled'>;

export function newSubscription(
  world: World,
  permissions: readonly string[],
  eventFilters: unknown,
): Subscription {
  const now = world.clock.now();
  return {
    id: world.random.uuid(),
    createdAt: now,
    renewedAt: now,
    ...readFilters(world, permissions, eventFilters),
  };
}

/** 403 SUB-505: the user has as many subscriptions as the app may have. */
export function limitExceeded(): ApiError {
  return forbidden('SUB-505', 'Subscriptions limit exceeded', 'SubscriptionLimitExceeded');
}

/** Filters whose app permission is missing are disabled; when that is all of them, 403. */
export function readFilters(
  world: World,
  permissions: readonly string[],
  eventFilters: unknown,
): Filters {
  const filters = parseAll(world, eventFilters);
  const isAllowed = ({ topic }: Filter): boolean => {
    const needed = TOPIC_PERMISSIONS[topic];
    return needed === undefined || permissions.includes(needed);
  };
  const allowed = filters.filter(isAllowed);
  const refused = filters.filter((filter) => !isAllowed(filter));
  if (allowed.length === 0 && refused[0]) {
    throw missingPermission('application', TOPIC_PERMISSIONS[refused[0].topic] ?? '');
  }
  if (allowed.every(({ topic }) => topic === 'reminder')) {
    const message = 'Subscription containing only reminder filter is not allowed';
    throw invalidParameter('SUB-515', message, 'eventFilters');
  }
  return { filters: allowed, disabled: refused.map(({ resolved }) => resolved) };
}

/** 400 SUB-508 names every filter that is none. */
function parseAll(world: World, eventFilters: unknown): readonly Filter[] {
  if (!Array.isArray(eventFilters) || eventFilters.length === 0) {
    throw invalidParameter('SUB-508', 'Event filters are not specified', 'eventFilters');
  }
  const texts = eventFilters as readonly unknown[];
  const parsed = texts.map((text) =>
    typeof text === 'string' ? parseFilter(world, text) : undefined,
  );
  const unknown = texts.filter((_text, index) => parsed[index] === undefined);
  if (unknown.length > 0) {
    throw invalidParameters(
      unknown.map((text) => ({
        errorCode: 'SUB-508',
        message: `Event filter [${String(text)}] is invalid`,
        parameterName: 'eventFilters',
        parameterValue: String(text),
      })),
    );
  }
  return parsed.map((filter) => {
    if (filter instanceof ApiError) throw filter;
    return filter as Filter;
  });
}

/** The subscription as RingCentral describes it. */
export function subscriptionInfo(world: World, subscription: Subscription): object {
  const expiresAt = subscription.renewedAt + SUBSCRIPTION_LIFE_S * 1_000;
  return {
    uri: `${world.addresses.api}/restapi/v1.0/subscription/${subscription.id}`,
    id: subscription.id,
    creationTime: iso(subscription.createdAt),
    status: 'Active',
    eventFilters: subscription.filters.map((filter) => filter.resolved),
    ...(subscription.disabled.length === 0
      ? {}
      : {
          disabledFilters: subscription.disabled.map((filter) => ({
            filter,
            reason: 'CMN-401',
            message: 'Application permission is missing',
          })),
        }),
    expirationTime: iso(expiresAt),
    expiresIn: Math.max(1, Math.floor((expiresAt - world.clock.now()) / 1_000)),
    deliveryMode: { transportType: 'WebSocket', encryption: false },
  };
}
