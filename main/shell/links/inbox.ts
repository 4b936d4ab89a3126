import type { Clock, Log } from '../../core/ports.ts';
import { createDoor } from './door.ts';

/** How many links wait until somebody has signed in; the latest count. */
const mostKept = 5;

/** Where links go. */
export type LinkReader = {
  /** Makes a card of a link; answers false, keeping nothing, while nobody has signed in. */
  propose(link: string): Promise<boolean>;
  /** Called when a link has to wait until somebody signs in; again only for another one. */
  onKept(): void;
};

export type LinkInbox = {
  put(link: string): void;
  /** Whether there is a link that has not become a card. */
  isWaiting(): boolean;
  /** There is a core to ask from now on; what came before is proposed in its order. */
  open(to: LinkReader): void;
  /** Somebody may have signed in. */
  tryAgain(): void;
};

type Waiting = { readonly link: string; isKept: boolean };

/**
 * Where links wait: for the core, for their turn, and, while nobody is signed in, until somebody is.
 * A link is never written to the log.
 */
export function createLinkInbox(tools: {
  readonly clock: Pick<Clock, 'now' | 'schedule'>;
  readonly log: Log;
}): LinkInbox {
  const door = createDoor(tools.clock, tools.log);
  let reader: LinkReader | undefined;
  let waiting: readonly Waiting[] = [];
  let isProposing = false;
  /** Whether the answer that is awaited may be out of date by the time it comes. */
  let isNews = false;

  const keep = (to: LinkReader): void => {
    waiting = waiting.slice(-mostKept);
    const isTold = waiting.every(({ isKept }) => isKept);
    for (const each of waiting) each.isKept = true;
    if (!isTold) to.onKept();
  };

  /** Whether it became a card; a link that breaks something is not tried for ever. */
  const isTaken = async (to: LinkReader, link: string): Promise<boolean> => {
    try {
      const isCard = await to.propose(link);
      tools.log.info(isCard ? 'a link was proposed' : 'a link waits until somebody signs in');
      return isCard;
    } catch (error) {
      tools.log.error('a link could not be proposed', error);
      return true;
    }
  };

  const work = async (to: LinkReader): Promise<void> => {
    isProposing = true;
    try {
      for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
        const asked = first;
        isNews = false;
        if (await isTaken(to, asked.link)) waiting = waiting.filter((each) => each !== asked);
        else keep(to);
        if (waiting.includes(asked) && !isNews) return;
      }
    } finally {
      isProposing = false;
    }
  };

  const start = (): void => {
    isNews = true;
    if (!isProposing && reader !== undefined) void work(reader);
  };

  return {
    put(link) {
      if (!door.admits(link) || waiting.some((each) => each.link === link)) return;
      waiting = [...waiting, { link, isKept: false }];
      start();
    },
    isWaiting: () => waiting.length > 0,
    open(to) {
      reader = to;
      start();
    },
    tryAgain: start,
  };
}
