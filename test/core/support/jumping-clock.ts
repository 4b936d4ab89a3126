import { ManualClock } from './manual-clock.ts';

/** A clock that is put forward or back while its timers run on, as the system's are. */
export class JumpingClock extends ManualClock {
  jumpedMs = 0;

  override now(): number {
    return super.now() + this.jumpedMs;
  }
}
