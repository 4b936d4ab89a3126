import type { CallOutcome, CallRow } from '../../../shared/model/calls.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { duration } from '../format.ts';

export type CallTone = 'plain' | 'missed' | 'unsure';
export type CallIcon =
  | 'incoming'
  | 'outgoing'
  | 'missed'
  | 'voicemail'
  | 'failed'
  | 'blocked'
  | 'unsure'
  | 'live'
  | 'device';

/** What became of a call: its words, its icon, and whether it wants attention. */
export function outcomeOf(call: Pick<CallRow, 'direction' | 'outcome'>): {
  readonly text: string;
  readonly icon: CallIcon;
  readonly tone: CallTone;
} {
  const icon = iconOf(call);
  return {
    text: strings.calls.outcome[call.direction][call.outcome],
    icon,
    tone: icon === 'unsure' ? 'unsure' : wantsAttention.has(icon) ? 'missed' : 'plain',
  };
}

const wantsAttention: ReadonlySet<CallIcon> = new Set(['missed', 'failed']);

/** How an outgoing call that nobody took still counts as made: it is not a fault of anything. */
const iconOfOutcome: Readonly<Partial<Record<CallOutcome, CallIcon>>> = {
  'in-progress': 'live',
  voicemail: 'voicemail',
  failed: 'failed',
  blocked: 'blocked',
  unknown: 'unsure',
  'handed-over': 'device',
};
const missedOutcomes: ReadonlySet<CallOutcome> = new Set([
  'missed',
  'no-answer',
  'busy',
  'cancelled',
]);

function iconOf({ direction, outcome }: Pick<CallRow, 'direction' | 'outcome'>): CallIcon {
  const special = iconOfOutcome[outcome];
  if (special !== undefined) return special;
  if (direction === 'outbound') return 'outgoing';
  return missedOutcomes.has(outcome) ? 'missed' : 'incoming';
}

/** The second line of a row: what became of it, and how long it took. */
export function rowDetail(call: CallRow): string {
  if (call.outcome !== 'connected') return outcomeOf(call).text;
  // A call that connected says which way it went; its length says that it connected.
  const direction = strings.calls.direction[call.direction];
  return call.durationSeconds ? `${direction} · ${duration(call.durationSeconds)}` : direction;
}
