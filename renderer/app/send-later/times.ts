import { dayIn, instantIn, isZone } from '../../../shared/local-time.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { locale } from '../../../shared/strings/language.ts';
import { timeIn } from '../local-time/view-model.ts';

const words = strings.sending;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const morning = 8 * 60;
const evening = 18 * 60;

export type QuickTime = { readonly label: string; readonly at: EpochMs };

/** The zone of this computer. */
export function ownZone(): string {
  return new Intl.DateTimeFormat(locale()).resolvedOptions().timeZone;
}

/** The usual times for a text, by the clocks of a zone, the soonest first; each lies ahead. */
export function quickTimes(now: EpochMs, zone: string): readonly QuickTime[] {
  const today = dayIn(zone, now);
  const inAnHour = Math.ceil((now + hourMs) / minuteMs) * minuteMs;
  const tonight = instantIn(zone, today, evening);
  const tomorrow = instantIn(zone, dayAfter(today, 1), morning);
  const untilMonday = daysUntilMonday(today);
  const monday = instantIn(zone, dayAfter(today, untilMonday), morning);
  const named = (label: string, at: EpochMs): QuickTime => ({
    label: `${label}, ${timeIn(zone, at)}`,
    at,
  });
  return [
    named(words.inAnHour, inAnHour),
    ...(tonight !== undefined && tonight > inAnHour ? [named(words.thisEvening, tonight)] : []),
    ...(tomorrow === undefined ? [] : [named(words.tomorrow, tomorrow)]),
    ...(monday === undefined || untilMonday === 1 ? [] : [named(words.monday, monday)]),
  ];
}

/** What the fields for a day and a time begin with, or show of a time that was chosen. */
export function toFields(
  at: EpochMs,
  zone: string,
): { readonly day: string; readonly time: string } {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
  return { day: dayIn(zone, at), time: new Intl.DateTimeFormat('en-GB', parts).format(at) };
}

/** The instant that a day and a time name in a zone; undefined unless both do, and it lies ahead. */
export function fromFields(
  { day, time }: { readonly day: string; readonly time: string },
  zone: string,
  now: EpochMs,
): EpochMs | undefined {
  const [hour, minute] = time.split(':').map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return undefined;
  const at = instantIn(zone, day, hour * 60 + minute);
  return at !== undefined && at > now ? at : undefined;
}

/** `New York`: what a zone is called by its largest city. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Their zone, when it is another than here at that time. */
export function otherZone(theirs: string | undefined, at: EpochMs): string | undefined {
  if (theirs === undefined || !isZone(theirs)) return undefined;
  const here = toFields(at, ownZone());
  const there = toFields(at, theirs);
  return here.day === there.day && here.time === there.time ? undefined : theirs;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

function daysUntilMonday(day: string): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return (8 - weekday) % 7 || 7;
}
