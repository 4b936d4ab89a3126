import fc from 'fast-check';
import { contract, type CallName } from '../../../shared/contract/index.ts';
import { samples } from '../../core/support/call-samples.ts';
import { valuesOf } from '../from-schema.ts';
import { hostileText, hostileValue, mutated } from '../hostile.ts';

/** One call as a page that has been taken over might make it. */
export type AnyCall = { readonly name: unknown; readonly input: unknown };

const names = Object.keys(contract) as CallName[];

/** Calls that end what the others need: made now and then, not as often as the others. */
const rare: ReadonlySet<string> = new Set<CallName>([
  'session.sign-in',
  'session.sign-out',
  'session.sign-in-again',
  'erasure.everything',
  'backups.restore',
  'backups.move-in',
  'backups.move-out',
  'backups.make',
]);

const sound = new Map<CallName, fc.Arbitrary<unknown>>(
  names.map((name) => [name, valuesOf(contract[name].input)]),
);

function inputOf(name: CallName): fc.Arbitrary<unknown> {
  const shaped = sound.get(name) ?? fc.constant(undefined);
  return fc.oneof(
    { weight: 4, arbitrary: shaped },
    { weight: 2, arbitrary: fc.constant<unknown>(samples[name]) },
    { weight: 3, arbitrary: mutated(shaped, hostileValue) },
    { weight: 2, arbitrary: mutated(fc.constant<unknown>(samples[name]), hostileValue) },
    { weight: 1, arbitrary: hostileValue },
  );
}

/** Any call: each name as often as any other, and names that are none. */
export const anyCall: fc.Arbitrary<AnyCall> = fc.oneof(
  {
    weight: 150,
    arbitrary: fc
      .constantFrom(...names.filter((name) => !rare.has(name)))
      .chain((name) => inputOf(name).map((input) => ({ name, input }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...names.filter((name) => rare.has(name)))
      .chain((name) => inputOf(name).map((input) => ({ name, input }))),
  },
  {
    weight: 5,
    arbitrary: fc.record({ name: fc.oneof(hostileText, hostileValue), input: hostileValue }),
  },
);
