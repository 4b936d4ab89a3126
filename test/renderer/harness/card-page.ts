import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { AppEvent } from '../../../shared/contract/index.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { CardsView, CardView } from '../../../shared/model/cards.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { createFakeBridge } from './fake-bridge.ts';
import { createWorld } from './world.ts';

declare global {
  interface Window {
    /** For the script that plays the user: what stands in the small window, and what was asked. */
    small: {
      set: (cards: readonly CardView[], more?: Partial<CardsView>) => void;
      /** What calls answer from now on; undefined places them. */
      refuse: (reason: Failure | undefined) => void;
      readonly asked: { readonly name: string; readonly input: unknown }[];
    };
  }
}

const { bridge } = createFakeBridge(createWorld('demo'));
const listeners = new Set<(event: AppEvent) => void>();
const asked: Window['small']['asked'] = [];
let view: CardsView = { cards: [], hiddenCount: 0, silence: undefined };
let refusal: Failure | undefined;

const become = (next: Partial<CardsView>): void => {
  view = { ...view, ...next };
  for (const listener of listeners) listener({ name: 'changed', topics: [{ area: 'cards' }] });
};
const answers: Readonly<Record<string, (input: never) => Result<unknown>>> = {
  'cards.list': () => ok(view),
  'cards.fit': () => ok(),
  'cards.dismiss': ({ cardId }: { cardId: string }) => {
    become({ cards: view.cards.filter(({ id }) => id !== cardId) });
    return ok();
  },
  'cards.silence-links': () => {
    become({ cards: [], silence: { until: 0, count: 0 } });
    return ok(view);
  },
  'calls.dial': () => (refusal === undefined ? ok({ callId: 'c1' }) : fail(refusal)),
  'app.open': () => ok(),
};
const small: Bridge = {
  async call(name, input) {
    asked.push({ name, input });
    const answer = answers[name];
    return answer === undefined ? bridge.call(name, input) : (answer(input as never) as never);
  },
  on(listener) {
    listeners.add(listener);
    const stop = bridge.on(listener);
    return () => {
      listeners.delete(listener);
      stop();
    };
  },
};
Object.defineProperty(window, 'bridge', { value: small });
window.small = {
  set: (cards, more = {}) => become({ hiddenCount: 0, silence: undefined, ...more, cards }),
  refuse: (reason) => {
    refusal = reason;
  },
  asked,
};
