import type { SpellingReply, SpellingRequest } from './checker.ts';

/** So many words are remembered; a day's texts have fewer. */
const mostKnown = 5_000;

export type Speller = {
  /** Whether a word is misspelled; undefined while nobody has looked. */
  isWrong(word: string): boolean | undefined;
  /** Looks words up that are not known yet. */
  look(words: readonly string[]): Promise<void>;
  suggest(word: string): Promise<readonly string[]>;
};

/** Asks a worker that is started with the first question; if it cannot be, nothing is misspelled. */
export function createSpeller(startWorker: () => Worker): Speller {
  const known = new Map<string, boolean>();
  const waiting = new Map<number, (words: readonly string[]) => void>();
  let worker: Worker | undefined;
  let serial = 0;

  const start = (): Worker => {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<SpellingReply>) => {
      waiting.get(data.id)?.(data.words);
      waiting.delete(data.id);
    });
    started.addEventListener('error', () => {
      for (const settle of waiting.values()) settle([]);
      waiting.clear();
    });
    return started;
  };
  const ask = (
    request:
      | { readonly ask: 'check'; readonly words: readonly string[] }
      | { readonly ask: 'suggest'; readonly word: string },
  ): Promise<readonly string[]> =>
    new Promise((resolve) => {
      worker ??= start();
      const id = (serial += 1);
      waiting.set(id, resolve);
      worker.postMessage({ id, ...request } satisfies SpellingRequest);
    });

  return {
    isWrong: (word) => known.get(word),
    async look(words) {
      const unknown = [...new Set(words)].filter((word) => !known.has(word));
      if (unknown.length === 0) return;
      const wrong = new Set(await ask({ ask: 'check', words: unknown }));
      if (known.size + unknown.length > mostKnown) known.clear();
      for (const word of unknown) known.set(word, wrong.has(word));
    },
    suggest: (word) => ask({ ask: 'suggest', word }),
  };
}
