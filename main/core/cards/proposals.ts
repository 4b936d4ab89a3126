import type { Failure } from '../../../shared/failure.ts';
import { manyRepeats, type ProposalSource } from '../../../shared/model/cards.ts';
import type { CardId } from '../../../shared/model/ids.ts';
import { fail } from '../../../shared/result.ts';
import { toArchiveFailure } from '../failure-error.ts';
import type { AskedCall } from '../local-api/asker.ts';
import type { QuickRequest } from '../quick/service.ts';
import type { CardsDeps } from './deps.ts';
import type { LinkGate } from './link-gate.ts';
import { lookUp } from './look-up.ts';
import { isUnderWay, type PlacedCards } from './placed.ts';
import { readProposal, type Proposed } from './reading.ts';
import type { CardFace, Entry, Stack } from './stack.ts';

/** How long a link that may call at once waits for others to come, in milliseconds. */
const settleMs = 250;

type ProposalFace = Extract<CardFace, { readonly kind: 'proposal' }>;

export type ProposedText = {
  readonly text: string;
  readonly source: ProposalSource;
  /** Of a program that asks for a call. */
  readonly asked?: AskedCall | undefined;
};

/** Makes cards of what is proposed: one for equal ones, one for a flood, and a call if so chosen. */
export function createProposals(
  deps: CardsDeps,
  parts: { readonly stack: Stack; readonly links: LinkGate; readonly placed: PlacedCards },
): {
  /** Answers the card it stands on; undefined where none is shown. */
  propose(proposed: ProposedText): Promise<CardId | undefined>;
  stop(): void;
} {
  const { clock, window } = deps;
  const { stack, links, placed } = parts;
  /** What calls off a call at once that waits for its moment. */
  const waiting = new Set<() => void>();
  const showAgain = (entry: Entry, isFlood: boolean): void => {
    stack.change(entry.id, { repeats: entry.repeats + 1 });
    stack.raise(entry.id);
    // A page that fires links must not take the keyboard with each of them.
    if (entry.face !== undefined && !isFlood) window.show({ takeFocus: true });
  };

  /** All cards of a flood become its first one; undefined when none of them stands any more. */
  const gatherFlood = (): Entry | undefined => {
    const since = links.floodSince();
    const gathered = stack
      .list()
      .filter(({ source, face, at }) => source === 'link' && face?.kind !== 'placed' && at > since);
    const standing = gathered.at(-1) ?? stack.list().find(isFloodCard);
    if (standing === undefined) return undefined;
    const others = gathered.filter(({ id }) => id !== standing.id);
    stack.remove(others.map(({ id }) => id));
    const repeats = others.reduce((sum, each) => sum + each.repeats + 1, standing.repeats);
    // Those that were put away a moment ago are of the flood as well, and the card is to offer its end.
    return { ...standing, repeats: Math.max(repeats, manyRepeats - 1) };
  };

  const show = (entry: Entry, face: CardFace): void => {
    const takeFocus = entry.source !== 'link' || !links.isFlooded();
    if (stack.change(entry.id, { face })) window.show({ takeFocus });
  };

  const mayCallAtOnce = (): boolean =>
    deps.settings().callAtOnce && links.isCalm() && links.getSilence() === undefined;

  /** Calls unless another link comes in a moment, which no person clicks. */
  const callAtOnce = (entry: Entry, face: ProposalFace): void => {
    const callOff = clock.schedule(settleMs, () => {
      waiting.delete(callOff);
      if (stack.get(entry.id) === undefined) return;
      if (mayCallAtOnce()) void dialAtOnce(entry, face);
      else show(entry, face);
    });
    waiting.add(callOff);
  };

  const dialAtOnce = async (entry: Entry, face: ProposalFace): Promise<void> => {
    deps.log.info('a link is called at once, as the settings say');
    const request = { number: face.outlook.typed, cardId: entry.id };
    const result = await deps.calls.dial(request).catch((error: unknown) => {
      deps.log.error('a link could not be called at once', error);
      // Nothing the user could say yes to.
      return fail({ ...toArchiveFailure(error), retry: 'never' });
    });
    if (!result.ok) return show(entry, hindered(face, result.failure));
    placed.follow(entry.id, result.value.callId);
    // A call that is over already has no card, and one without a face would hide the next click.
    if (stack.get(entry.id)?.face === undefined) return stack.remove([entry.id]);
    window.show({ takeFocus: false });
  };

  const open = async (
    proposed: Proposed,
    { source, asked }: ProposedText,
    isFlood: boolean,
  ): Promise<CardId | undefined> => {
    const text = source === 'link' && !isFlood ? textOf(proposed) : undefined;
    if (text !== undefined && (await deps.quick.offer(text))) return undefined;
    const entry: Entry = {
      id: deps.random.uuid() as CardId,
      at: clock.now(),
      key: keyOf(proposed, asked),
      source,
      proposed,
      asked,
      // The first that stands of a flood speaks for those before it.
      repeats: isFlood ? manyRepeats : 0,
      face: undefined,
    };
    stack.put(entry);
    const face = await lookUp(deps, { proposed, source, asked });
    if (mayCallAtOnce() && isUnguarded(proposed, face)) callAtOnce(entry, face);
    else show(entry, face);
    return entry.id;
  };

  return {
    async propose(wanted) {
      const { text, source, asked } = wanted;
      const manner = source === 'link' ? links.admit() : 'calm';
      if (manner === 'silent') return undefined;
      const first = manner === 'flood' ? gatherFlood() : undefined;
      if (first !== undefined) {
        showAgain(first, true);
        return first.id;
      }
      const proposed = readProposal(text, source, deps.session.homeCountry());
      const key = keyOf(proposed, asked);
      const equal = stack.list().find((entry) => entry.key === key && isStanding(entry));
      if (equal === undefined) return open(proposed, wanted, manner === 'flood');
      showAgain(equal, false);
      return equal.id;
    },
    stop: () => waiting.forEach((callOff) => callOff()),
  };
}

/** What one program asks for is another card than what a link or another program does. */
function keyOf({ key }: Proposed, asked: AskedCall | undefined): string {
  return asked === undefined ? key : [asked.programId, asked.callerId ?? '', key].join('\n');
}

/** A call that is over does not keep its number from being proposed anew. */
function isStanding({ face }: Entry): boolean {
  return face?.kind !== 'placed' || isUnderWay(face.call);
}

function isFloodCard({ source, face, repeats }: Entry): boolean {
  return source === 'link' && face?.kind !== 'placed' && repeats > 0;
}

/** What a link for texts opens the small window with; while that is being written in, it is a card. */
function textOf(proposed: Proposed): QuickRequest | undefined {
  if (proposed.kind === 'group-text') return { to: proposed.to, body: proposed.body };
  if (proposed.kind !== 'proposal' || proposed.prefers !== 'text') return undefined;
  return { to: [proposed.typed], body: proposed.body };
}

/** Whether nothing has to be asked, refused or explained before a number is called. */
function isUnguarded(proposed: Proposed, face: CardFace): face is ProposalFace {
  if (proposed.kind !== 'proposal' || !proposed.isTelLink || face.kind !== 'proposal') return false;
  const { number, questions, refusal, obstacle } = face.outlook;
  const isFree = refusal === undefined && obstacle === undefined && questions.length === 0;
  return isFree && number !== undefined;
}

/** The card of a call that could not be placed; what only has to be asked is asked on it. */
function hindered(face: ProposalFace, why: Failure): ProposalFace {
  if (why.retry === 'user') return face;
  return { ...face, outlook: { ...face.outlook, obstacle: why } };
}
