/** Behaviour that nobody outside RingCentral can settle, or that it may change: one switch each. */
export type Rules = {
  /**
   * How a RingOut shows in the call log. The recorded answers have two records with crossed
   * numbers, RingCentral's own client also expects two with the same numbers, and one record
   * with two legs is possible too (FACTS 2.4).
   */
  ringOutRecords: 'two-crossed' | 'two-same' | 'one';
  /** What DELETE does once the own phone has answered: the guide contradicts itself (FACTS 2.3). */
  deleteAfterAnswer: 'ignored' | 'ends';
  /** Whether a socket token may open a second socket within its life (FACTS 5.2). */
  reuseSocketToken: boolean;
  /** Requests per minute of each throttling group (FACTS 6). */
  rateLimits: Record<'Light' | 'Medium' | 'Heavy' | 'Auth', number>;
  /** Which error a sync token from before `expireSyncTokens` gets in the message store. */
  expiredMessageToken: 'MSG-333' | 'CMN-101';
};

export function defaultRules(): Rules {
  return {
    ringOutRecords: 'two-crossed',
    deleteAfterAnswer: 'ignored',
    reuseSocketToken: true,
    rateLimits: { Light: 50, Medium: 40, Heavy: 10, Auth: 5 },
    expiredMessageToken: 'MSG-333',
  };
}
