import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CallQuestion, PhoneChoice } from '../../shared/model/calls.ts';
import type { CallId, CardId, E164, PhoneId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';
import { call } from './bridge.ts';
import { usePhones, useSettings } from './queries.ts';
import { showDeviceNumber, showTrouble } from './ui-store.ts';

export type DialRequest = {
  /** As typed, or E.164. */
  readonly number: string;
  /** For the words about it. */
  readonly who: string;
  /** The name for the archive, where it may know none. */
  readonly name?: string | undefined;
  /** What the user was asked and said yes to. */
  readonly confirmed?: readonly CallQuestion[];
  /** Why it is called all the same. */
  readonly reason?: string;
  /** The phone to ring first this time, in place of the usual one. */
  readonly phoneId?: PhoneId | undefined;
  /** What the other side sees; remembered for them. */
  readonly callerId?: E164 | undefined;
  /** The card of the small window that is to follow the call. */
  readonly cardId?: CardId;
};

/** The phone that is rung first: the one chosen, else the account's default, else any. */
export function chosenPhone(
  phones: readonly PhoneChoice[],
  callFrom: string | undefined,
): PhoneChoice | undefined {
  return (
    phones.find((phone) => phone.id === callFrom) ??
    phones.find((phone) => phone.isDefault) ??
    phones[0]
  );
}

export function useCallFrom(): PhoneChoice | undefined {
  const phones = usePhones().data ?? [];
  return chosenPhone(phones, useSettings().data?.callFrom);
}

/** Places a call; a second press while the first is being accepted does nothing. */
export function useDial(): (
  request: DialRequest,
) => Promise<Result<{ readonly callId: CallId }> | undefined> {
  const client = useQueryClient();
  const phone = useCallFrom();
  const isPlacing = useRef(false);
  return async (request) => {
    if (isPlacing.current) return undefined;
    isPlacing.current = true;
    showTrouble(undefined);
    const result = await call('calls.dial', {
      number: request.number,
      ...((request.phoneId ?? phone) && { phoneId: request.phoneId ?? phone?.id }),
      ...(request.name && { name: request.name }),
      ...(request.callerId && { callerId: request.callerId }),
      ...(request.confirmed?.length && { confirmed: [...request.confirmed] }),
      ...(request.reason && { reason: request.reason }),
      ...(request.cardId && { cardId: request.cardId }),
    });
    isPlacing.current = false;
    void client.invalidateQueries({ queryKey: ['active-calls'] });
    return result;
  };
}

/** Places a call from anywhere; what main refuses is told in the call bar. */
export function useCallParty(): (request: DialRequest) => void {
  const dial = useDial();
  return (request) => {
    void dial(request).then((result) => {
      if (result && !result.ok) showTrouble({ ...request, failure: result.failure });
    });
  };
}

/**
 * Hands a number to the device's own dialer, or shows it large where there is none. An extension that
 * the other program was not given is told in either case.
 */
export async function callWithDevice(request: DialRequest): Promise<void> {
  const result = await call('calls.call-with-device', { number: request.number });
  if (!result.ok) return showTrouble({ ...request, failure: result.failure });
  showTrouble(undefined);
  const { outcome, keyIn } = result.value;
  const isToTell = outcome === 'show-number' || keyIn !== undefined;
  showDeviceNumber(isToTell ? { ...result.value, who: request.who } : undefined);
}
