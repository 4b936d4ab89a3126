import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { LiveCallStatus, ServerLiveCall } from '../../ringcentral/records.ts';
import type { LiveCall } from './live-call.ts';

/** The user's phones in one session; a source that names no party has one without a name. */
export type Parties = ReadonlyMap<string, ServerLiveCall>;

/** Presence names no party in older events; there is one party of that kind at most. */
const nameless = '';

/** Which phone decides how a session stands: one that talks before one that rings. */
const precedence: readonly LiveCallStatus[] = [
  'answered',
  'on-hold',
  'ringing',
  'voicemail',
  'ended',
];

/** How far a call has come: news of less is from before, and changes nothing. */
const stage: Readonly<Record<LiveCallStatus, number>> = {
  ringing: 0,
  answered: 1,
  'on-hold': 1,
  voicemail: 1,
  ended: 2,
};

/** Whether `next` can come after `now` in the life of a call. */
export function canFollow(now: LiveCallStatus, next: LiveCallStatus): boolean {
  return stage[next] >= stage[now] && !(now === 'ended' && next === 'ended');
}

/** Takes one party's news up; the same map when they are from before. */
export function withParty(parties: Parties, news: ServerLiveCall): Parties {
  const known = partyOf(parties, news);
  if (known !== undefined && !canFollow(known.call.status, news.status)) return parties;
  const next = new Map(parties);
  // Presence may have told of the same phone before without its name.
  if (known !== undefined) next.delete(known.key);
  next.set(news.partyId ?? known?.key ?? nameless, fill(news, known?.call));
  if (news.status === 'answered') silenceOthers(next, news);
  return next;
}

/** The session as one call: its liveliest phone, and what any of them told. */
export function toLiveCall(parties: Parties, before: LiveCall | undefined, now: EpochMs): LiveCall {
  const all = [...parties.values()];
  const lead = all.toSorted((one, other) => rank(one) - rank(other))[0];
  if (lead === undefined) throw new Error('a session without a party');
  const isUp = lead.status === 'answered' || lead.status === 'on-hold';
  return {
    ...lead,
    sessionId: lead.sessionId ?? before?.sessionId,
    isMissed: lead.status === 'ended' && all.some(({ isMissed }) => isMissed),
    isMuted: lead.isMuted ?? before?.isMuted,
    isRingOut: all.some(({ isRingOut }) => isRingOut) || before?.isRingOut === true,
    queue: lead.queue ?? before?.queue,
    startedAt: before?.startedAt ?? lead.startedAt,
    answeredAt: before?.answeredAt ?? (isUp ? now : undefined),
    endedAt: before?.endedAt ?? (lead.status === 'ended' ? now : undefined),
  };
}

function rank(call: ServerLiveCall): number {
  return precedence.indexOf(call.status);
}

function partyOf(
  parties: Parties,
  { partyId }: ServerLiveCall,
): { readonly key: string; readonly call: ServerLiveCall } | undefined {
  const named = parties.get(partyId ?? nameless);
  if (named !== undefined) return { key: partyId ?? nameless, call: named };
  // One side of the two told no name: with a single phone it is the same.
  const [only] = parties;
  if (only === undefined || parties.size > 1) return undefined;
  return partyId === undefined || only[0] === nameless
    ? { key: only[0], call: only[1] }
    : undefined;
}

/** What news leave out is as it was. */
function fill(news: ServerLiveCall, known: ServerLiveCall | undefined): ServerLiveCall {
  if (known === undefined) return news;
  return {
    ...news,
    from: fuller(news.from, known.from),
    to: fuller(news.to, known.to),
    partyId: news.partyId ?? known.partyId,
    reason: news.reason ?? known.reason,
    isMissed: news.isMissed || known.isMissed,
    isMuted: news.isMuted ?? known.isMuted,
    isRingOut: news.isRingOut || known.isRingOut,
    queue: news.queue?.name === undefined ? (known.queue ?? news.queue) : news.queue,
    startedAt: known.startedAt ?? news.startedAt,
  };
}

function fuller(
  news: ServerLiveCall['from'],
  known: ServerLiveCall['from'],
): ServerLiveCall['from'] {
  return {
    phoneNumber: news.phoneNumber ?? known.phoneNumber,
    extensionNumber: news.extensionNumber ?? known.extensionNumber,
    name: news.name ?? known.name,
  };
}

/** A call taken on one phone stops ringing on the others, whether or not they are told of again. */
function silenceOthers(parties: Map<string, ServerLiveCall>, answered: ServerLiveCall): void {
  for (const [key, call] of parties)
    if (call.status === 'ringing' && call.partyId !== answered.partyId)
      parties.set(key, { ...call, status: 'ended' });
}
