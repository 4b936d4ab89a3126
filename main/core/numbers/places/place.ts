/** What a number's area says: where it is, and the zones that its people may be in. */
export type NumberPlace = {
  /** In the language spoken: *San Francisco, CA*, *Germany*; undefined for numbers of no place. */
  readonly place: string | undefined;
  /** IANA names; none for numbers of no place. */
  readonly zones: readonly string[];
};

/** What is known of a number without a place: a toll-free one, a satellite phone, a short one. */
export const nowhere: NumberPlace = { place: undefined, zones: [] };
