import type { Route } from '../../../shared/model/app.ts';
import type {
  CallId,
  CountryCode,
  EpochMs,
  ThreadId,
  VoicemailId,
} from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { formatNumber } from '../../../shared/phone/format.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { toId } from '../db/row-id.ts';
import { timeOf, type StandingItem, type ToldKey } from './queries.ts';

const words = strings.notifications;

/** A notification as it is to be: one for a conversation, a caller, a voicemail. */
export type Note = {
  readonly id: string;
  readonly kind: StandingItem['kind'];
  readonly title: string;
  readonly body: string;
  readonly to: Route;
  readonly threadId: ThreadId | undefined;
  readonly voicemailId: VoicemailId | undefined;
  /** Whom a call or a text back would reach: one person alone. */
  readonly number: string | undefined;
  readonly isMuted: boolean;
  /** When it was last told. */
  readonly toldAt: EpochMs;
  /** What it stands for. */
  readonly keys: readonly ToldKey[];
};

export type NoteOptions = {
  readonly home: CountryCode;
  /** Nobody is named and nothing quoted. */
  readonly isHidden: boolean;
};

/** What fits into a notification of every system, in characters. */
const longestName = 60;
const longestBody = 200;
/** People of a group that are named. */
const mostNamed = 2;
/** A voicemail comes so soon after the call that it was left in. */
const sameCallMs = 15 * 60_000;

/** What the things that wait come to, the newest of each conversation or caller first. */
export function toNotes(items: readonly StandingItem[], options: NoteOptions): readonly Note[] {
  const voicemails = items.filter((item) => item.kind === 'voicemail');
  const texts = Map.groupBy(
    items.filter((item) => item.kind === 'text'),
    ({ threadId }) => threadId,
  );
  // A call that left a message is told of as that.
  const calls = Map.groupBy(
    items.filter((item) => item.kind === 'call' && !voicemails.some((left) => isOf(left, item))),
    (call) => reachOf(call.party) ?? String(call.rowId),
  );
  return [
    ...[...texts.values()].map((some) => textNote(some, options)),
    ...[...calls].map(([key, some]) => callNote(key, some, options)),
    ...voicemails.map((one) => voicemailNote(one, options)),
  ];
}

type TextItem = Extract<StandingItem, { kind: 'text' }>;
type VoicemailItem = Extract<StandingItem, { kind: 'voicemail' }>;

function textNote(items: readonly TextItem[], { home, isHidden }: NoteOptions): Note {
  const [last] = items;
  if (last === undefined) throw new Error('a note is of something');
  const { threadId, parties } = last;
  const isGroup = parties.length > 1;
  const [only] = parties;
  const said = isGroup ? words.text.said(nameOf(last.party, home), bodyOf(last)) : bodyOf(last);
  const who = isGroup ? groupName(parties, home) : nameOf(only ?? last.party, home);
  return {
    ...common(items),
    id: `thread:${threadId}`,
    title: isHidden ? words.hidden.text(items.length) : words.text.title(who, items.length),
    body: isHidden ? words.hidden.body : cut(said, longestBody),
    to: { screen: 'messages', threadId },
    threadId,
    number: isGroup ? undefined : only?.number,
    isMuted: last.isMuted,
  };
}

function callNote(
  key: string,
  items: readonly StandingItem[],
  { home, isHidden }: NoteOptions,
): Note {
  const [last] = items;
  if (last === undefined) throw new Error('a note is of something');
  const count = items.length;
  return {
    ...common(items),
    id: `call:${key}`,
    title: isHidden ? words.hidden.call(count) : words.call.title(nameOf(last.party, home), count),
    body: isHidden ? words.hidden.body : words.call.body,
    to: { screen: 'calls', callId: toId<CallId>(last.rowId) },
    number: last.party.number,
  };
}

function voicemailNote(item: VoicemailItem, { home, isHidden }: NoteOptions): Note {
  const voicemailId = toId<VoicemailId>(item.rowId);
  const { durationSeconds } = item;
  const body =
    durationSeconds === undefined ? words.voicemail.body : words.voicemail.seconds(durationSeconds);
  return {
    ...common([item]),
    id: `voicemail:${voicemailId}`,
    title: isHidden ? words.hidden.voicemail : words.voicemail.title(nameOf(item.party, home)),
    body: isHidden ? words.hidden.body : body,
    to: { screen: 'voicemail', voicemailId },
    voicemailId,
    number: item.party.number,
  };
}

function common(items: readonly StandingItem[]) {
  const [first] = items;
  return {
    kind: first?.kind ?? 'text',
    threadId: undefined,
    voicemailId: undefined,
    isMuted: false,
    toldAt: Math.max(...items.map(({ toldAt }) => toldAt)),
    keys: items.map(({ kind, rowId }) => ({ kind, rowId })),
  } as const;
}

function isOf(voicemail: StandingItem, call: StandingItem): boolean {
  const reach = reachOf(call.party);
  const since = timeOf(voicemail) - timeOf(call);
  const isSoon = since >= -sameCallMs && since <= sameCallMs;
  return reach !== undefined && reach === reachOf(voicemail.party) && isSoon;
}

function reachOf({ number, extensionNumber }: Party): string | undefined {
  return number ?? extensionNumber;
}

function bodyOf({ text, fileCount }: TextItem): string {
  const plain = toPlain(text);
  if (plain !== '') return plain;
  return fileCount > 0 ? words.text.files(fileCount) : words.text.empty;
}

function groupName(parties: readonly Party[], home: CountryCode): string {
  const names = parties.slice(0, mostNamed).map((party) => nameOf(party, home));
  const others = parties.length - names.length;
  const joined = names.join(', ');
  return others > 0 ? words.others(joined, others) : joined;
}

function nameOf({ name, number, extensionNumber }: Party, home: CountryCode): string {
  const plain = toPlain(name ?? '');
  if (plain !== '') return cut(plain, longestName);
  if (number !== undefined) return formatNumber(number, home);
  return extensionNumber === undefined ? words.someone : words.extension(extensionNumber);
}

/**
 * What strangers write may turn round or hide what stands beside it: bidirectional and other
 * controls go, and lines become one. Joiners stay, which families of emoji are made with.
 */
export function toPlain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/(?!\u200d)\p{Cf}/gu, '')
    .trim();
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** No longer than so many letters as readers count them, never in the middle of one. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const all = [...letters.segment(text)].map(({ segment }) => segment);
  return all.length <= most ? text : `${all.slice(0, most - 1).join('')}…`;
}
