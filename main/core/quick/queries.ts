import type { Party } from '../../../shared/model/people.ts';
import { toParty } from '../contacts/rows.ts';
import { defineQuery } from '../db/define-query.ts';

/** Who has these numbers (E.164). */
export const readPartiesOf = defineQuery(
  'quick.read-parties',
  (db, input: { readonly numbers: readonly string[] }): readonly Party[] =>
    input.numbers.map((number) => toParty(db, { number, extension_number: null, name: null })),
);
