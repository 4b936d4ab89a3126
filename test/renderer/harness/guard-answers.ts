import { failure, type FailureMessage } from '../../../shared/failure.ts';
import type { CallQuestion } from '../../../shared/model/calls.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { parseDialable } from '../../../shared/phone/parse.ts';
import { fail, ok } from '../../../shared/result.ts';
import { page, partyWith, placedCall, type Answers, type FakeWorld } from './fake-world.ts';
import { outlookOf } from './outlook-answers.ts';

const refusals: Readonly<Record<CallQuestion, FailureMessage>> = {
  short: 'number.short',
  premium: 'number.premium',
  'do-not-call': 'number.do-not-call',
  'quiet-hours': 'call.quiet-hours',
  'already-placing': 'call.already-placing',
};

type Dial = {
  readonly number: string;
  readonly confirmed?: readonly CallQuestion[];
  readonly reason?: string;
};

/** Calls with their questions, the do-not-call list, and where people are. */
export function guardAnswers(world: FakeWorld, touch: () => void): Answers {
  const home = () => world.session.account!.homeCountry;
  return {
    'calls.dial': (input: Dial) => {
      const { refusal, questions, number = '' as E164 } = outlookOf(world, input.number);
      if (refusal) return fail(refusal);
      const open = questions.find((question) => !input.confirmed?.includes(question));
      if (open) return fail(failure('conflict', refusals[open], { retry: 'user' }));
      world.asked = [...world.asked, input];
      world.active = [placedCall(world, number, input.number)];
      touch();
      return ok({ callId: 'c-new' });
    },
    'do-not-call.list': (input: { after?: string; limit?: number }) =>
      ok(page(world.guards.doNotCall, input)),
    'do-not-call.has': (input: { number: string }) =>
      ok(world.guards.doNotCall.some(({ number }) => number === input.number)),
    'do-not-call.add': (input: { numbers: string; reason?: string }) => {
      const lines = input.numbers.split('\n').filter((line) => line.trim() !== '');
      const read = lines.map((line) => ({ line, parsed: parseDialable(line, home()) }));
      const wrong = read.find(({ parsed }) => !parsed.ok);
      if (wrong) {
        const params = { typed: wrong.line.trim() };
        return fail(failure('invalid', 'do-not-call.line-invalid', { params }));
      }
      const known = new Set(world.guards.doNotCall.map(({ number }) => number));
      const added = read
        .flatMap(({ parsed }) => (parsed.ok ? [parsed.value.number] : []))
        .filter((number) => !known.has(number))
        .map((number) => ({
          number,
          party: partyWith(world, number),
          reason: input.reason ?? '',
          addedAt: Date.now(),
        }));
      world.guards.doNotCall = [...added, ...world.guards.doNotCall];
      touch();
      return ok({ added: added.length });
    },
    'do-not-call.remove': (input: { number: E164 }) => {
      const { doNotCall } = world.guards;
      world.guards.doNotCall = doNotCall.filter(({ number }) => number !== input.number);
      touch();
      return ok();
    },
    'calls.get-time-zone': (input: { contactId: string }) =>
      ok(world.guards.zones[input.contactId]),
    'calls.set-time-zone': (input: { contactId: string; zone: string | null }) => {
      const { [input.contactId]: _, ...others } = world.guards.zones;
      world.guards.zones =
        input.zone === null ? others : { ...others, [input.contactId]: input.zone };
      touch();
      return ok();
    },
  };
}
