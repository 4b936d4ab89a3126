import { failure } from '../../../shared/failure.ts';
import type { CallOutlook } from '../../../shared/model/calls.ts';
import { parseDialable, parseShort } from '../../../shared/phone/parse.ts';
import { ok } from '../../../shared/result.ts';
import { guardOf } from './guards.ts';
import { noParty, partyWith, type Answers, type FakeWorld } from './fake-world.ts';

/** What calling a number would be, and what becomes of handing it to another phone. */
export function outlookAnswers(world: FakeWorld): Answers {
  return {
    'calls.outlook': (input: { number: string }) => ok(outlookOf(world, input.number)),
    'calls.call-with-device': (input: { number: string }) => {
      const { number, keyIn } = outlookOf(world, input.number);
      return ok(
        world.device === 'opened'
          ? { outcome: 'opened', keyIn }
          : { outcome: 'show-number', number, keyIn },
      );
    },
  };
}

/** What the fake main knows of a number. */
export function outlookOf(world: FakeWorld, typed: string): CallOutlook {
  const { canCall, account } = world.session;
  const parsed = parseDialable(typed, account!.homeCountry);
  const short = parseShort(typed);
  const target = parsed.ok ? parsed.value : short;
  const isEmergency = /^(911|112)$/.test(typed.trim());
  const party = parsed.ok ? partyWith(world, parsed.value.number) : noParty;
  const guard = guardOf(world, { number: isEmergency ? undefined : target?.number, party });
  return {
    typed,
    number: target?.number,
    keyIn: target?.keyIn,
    party,
    ...guard,
    questions: short === undefined || isEmergency ? guard.questions : ['short'],
    refusal: isEmergency
      ? failure('invalid', 'number.emergency', { field: 'number' })
      : parsed.ok || short
        ? undefined
        : parsed.failure,
    obstacle: canCall.can ? undefined : canCall.failure,
    callerId:
      world.callerId === undefined
        ? { number: world.session.fromNumber, because: 'default' }
        : { number: world.callerId, because: 'contact' },
  };
}
