import type { CardsView, CardView, ProposalSource } from '../../../shared/model/cards.ts';
import type { CardId, EpochMs } from '../../../shared/model/ids.ts';
import type { AskedCall } from '../local-api/asker.ts';
import type { Proposed } from './reading.ts';

/** How many cards the window shows; the others wait under them. */
const mostShown = 3;
/** The oldest beyond these are put away. */
const mostKept = 20;

/** What stands on a card, without what the stack knows of it. */
export type CardFace = WithoutCommon<CardView>;

type WithoutCommon<Card> = Card extends unknown ? Omit<Card, 'id' | 'at' | 'repeats'> : never;

/** A card with what is known of it here alone. */
export type Entry = {
  readonly id: CardId;
  readonly at: EpochMs;
  /** Cards for the same have the same. */
  readonly key: string;
  /** Undefined for what nobody proposed: an incoming call. */
  readonly source: ProposalSource | undefined;
  /** What is looked up again when something about it changes. */
  readonly proposed: Proposed | undefined;
  readonly repeats: number;
  /** Of a program that asked for the call. */
  readonly asked?: AskedCall | undefined;
  /** Undefined while it is being looked up; it is not shown before. */
  readonly face: CardFace | undefined;
};

export type Stack = {
  /** The newest first. */
  list(): readonly Entry[];
  get(id: CardId): Entry | undefined;
  /** Puts a card on top; the oldest one beyond what is kept goes. */
  put(entry: Entry): void;
  /** Changes a card that still stands; answers whether it does. */
  change(id: CardId, change: Partial<Pick<Entry, 'face' | 'repeats'>>): boolean;
  raise(id: CardId): void;
  remove(ids: readonly CardId[]): void;
  toView(silence: CardsView['silence']): CardsView;
};

/** The cards in their order; `changed` is called when what is seen may be another. */
export function createStack(changed: () => void): Stack {
  let entries: readonly Entry[] = [];
  const become = (next: readonly Entry[]): void => {
    entries = next;
    changed();
  };
  return {
    list: () => entries,
    get: (id) => entries.find((entry) => entry.id === id),
    put: (entry) => become([entry, ...entries].slice(0, mostKept)),
    change(id, change) {
      if (!entries.some((entry) => entry.id === id)) return false;
      become(entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
      return true;
    },
    raise(id) {
      const raised = entries.filter((entry) => entry.id === id);
      if (raised.length > 0) become([...raised, ...entries.filter((entry) => entry.id !== id)]);
    },
    remove(ids) {
      const left = entries.filter(({ id }) => !ids.includes(id));
      if (left.length < entries.length) become(left);
    },
    toView(silence) {
      const cards = entries.flatMap(toCard);
      const incoming = cards.filter(({ kind }) => kind === 'incoming');
      const others = cards.filter(({ kind }) => kind !== 'incoming');
      // However many call at once, what the user has just asked for is seen too.
      const first = incoming.slice(0, mostShown - Math.min(others.length, 1));
      const seen = [...first, ...others.slice(0, mostShown - first.length)];
      return { cards: seen, hiddenCount: cards.length - seen.length, silence };
    },
  };
}

function toCard({ id, at, repeats, face, asked }: Entry): readonly CardView[] {
  if (face === undefined) return [];
  if (face.kind === 'incoming' || face.kind === 'placed') return [{ id, at, ...face }];
  const from = asked && face.kind === 'proposal' ? { askedBy: asked.program } : {};
  return [{ id, at, repeats, ...face, ...from }];
}
