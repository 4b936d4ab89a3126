import type { CallFilter, HistoryFilter, ThreadFilter } from '../../../shared/model/history.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { dayOf } from '../format.ts';

export const ranges = ['any', 'today', 'week', 'month', 'custom'] as const;
export type Range = (typeof ranges)[number];

/** A filter as it is filled in. Days are `2026-03-02`, as a date field has them, or empty. */
export type FilterForm<Show extends string> = {
  readonly show: Show;
  readonly hasVoicemail: boolean;
  readonly hasRecording: boolean;
  readonly range: Range;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly who: string;
};

export type CallForm = FilterForm<NonNullable<CallFilter['show']>>;
export type ThreadForm = FilterForm<NonNullable<ThreadFilter['show']>>;

/** A filter that lets everything through. */
export const openForm = {
  show: 'all',
  hasVoicemail: false,
  hasRecording: false,
  range: 'any',
  fromDay: '',
  untilDay: '',
  who: '',
} as const;

/** What main is asked for; parts that narrow nothing are left out. */
export function toFilter<Show extends string>(
  form: FilterForm<Show>,
  now: EpochMs,
): HistoryFilter & {
  readonly show?: Show;
  readonly hasVoicemail?: boolean;
  readonly hasRecording?: boolean;
} {
  const who = form.who.trim().slice(0, 200);
  return {
    ...(form.show !== 'all' && { show: form.show }),
    ...(form.hasVoicemail && { hasVoicemail: true }),
    ...(form.hasRecording && { hasRecording: true }),
    ...(who !== '' && { who }),
    ...instantsOf(form, now),
  };
}

/** How many parts of a filter narrow something. */
export function countParts(form: FilterForm<string>): number {
  const hasRange = form.range === 'custom' ? form.fromDay + form.untilDay : form.range !== 'any';
  return [
    form.show !== 'all',
    form.hasVoicemail,
    form.hasRecording,
    form.who.trim(),
    hasRange,
  ].filter(Boolean).length;
}

/** The instants of a range of local days: from the first one's start to the last one's end. */
function instantsOf(
  { range, fromDay, untilDay }: FilterForm<string>,
  now: EpochMs,
): Pick<HistoryFilter, 'from' | 'until'> {
  switch (range) {
    case 'any':
      return {};
    case 'today':
      return { from: dayOf(now) };
    case 'week':
      return { from: daysLater(dayOf(now), -6) };
    case 'month':
      return { from: new Date(dayOf(now)).setDate(1) };
    case 'custom': {
      const [first, last] = inOrder(startOfDay(fromDay), startOfDay(untilDay));
      return {
        ...(first !== undefined && { from: first }),
        ...(last !== undefined && { until: daysLater(last, 1) }),
      };
    }
  }
}

/** Days filled in the wrong way round still mean the time between them. */
function inOrder(
  first: EpochMs | undefined,
  last: EpochMs | undefined,
): readonly [EpochMs | undefined, EpochMs | undefined] {
  return first !== undefined && last !== undefined && first > last ? [last, first] : [first, last];
}

function startOfDay(day: string): EpochMs | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const at = new Date(year, month - 1, date).getTime();
  return Number.isFinite(at) && at >= 0 ? at : undefined;
}

/** By the calendar: a day of a clock change has 23 or 25 hours. */
function daysLater(at: EpochMs, days: number): EpochMs {
  const date = new Date(at);
  return date.setDate(date.getDate() + days);
}
