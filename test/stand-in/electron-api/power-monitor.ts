import type * as Electron from 'electron';
import { ApiEmitter } from '../runtime/emitter.ts';

/** `powerMonitor`: a computer that sleeps, wakes, locks and unlocks when a test says so. */
export class PowerMonitor
  extends ApiEmitter
  implements
    Pick<
      Electron.PowerMonitor,
      | 'getSystemIdleState'
      | 'getSystemIdleTime'
      | 'isOnBatteryPower'
      | 'onBatteryPower'
      | 'getCurrentThermalState'
    >
{
  onBatteryPower = false;
  idleSeconds = 0;
  #locked = false;

  constructor() {
    super('powerMonitor');
  }

  getSystemIdleState(idleThreshold: number): 'active' | 'idle' | 'locked' {
    if (this.#locked) return 'locked';
    return this.idleSeconds >= idleThreshold ? 'idle' : 'active';
  }

  getSystemIdleTime(): number {
    return this.idleSeconds;
  }

  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }

  getCurrentThermalState(): 'unknown' {
    return 'unknown';
  }

  /** Lets the computer do one thing, and tells the app. */
  happen(event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen'): void {
    if (event === 'lock-screen') this.#locked = true;
    if (event === 'unlock-screen') this.#locked = false;
    this.emit(event);
  }
}
