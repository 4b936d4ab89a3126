import { failure, type FailureMessage } from '../../../shared/failure.ts';
import { isQuietIn, nextDayBegin } from '../../../shared/local-time.ts';
import type { OptOut, TextOutlook, TextQuestion } from '../../../shared/model/drafts.ts';
import type { E164, ThreadId } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { page, partyWith, type Answers, type FakeWorld } from './fake-world.ts';

type To = { readonly threadId: ThreadId } | { readonly numbers: readonly string[] };
type Send = {
  readonly to: To;
  readonly sendAt?: unknown;
  readonly confirmed?: readonly TextQuestion[];
  readonly reason?: string;
};

const refusals: Readonly<Record<TextQuestion, FailureMessage>> = {
  'opted-out': 'text.opted-out',
  'do-not-call': 'number.do-not-call',
  'quiet-hours': 'text.quiet-hours',
};

/** Who wants no texts, and what a text would be: by the same guards as calls. */
export function textRuleAnswers(world: FakeWorld, touch: () => void): Answers {
  const own = (): E164 => world.senders[0]!.number;
  return {
    'texts.get-outlook': (input: { to: To; from?: E164 }) =>
      ok({ ...outlookOf(world, input.to), ...(input.from && { from: input.from }) }),
    'opt-outs.list': (input: { after?: string; limit?: number }) =>
      ok(page(world.optOuts ?? [], input)),
    'opt-outs.set': (input: {
      number: E164;
      ownNumber?: E164;
      isOptedOut: boolean;
      reason: string;
    }) => {
      world.asked = [...world.asked, input];
      const rest = (world.optOuts ?? []).filter(({ number }) => number !== input.number);
      const noted: OptOut = {
        number: input.number,
        party: partyWith(world, input.number),
        ownNumber: input.ownNumber ?? own(),
        at: Date.now(),
        source: 'user',
        word: undefined,
      };
      world.optOuts = input.isOptedOut ? [noted, ...rest] : rest;
      touch();
      return ok();
    },
  };
}

/** Refuses a text with the first question that has no yes; keeps what was said of one that may go. */
export function judgeText(world: FakeWorld, input: Send): Result<void> {
  const { questions } = outlookOf(world, input.to);
  const asked = questions.filter((each) => each !== 'quiet-hours' || input.sendAt === undefined);
  const open = asked.find((each) => input.confirmed?.includes(each) !== true);
  if (open !== undefined) return fail(failure('conflict', refusals[open], { retry: 'user' }));
  world.asked = [...world.asked, input];
  return ok();
}

function outlookOf(world: FakeWorld, to: To): TextOutlook {
  const parties = partiesOf(world, to);
  const numbers = parties.flatMap(({ number }) => number ?? []);
  const optOuts = (world.optOuts ?? []).filter(({ number }) => numbers.includes(number));
  const doNotCall = parties.filter((party) =>
    world.guards.doNotCall.some(({ number }) => number === party.number),
  );
  const zone = world.guards.area?.zone;
  const isQuiet = zone !== undefined && isQuietIn(zone, Date.now());
  return {
    from: world.senders[0]?.number,
    to: numbers,
    refusal: undefined,
    caution: undefined,
    optOuts,
    doNotCall,
    quiet: isQuiet
      ? {
          localTime: { zone, source: 'area', isOneOfSeveral: false, isQuiet },
          dayBeginsAt: nextDayBegin(zone, Date.now()),
          parties,
        }
      : undefined,
    questions: [
      ...(optOuts.length > 0 ? ['opted-out' as const] : []),
      ...(doNotCall.length > 0 ? ['do-not-call' as const] : []),
      ...(isQuiet && world.settings.askQuietTexts ? ['quiet-hours' as const] : []),
    ],
    firstTextSentence: undefined,
  };
}

function partiesOf(world: FakeWorld, to: To): readonly Party[] {
  if ('threadId' in to) return world.threads.find(({ id }) => id === to.threadId)?.parties ?? [];
  const home = world.session.account!.homeCountry;
  return to.numbers.flatMap((typed) => {
    const read = parseDialable(typed, home);
    return read.ok ? [partyWith(world, read.value.number)] : [];
  });
}
