import type { Failure } from '../../../shared/failure.ts';
import type { CallQuestion, DeviceCall } from '../../../shared/model/calls.ts';
import type { CardId, E164, PhoneId } from '../../../shared/model/ids.ts';

/** A call that main refused to place, kept so that it can be tried again. */
export type CallTrouble = {
  readonly number: string;
  readonly who: string;
  /** The name for the archive, where it may know none. */
  readonly name?: string | undefined;
  /** What has been answered with yes so far, and why. */
  readonly confirmed?: readonly CallQuestion[];
  readonly reason?: string;
  /** The phone and the caller ID chosen for it alone. */
  readonly phoneId?: PhoneId | undefined;
  readonly callerId?: E164 | undefined;
  /** The card of the small window that is to follow the call. */
  readonly cardId?: CardId;
  readonly failure: Failure;
};

/** What became of *Call with this device*, as far as it has to be told. */
export type DeviceNumber = DeviceCall & { readonly who: string };
