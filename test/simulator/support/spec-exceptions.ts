/** Where the published OpenAPI file and the wire disagree, and the simulator follows the wire. */

/** Answers that the file describes wrongly or not at all, by operation and status. */
export const MISDESCRIBED: readonly {
  readonly operation: RegExp;
  readonly status: number;
  readonly why: string;
}[] = [
  {
    operation: /./,
    status: 401,
    why: 'the gateway’s own 401 (AGW-401, AGW-402) is flat: errorCode and message, no errors[]',
  },
];

/** Values that newer editions of the file add to its lists. */
export const ADDED_VALUES: Readonly<Record<string, readonly string[]>> = {
  CallResultEnum: ['Answered Elsewhere', 'Callback requested'],
};
