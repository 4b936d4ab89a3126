/** What goes wrong with the sockets on purpose; tests switch it through the account handle. */
export type SocketTrouble = {
  /** Connected, but nothing comes any more: no events, no answers, no pongs. */
  silent: boolean;
  /** How many of the next notifications arrive twice. */
  duplicates: number;
  /** How many of the next pairs of notifications arrive in the wrong order. */
  swaps: number;
  /** How many of the next connections are refused, and with which HTTP status. */
  refusals: { left: number; status: number };
};

export type Notifier = {
  /** Sends a notification, or does to it what is wrong at the moment. */
  pass(frame: string, send: (frame: string) => void): void;
};

export function createTrouble(): SocketTrouble {
  return { silent: false, duplicates: 0, swaps: 0, refusals: { left: 0, status: 503 } };
}

/** One for each line: a notification that waits for the next one to overtake it waits here. */
export function createNotifier(trouble: SocketTrouble): Notifier {
  let overtaken: string | undefined;
  return {
    pass(frame, send) {
      if (overtaken !== undefined) {
        send(frame);
        send(overtaken);
        overtaken = undefined;
        return;
      }
      if (trouble.swaps > 0) {
        trouble.swaps -= 1;
        overtaken = frame;
        return;
      }
      send(frame);
      if (trouble.duplicates === 0) return;
      trouble.duplicates -= 1;
      send(frame);
    },
  };
}
