import { failure } from '../../../../shared/failure.ts';
import type { EpochMs } from '../../../../shared/model/ids.ts';
import type { ApiProgram, ApiRights, NewApiToken } from '../../../../shared/model/local-api.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { Clock, Log, Random } from '../../ports.ts';
import type { TokenDesk } from '../auth.ts';
import { createLimit } from './limit.ts';
import { addProgram, listPrograms, noteUse, removeProgram, type KeptProgram } from './queries.ts';
import { createToken, findByHash, hashToken, isTokenShaped } from './token.ts';

/** More programs than anybody has on a computer. */
const mostPrograms = 50;
const minuteMs = 60_000;
/** Enough for a list that is looked through page by page, and a poll every second beside it. */
const usualLimit = { most: 120, withinMs: minuteMs };

export type Programs = TokenDesk & {
  /** The newest first. */
  list(): Promise<readonly ApiProgram[]>;
  /** Lets a program in; the token is in the answer and nowhere else. Fails with `api.too-many-programs`. */
  create(wanted: ApiRights & { readonly name: string }): Promise<Result<NewApiToken>>;
  /** Shuts a program out, what is under way for it as well; fails with `api.program-gone`. */
  revoke(id: string): Promise<Result<void>>;
  /** Cuts off those whose token is no longer there, whatever took it away. */
  recheck(): Promise<void>;
};

/** The programs that have a token for this account's archive. */
export function createPrograms(deps: {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
}): Programs {
  const { archive, clock } = deps;
  const limit = createLimit(usualLimit);
  const noted = new Map<string, EpochMs>();
  const underWay = new Map<string, Set<() => void>>();
  const changed = (): void => deps.events.changed({ area: 'local-api' });

  const cutOff = (id: string): void => {
    underWay.get(id)?.forEach((end) => end());
    underWay.delete(id);
    noted.delete(id);
    limit.forget(id);
  };

  /** At most once a minute: when it was matters to the day, and every write is one to the disk. */
  const note = (id: string): void => {
    const at = clock.now();
    const last = noted.get(id);
    if (last !== undefined && Math.abs(at - last) < minuteMs) return;
    noted.set(id, at);
    archive
      .write(noteUse, { id, at }, 'background')
      .then(changed, (error: unknown) => deps.log.error('a use could not be noted', error));
  };

  return {
    list: async () => (await archive.read(listPrograms, undefined)).map(toShown),
    async create({ name, scopes, callsAtOnce }) {
      const { token, hash, hint } = createToken();
      const program: KeptProgram = {
        id: deps.random.uuid(),
        name,
        hash,
        hint,
        scopes,
        callsAtOnce: callsAtOnce && scopes.includes('call'),
        createdAt: clock.now(),
        lastUsedAt: undefined,
      };
      const isAdded = await archive.write(addProgram, { program, most: mostPrograms });
      if (!isAdded) return fail(failure('conflict', 'api.too-many-programs'));
      changed();
      return ok({ token, program: toShown(program) });
    },
    async revoke(id) {
      const isRemoved = await archive.write(removeProgram, { id, at: clock.now() });
      cutOff(id);
      changed();
      return isRemoved ? ok() : fail(failure('not-found', 'api.program-gone'));
    },
    async recheck() {
      if (underWay.size === 0) return;
      const known = new Set((await archive.read(listPrograms, undefined)).map(({ id }) => id));
      for (const id of underWay.keys()) if (!known.has(id)) cutOff(id);
    },
    // Read anew each time: an erasure or a restore takes tokens away as well.
    async find(token) {
      if (!isTokenShaped(token)) return undefined;
      const found = findByHash(await archive.read(listPrograms, undefined), hashToken(token));
      if (found !== undefined) note(found.id);
      return found && toShown(found);
    },
    admit: ({ id }) => limit.admit(id, clock.now()),
    onRevoked(id, end) {
      const ends = underWay.get(id) ?? new Set();
      underWay.set(id, ends.add(end));
      return () => {
        ends.delete(end);
        if (ends.size === 0 && underWay.get(id) === ends) underWay.delete(id);
      };
    },
  };
}

/** Without the hash, which nobody outside has any use for. */
function toShown({ hash: _hash, ...program }: KeptProgram): ApiProgram {
  return program;
}
