import { minuteOfDayIn } from '../../../shared/local-time.ts';

/** One zone for every hour, so that somewhere it is always about the time that a picture needs. */
const zones = [
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Halifax',
  'America/Sao_Paulo',
  'America/Noronha',
  'Atlantic/Azores',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'Europe/Istanbul',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Noumea',
  'Pacific/Auckland',
  'Pacific/Pago_Pago',
] as const;

/** Fictional numbers of places around the world, to have one where it is day. */
const numbers = [
  { zone: 'America/Chicago', link: 'tel:+1-512-555-0167' },
  { zone: 'America/Los_Angeles', link: 'tel:+1-415-555-0167' },
  { zone: 'America/Anchorage', link: 'tel:+1-907-555-0167' },
  { zone: 'Australia/Sydney', link: 'tel:+61-2-5550-0167' },
  { zone: 'Europe/London', link: 'tel:+44-20-7946-0167' },
] as const;

const wholeDay = 24 * 60;

/** How many minutes a zone's clocks are ahead of a minute of the day; negative when behind. */
function aheadOf(zone: string, minute: number): number {
  const ahead = (minuteOfDayIn(zone, Date.now()) - minute + wholeDay) % wholeDay;
  return ahead > wholeDay / 2 ? ahead - wholeDay : ahead;
}

/** The zone where it is about that time now, and the instant, within an hour, when it is exactly. */
export function zoneAt(minute: number): { readonly zone: string; readonly at: number } {
  const [nearest] = zones
    .map((zone) => ({ zone, ahead: aheadOf(zone, minute) }))
    .sort((one, other) => Math.abs(one.ahead) - Math.abs(other.ahead));
  if (nearest === undefined) throw new Error('There are no zones');
  return { zone: nearest.zone, at: Date.now() - nearest.ahead * 60_000 };
}

/** Whether calls are welcome in a zone now, and for a while yet. */
export function isDayIn(zone: string): boolean {
  const minute = minuteOfDayIn(zone, Date.now());
  return minute > 9 * 60 && minute < 20 * 60 + 45;
}

/** A number that nobody is asked about: it is day there. */
export function numberByDay(): string {
  return (numbers.find(({ zone }) => isDayIn(zone)) ?? numbers[0]).link;
}
