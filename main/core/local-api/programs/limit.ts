import type { EpochMs } from '../../../../shared/model/ids.ts';

/** Counts what each program asks, so that none keeps the others, or the user, waiting. */
export type Limit = {
  /** Counts one more; answers how long to wait, in milliseconds, when it is one too many. */
  admit(programId: string, now: EpochMs): number | undefined;
  /** Forgets a program that is gone. */
  forget(programId: string): void;
};

/** Lets `most` through within any `withinMs`; those that are refused do not count. */
export function createLimit({
  most,
  withinMs,
}: {
  readonly most: number;
  readonly withinMs: number;
}): Limit {
  const admitted = new Map<string, readonly EpochMs[]>();
  return {
    admit(programId, now) {
      const recent = (admitted.get(programId) ?? []).filter(
        (at) => at > now - withinMs && at <= now,
      );
      const [first] = recent;
      if (first !== undefined && recent.length >= most) return first + withinMs - now;
      admitted.set(programId, [...recent, now]);
      return undefined;
    },
    forget: (programId) => void admitted.delete(programId),
  };
}
