import type { E164 } from '../../../shared/model/ids.ts';
import type { SenderView } from '../../../shared/model/messages.ts';

/** What speaks for a number: the user's choice first, then where it was left, then what is usual. */
export type Wishes = {
  readonly chosen: E164 | undefined;
  /** The thread's. It stays, also when no texts go out from it: then that is said. */
  readonly own: E164 | undefined;
  /** The one that wrote to these people last. */
  readonly last: E164 | undefined;
  readonly usual: string | undefined;
};

/** The number a text goes out from; undefined when none can. */
export function chooseFrom(senders: readonly SenderView[], wishes: Wishes): E164 | undefined {
  const able = senders.filter(({ obstacle }) => obstacle === undefined);
  const ableOne = (number: string | undefined): E164 | undefined =>
    able.find((sender) => sender.number === number)?.number;
  return (
    ableOne(wishes.chosen) ??
    wishes.own ??
    ableOne(wishes.last) ??
    ableOne(wishes.usual) ??
    (able.find(({ isDefault }) => isDefault) ?? able[0])?.number
  );
}

/** Where no number can text: the one that is nearest to it, a number of the user's own. */
export function nearestSender(senders: readonly SenderView[]): SenderView | undefined {
  if (senders.some(({ obstacle }) => obstacle === undefined)) return undefined;
  const isFar = ({ obstacle }: SenderView): boolean =>
    obstacle?.message === 'text.sender-shared' || obstacle?.message === 'text.sender-fax';
  return senders.find((sender) => !isFar(sender)) ?? senders[0];
}

/** Whether there is anything to choose or to say about the number. */
export function hasChoice(senders: readonly SenderView[]): boolean {
  return senders.filter(({ obstacle }) => obstacle === undefined).length > 1;
}
