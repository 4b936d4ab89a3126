import type { CardWindow, QuickWindow, Secrets } from '../core/ports.ts';

/** The vault in the hands of one core. */
export type LentSecrets = Secrets & {
  /** Ends it: from now on nothing can be changed through it. */
  giveBack(): void;
};

export type SecretsLender = { lend(): LentSecrets };

/**
 * Lends one vault to one core after another. Only the last to whom it was lent, and who has not
 * given it back, can change it: a core that is being replaced cannot overwrite the tokens of the one
 * that takes over, and goes on with its own when that one never comes to be.
 */
export function createSecretsLender(secrets: Secrets): SecretsLender {
  const lent: LentSecrets[] = [];
  return {
    lend() {
      const mine: LentSecrets = {
        get standing() {
          return secrets.standing;
        },
        get: (key) => secrets.get(key),
        async set(key, value) {
          requireHold();
          await secrets.set(key, value);
        },
        async remove(key) {
          requireHold();
          await secrets.remove(key);
        },
        keys: () => secrets.keys(),
        giveBack() {
          const at = lent.indexOf(mine);
          if (at >= 0) lent.splice(at, 1);
        },
      };
      const requireHold = (): void => {
        if (lent.at(-1) !== mine) throw new Error('another core has the vault now');
      };
      lent.push(mine);
      return mine;
    },
  };
}

export type CardWindowLender = { lend(): CardWindow };

/**
 * Lends the one window of the cards to one core after another. A core hides only what it has shown:
 * one that is being replaced puts its cards away while the next may have one of its own in sight.
 */
export function createCardWindowLender(window: CardWindow): CardWindowLender {
  const takeTurns = createTurns(window);
  return {
    lend() {
      const turn = takeTurns();
      return {
        show(how) {
          turn.take();
          window.show(how);
        },
        hide: turn.hide,
        fit: (height) => window.fit(height),
      };
    },
  };
}

export type QuickWindowLender = { lend(): QuickWindow };

/** The same for the window of a quick text. */
export function createQuickWindowLender(window: QuickWindow): QuickWindowLender {
  const takeTurns = createTurns(window);
  return {
    lend() {
      const turn = takeTurns();
      return {
        show() {
          turn.take();
          window.show();
        },
        hide: turn.hide,
        fit: (height) => window.fit(height),
        isShown: () => turn.isMine() && window.isShown(),
      };
    },
  };
}

/** Whose what is in sight is: each may take it, and hides only what is theirs. */
function createTurns(window: { hide(): void }) {
  let shownBy: symbol | undefined;
  return () => {
    const mine = Symbol('core');
    const isMine = (): boolean => shownBy === mine;
    return {
      isMine,
      take: () => void (shownBy = mine),
      hide: () => void (isMine() && window.hide()),
    };
  };
}
