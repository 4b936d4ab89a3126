import { ok, type Result } from '../../../shared/result.ts';
import type { Archives } from '../../../main/core/ports.ts';

/** The archives of a profile, as the shell keeps them; what a test changes counts at once. */
export type FakeArchives = Archives & {
  readonly claimed: string[];
  readonly switched: string[];
  readonly erased: string[];
  mayClaim: boolean;
  answerSwitch: () => Promise<Result<void>>;
  answerErase: Result<void>;
};

/** Starts with one file that belongs to nobody. */
export function createFakeArchives(): FakeArchives {
  const archives: FakeArchives = {
    file: 'archive.db',
    claimed: [],
    switched: [],
    erased: [],
    mayClaim: true,
    answerSwitch: () => Promise.resolve(ok()),
    answerErase: ok(),
    claim(account) {
      if (archives.mayClaim) archives.claimed.push(account);
      return archives.mayClaim;
    },
    switchTo(account) {
      archives.switched.push(account);
      return archives.answerSwitch();
    },
    erase() {
      archives.erased.push(archives.file);
      return Promise.resolve(archives.answerErase);
    },
  };
  return archives;
}
