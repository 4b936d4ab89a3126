/**
 * A number as it is written somewhere, and what it has to become: E.164 and what is keyed in
 * later, or the key of the Failure. `short:411` is a number too short for a subscriber's, which is
 * dialled as the digits it is once the user has been asked.
 */
export type Form = readonly [written: string, expected: string, keyIn?: string];

/** Forms whose national numbers are those of a country. */
export type Region = { readonly country: string; readonly forms: readonly Form[] };
