import type { LocalEventType } from '../../../../shared/model/local-events.ts';
import type { LocalEvent } from '../../feed/local-event.ts';
import type { Feed } from '../../feed/service.ts';
import { eventId, parseEventId, toTold } from '../../feed/told.ts';
import type { Clock } from '../../ports.ts';

/** How often something is said while nothing happens, so that a connection that is gone is noticed. */
const heartbeatMs = 15_000;
/** Events that are read at once; a program that does not listen makes nothing wait in memory. */
const atOnce = 20;
/** How long a program waits before it comes back. */
const hello = 'retry: 3000\n\n';
const heartbeat = ': nothing new\n\n';

export type EventStreamDeps = {
  readonly feed: Pick<Feed, 'list' | 'onNews' | 'standing'>;
  readonly clock: Pick<Clock, 'schedule'>;
};

/**
 * Events as a program reads them, from after one that it names, or from now on. It is pulled: what
 * is not read stays in the archive.
 */
export function openEventStream(
  deps: EventStreamDeps,
  wish: {
    readonly lastEventId: string | undefined;
    /** Undefined: all. */
    readonly types: ReadonlySet<LocalEventType> | undefined;
    readonly onClose: () => void;
  },
): ReadableStream<Uint8Array> {
  const frames = createFrames(deps, wish);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(hello)),
      async pull(controller) {
        try {
          const frame = await frames.next();
          if (frame !== undefined) controller.enqueue(encoder.encode(frame));
        } catch {
          // The archive is closed or in trouble: the program comes back and names where it was.
          frames.close();
          controller.close();
        }
      },
      cancel: frames.close,
    },
    { highWaterMark: 1 },
  );
}

/** The pieces of the stream, one after the other. */
type Frames = {
  /** Waits for the next one; undefined once closed. */
  next(): Promise<string | undefined>;
  close(): void;
};

type Position = { readonly epoch: string | undefined; readonly after: number };

function createFrames(
  { feed, clock }: EventStreamDeps,
  wish: Parameters<typeof openEventStream>[1],
): Frames {
  let position: Position | undefined;
  let waiting: readonly LocalEvent[] = [];
  let isClosed = false;
  let hasNews = true;
  let wake = (): void => undefined;
  const stopListening = feed.onNews(() => {
    hasNews = true;
    wake();
  });

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.schedule(heartbeatMs, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  /** Takes up where the program was; says so where that is not known any more. */
  const begin = async (): Promise<string | undefined> => {
    const standing = await feed.standing();
    const asked = wish.lastEventId === undefined ? undefined : parseEventId(wish.lastEventId);
    const isKnown =
      asked !== undefined &&
      asked.epoch === standing?.epoch &&
      asked.seq >= standing.first - 1 &&
      asked.seq <= standing.last;
    position = { epoch: standing?.epoch, after: isKnown ? asked.seq : (standing?.last ?? 0) };
    return wish.lastEventId !== undefined && !isKnown ? gapFrame(position) : undefined;
  };

  const read = async (from: Position): Promise<string | undefined> => {
    hasNews = false;
    const { epoch, items } = await feed.list(from.after, atOnce);
    if (epoch !== from.epoch) {
      // Switched off and on, erased or restored meanwhile: another feed, from its beginning.
      position = { epoch, after: epoch === undefined ? from.after : (items[0]?.seq ?? 1) - 1 };
      waiting = epoch === undefined ? [] : items;
      return from.epoch === undefined ? undefined : gapFrame(position);
    }
    waiting = items;
    hasNews ||= items.length === atOnce;
    return undefined;
  };

  const take = (): string | undefined => {
    while (waiting.length > 0 && position !== undefined) {
      const [event, ...others] = waiting;
      waiting = others;
      if (event === undefined) return undefined;
      position = { ...position, after: event.seq };
      if (wish.types?.has(event.type) === false) continue;
      return eventFrame(event, position.epoch ?? '');
    }
    return undefined;
  };

  return {
    async next() {
      for (;;) {
        if (isClosed) return undefined;
        const said =
          position === undefined
            ? await begin()
            : (take() ?? (hasNews ? await read(position) : undefined));
        if (said !== undefined) return said;
        if (waiting.length > 0 || hasNews || isClosed) continue;
        await rest();
        if (!hasNews && !isClosed) return heartbeat;
      }
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      stopListening();
      wake();
      wish.onClose();
    },
  };
}

function eventFrame(event: LocalEvent, epoch: string): string {
  const told = toTold(event, epoch);
  return `id: ${told.id}\nevent: ${told.type}\ndata: ${JSON.stringify(told)}\n\n`;
}

/** What was between is not known: the lists are to be read again. */
function gapFrame({ epoch, after }: Position): string {
  const id = epoch === undefined ? '' : `id: ${eventId(epoch, after)}\n`;
  return `${id}event: stream.gap\ndata: {}\n\n`;
}
