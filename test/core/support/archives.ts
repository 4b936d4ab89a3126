import { ok, type Result } from '../../../shared/result.ts';
import type { Archives } from '../../../main/core/ports.ts';

/** The archives of a profile, as the shell keeps them; what a test changes counts at once. */
export type FakeArchives = Archives & {
  readonly claimed: string[];
  readonly switched: string[];
  readonly erased: string[];
  readonly replacedWith: string[];
  mayClaim: boolean;
  answerSwitch: () => Promise<Result<void>>;
  answerErase: Result<void>;
  answerReplace: Result<void>;
};

/** Starts with one file that belongs to nobody. */
export function createFakeArchives(): FakeArchives {
  const archives: FakeArchives = {
    file: 'archive.db',
    claimed: [],
    switched: [],
    erased: [],
    replacedWith: [],
    mayClaim: true,
    answerSwitch: () => Promise.resolve(ok()),
    answerErase: ok(),
    answerReplace: ok(),
    claim(account) {
      if (archives.mayClaim) archives.claimed.push(account);
      return archives.mayClaim;
    },
    switchTo(account) {
      archives.switched.push(account);
      return archives.answerSwitch();
    },
    replaceWith(file) {
      archives.replacedWith.push(file);
      return Promise.resolve(archives.answerReplace);
    },
    erase() {
      archives.erased.push(archives.file);
      return Promise.resolve(archives.answerErase);
    },
  };
  return archives;
}
