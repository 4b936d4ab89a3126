import { assertNever } from '../../../shared/failure.ts';
import type { CallRow } from '../../../shared/model/calls.ts';
import type { TimelineHead, TimelineItem, TimelineKind } from '../../../shared/model/history.ts';
import type { CallId, EpochMs } from '../../../shared/model/ids.ts';
import type { MessageView } from '../../../shared/model/messages.ts';
import type { MediaRef, VoicemailView } from '../../../shared/model/voicemail.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { locale } from '../../../shared/strings/language.ts';
import { decisionWords } from '../calls/decision.ts';
import { rowDetail } from '../calls/outcome.ts';
import { dayAndTime, dayHeading, dayOf, duration } from '../format.ts';
import { statusOf } from '../messages/status.ts';
import { noteWords } from '../notes/view-model.ts';
import type { PartyWords } from '../party.ts';

const words = strings.timeline;

/** What a timeline can be narrowed to; attempts are among everything alone. */
export const timelineShows = ['all', 'call', 'text', 'voicemail', 'note'] as const;
export type TimelineShow = (typeof timelineShows)[number];

/** The kinds that main is asked for; all of them when it is not said. */
export function kindsOf(show: TimelineShow): TimelineKind[] | undefined {
  return show === 'all' ? undefined : [show];
}

/** The chips, each with how much there is of it. */
export function chipsOf(
  head: TimelineHead | undefined,
  /** Notes that stand above it already. */
  toldNotes = 0,
): readonly { readonly value: TimelineShow; readonly label: string }[] {
  return timelineShows.map((value) => {
    const count = value === 'all' ? undefined : head?.counts[value];
    const shown = value === 'note' && count ? Math.max(0, count - toldNotes) : count;
    const kind = words.kinds[value];
    return { value, label: shown ? words.chip(kind, shown.toLocaleString(locale())) : kind };
  });
}

/** What stands below a call, where its own notes are told above. */
export function withoutNotesOf(
  items: readonly TimelineItem[],
  callId: CallId | undefined,
): readonly TimelineItem[] {
  if (callId === undefined) return items;
  return items.filter((item) => item.kind !== 'note' || item.note.callId !== callId);
}

/** A line of the timeline: the heading of a day, or an entry. */
export type TimelineLine =
  | { readonly kind: 'day'; readonly key: string; readonly heading: string }
  | { readonly kind: 'entry'; readonly key: string; readonly item: TimelineItem };

/** Puts a heading before the first entry of each day; entries stay in the order given. */
export function linesOf(items: readonly TimelineItem[], now: EpochMs): readonly TimelineLine[] {
  const lines: TimelineLine[] = [];
  let day: EpochMs | undefined;
  for (const item of items) {
    const own = dayOf(item.at);
    if (own !== day) {
      day = own;
      lines.push({ kind: 'day', key: `day:${day}`, heading: dayHeading(day, now) });
    }
    lines.push({ kind: 'entry', key: keyOfItem(item), item });
  }
  return lines;
}

/** What tells entries apart: ids are told apart within their kind only. */
export function keyOfItem(item: TimelineItem): string {
  switch (item.kind) {
    case 'call':
      return `call:${item.call.id}`;
    case 'text':
      return `text:${item.message.id}`;
    case 'voicemail':
      return `voicemail:${item.voicemail.id}`;
    case 'note':
      return `note:${item.note.id}`;
    case 'attempt':
      return `attempt:${item.attempt.id}`;
    default:
      return assertNever(item);
  }
}

/** An entry as one sentence, for readers. */
export function entrySentence(item: TimelineItem, party: PartyWords, now: EpochMs): string {
  const when = dayAndTime(item.at, now);
  switch (item.kind) {
    case 'call':
      return words.call(callSentence(item.call), when);
    case 'text':
      return textSentence(item.message, party, when);
    case 'voicemail':
      return words.voicemailSentence(voicemailWords(item.voicemail), when);
    case 'note':
      return strings.notes.sentence(noteWords(item.note), when);
    case 'attempt':
      return `${words.attempt[item.attempt.what](item.attempt.text)}, ${when}`;
    default:
      return assertNever(item);
  }
}

function textSentence(message: MessageView, party: PartyWords, when: string): string {
  const text = textWords(message);
  if (message.direction === 'inbound') return words.textIn(party.title(message.from), text, when);
  return words.textOut(text, statusOf(message.status).text, when);
}

/** A text's words, or what it has instead. */
export function textWords({
  text,
  attachments,
}: Pick<MessageView, 'text' | 'attachments'>): string {
  if (text !== '') return text;
  return strings.attachments.summary(attachments) ?? strings.messages.noText;
}

/** How long a voicemail is, and whether it has been listened to. */
export function voicemailWords(voicemail: VoicemailView): string {
  const state = voicemail.isRead ? words.heard : words.isNew;
  return voicemail.durationSeconds === undefined
    ? state
    : `${duration(voicemail.durationSeconds)} · ${state}`;
}

/** What starts a recording from where it is one of many. */
export function playWords(of: 'call' | 'voicemail', { durationSeconds }: MediaRef): string {
  const what = words.play[of];
  return durationSeconds === undefined ? what : `${what} ${duration(durationSeconds)}`;
}

/** What stands for a transcript that is not there; nothing where none is made. */
export function transcriptNote({ transcriptState }: VoicemailView): string | undefined {
  switch (transcriptState) {
    case 'waiting':
    case 'partial':
    case 'failed':
      return words.transcript[transcriptState];
    case 'none':
    case 'there':
      return undefined;
    default:
      return assertNever(transcriptState);
  }
}

/** How it went, and what was decided before it. */
function callSentence(call: CallRow): string {
  const { decision } = call;
  return decision ? `${rowDetail(call)}, ${decisionWords(decision)}` : rowDetail(call);
}
