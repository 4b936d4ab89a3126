import type { EpochMs } from '../../../shared/model/ids.ts';
import type { FollowUpView } from '../../../shared/model/notes.ts';
import { dayHeading, dayOf } from '../../app/format.ts';
import { whenInWords } from '../../app/notes/view-model.ts';
import type { PartyWords } from '../../app/party.ts';
import { strings } from '../../../shared/strings/strings.ts';

const words = strings.followUps;

export const followUpShows = ['open', 'done'] as const;
export type FollowUpShow = (typeof followUpShows)[number];

/** A line of the list: the heading of a group, or a follow-up. */
export type FollowUpItem =
  | { readonly kind: 'group'; readonly key: string; readonly heading: string }
  | { readonly kind: 'follow-up'; readonly key: string; readonly followUp: FollowUpView };

/** Where an open follow-up stands: what should have been done, what is for today, and the rest. */
export function groupOf(followUp: FollowUpView, now: EpochMs): keyof typeof words.groups {
  if (followUp.dueAt <= now) return 'overdue';
  return dayOf(followUp.dueAt) === dayOf(now) ? 'today' : 'later';
}

/** Puts a heading before each group: open ones by urgency, done ones by day; the order stays. */
export function groupFollowUps(
  followUps: readonly FollowUpView[],
  now: EpochMs,
): readonly FollowUpItem[] {
  const items: FollowUpItem[] = [];
  let group: string | undefined;
  for (const followUp of followUps) {
    const { doneAt } = followUp;
    const heading =
      doneAt === undefined ? words.groups[groupOf(followUp, now)] : dayHeading(doneAt, now);
    if (heading !== group) {
      group = heading;
      items.push({ kind: 'group', key: `group:${heading}`, heading });
    }
    items.push({ kind: 'follow-up', key: followUp.id, followUp });
  }
  return items;
}

/** When it is due, was due, or was done. */
export function whenOf({ dueAt, doneAt }: FollowUpView, now: EpochMs): string {
  if (doneAt !== undefined) return words.doneAt(whenInWords(doneAt, now));
  const when = whenInWords(dueAt, now);
  return dueAt <= now ? words.overdue(when) : words.due(when);
}

/** The row as one sentence, for readers. */
export function followUpSentence(followUp: FollowUpView, party: PartyWords, now: EpochMs): string {
  const what = followUp.text || words.noText;
  return words.open(party.title(followUp.party), what, whenOf(followUp, now));
}
