import { isObject, jsonObject, objectField } from '../http/body.ts';
import { invalidValue } from '../http/errors.ts';
import { ok } from '../http/message.ts';
import type { Handler } from '../http/routes.ts';
import type { TimeRange } from '../state/types.ts';
import type { World } from '../world.ts';
import { extensionUri } from '../world.ts';
import { publishSettings } from './settings-events.ts';

const DAYS = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]);

export const getBusinessHours: Handler = (world) => ok(hoursJson(world));

/** PUT business-hours: an empty schedule means around the clock. */
export const putBusinessHours: Handler = (world, { request }) => {
  const { schedule } = jsonObject(request);
  if (!isObject(schedule)) throw invalidValue('schedule');
  const ranges = objectField(schedule, 'weeklyRanges');
  const named = Object.keys(ranges);
  if (named.some((day) => !DAYS.has(day))) throw invalidValue('schedule.weeklyRanges');
  world.state.businessHours = Object.fromEntries(named.map((day) => [day, rangesOf(ranges[day])]));
  world.changed();
  publishSettings(world, 'AnsweringRules');
  return ok(hoursJson(world));
};

function rangesOf(value: unknown): readonly TimeRange[] {
  if (!Array.isArray(value)) throw invalidValue('schedule.weeklyRanges');
  return (value as unknown[]).map((range) => {
    const { from, to } = isObject(range) ? range : {};
    if (!isTime(from) || !isTime(to)) throw invalidValue('schedule.weeklyRanges');
    return { from, to };
  });
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-4]):[0-5]\d$/.test(value);
}

function hoursJson(world: World): object {
  const { businessHours } = world.state;
  const isAlways = Object.keys(businessHours).length === 0;
  return {
    uri: `${extensionUri(world)}/business-hours`,
    schedule: isAlways ? {} : { weeklyRanges: businessHours },
  };
}
