import type { CountryCode } from '../../../../shared/model/ids.ts';
import type { Clock } from '../../ports.ts';
import type { ServerLiveCall } from '../../ringcentral/records.ts';
import { isRunning, type RunningCall } from '../active-calls.ts';
import type { CallBoard } from '../call-board.ts';
import { applyLegs, type Progress } from '../progress.ts';
import { matchLeg, toLeg, type LegName } from './legs.ts';
import type { LiveCalls } from './live-call.ts';

export type LegWatch = { stop(): void };

export type LegWatchDeps = {
  readonly board: Pick<CallBoard, 'list' | 'get'>;
  readonly live: Pick<LiveCalls, 'onChange'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly session: { homeCountry(): CountryCode };
  readonly take: (progress: Progress) => void;
};

/** Finds the calls placed here among the user's live sessions, and tells how far they have come. */
export function createLegWatch(deps: LegWatchDeps): LegWatch {
  const { board, clock } = deps;

  /** Whose leg it is: a call that has it already, else the latest one that has none such. */
  const findOwner = (
    live: ServerLiveCall,
  ): { readonly call: RunningCall; readonly name: LegName } | undefined => {
    const home = deps.session.homeCountry();
    const matches = board.list().flatMap((call) => {
      const name = matchLeg(call, live, home, clock.now());
      return name === undefined ? [] : [{ call, name }];
    });
    const isKnown = ({ call, name }: (typeof matches)[number]): boolean =>
      call.legs[name]?.telephonySessionId === live.telephonySessionId;
    return (
      matches.find(isKnown) ??
      matches
        .filter(({ call }) => isRunning(call))
        .toSorted((one, other) => other.call.startedAt - one.call.startedAt)[0]
    );
  };

  const hear = (live: ServerLiveCall): void => {
    const owner = findOwner(live);
    if (owner === undefined || !isRunning(owner.call)) return;
    const { call, name } = owner;
    const leg = toLeg(live, call.legs[name]);
    deps.take(applyLegs(call, { ...call.legs, [name]: leg }, clock.now()));
  };

  return { stop: deps.live.onChange(({ call }) => hear(call)) };
}
