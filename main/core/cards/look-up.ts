import type { IncomingCall, PersonBrief } from '../../../shared/model/cards.ts';
import { toArchiveFailure } from '../failure-error.ts';
import type { CardsDeps } from './deps.ts';
import type { CardFace, Entry } from './stack.ts';

const nothingKnown: PersonBrief = {
  lastContact: undefined,
  followUps: [],
  notes: [],
  hasCrmPage: false,
};

/** A card of something that was proposed. */
export type ProposedEntry = {
  readonly proposed: NonNullable<Entry['proposed']>;
  readonly source: NonNullable<Entry['source']>;
  readonly asked?: Entry['asked'];
};

type LookUpDeps = Pick<CardsDeps, 'log' | 'outlooks' | 'briefs'>;

/** What a card shows of what was proposed; what cannot be looked up is said on the card. */
export async function lookUp(deps: LookUpDeps, entry: ProposedEntry): Promise<CardFace> {
  const { proposed, source } = entry;
  try {
    return await lookUpFace(deps, entry);
  } catch (error) {
    deps.log.error('what was proposed could not be looked up', error);
    const typed = proposed.kind === 'group-text' ? proposed.to.join(', ') : proposed.typed;
    return {
      kind: 'unreadable',
      source,
      typed: typed.slice(0, 200),
      failure: toArchiveFailure(error),
    };
  }
}

/** By how much a record may date a call earlier than it was seen to ring, in milliseconds. */
const slackMs = 5_000;

/**
 * What was known of a caller before their call. Nothing that could not be read of them keeps it from
 * being seen.
 */
export async function lookUpBrief(
  deps: Pick<CardsDeps, 'log' | 'briefs'>,
  { party, startedAt }: Pick<IncomingCall, 'party' | 'startedAt'>,
): Promise<PersonBrief> {
  try {
    return await deps.briefs.of(party, startedAt - slackMs);
  } catch (error) {
    deps.log.error('what is known of someone could not be read', error);
    return nothingKnown;
  }
}

async function lookUpFace(
  { outlooks, briefs }: LookUpDeps,
  { proposed, source, asked }: ProposedEntry,
): Promise<CardFace> {
  if (proposed.kind === 'unreadable') {
    const { typed, failure: why } = proposed;
    return { kind: 'unreadable', source, typed, failure: why };
  }
  if (proposed.kind === 'group-text') {
    const found = await Promise.all(proposed.to.map((typed) => outlooks.of(typed)));
    const to = found.map(({ typed, number, party }) => ({ number: number ?? typed, party }));
    return { kind: 'group-text', source, to, body: proposed.body };
  }
  const { typed, prefers, body } = proposed;
  const found = await outlooks.of(typed);
  const wanted = asked?.callerId;
  const outlook =
    wanted === undefined
      ? found
      : { ...found, callerId: { number: wanted, because: 'program' as const } };
  const brief = await briefs.of(outlook.party);
  return { kind: 'proposal', source, prefers, outlook, brief, body };
}
