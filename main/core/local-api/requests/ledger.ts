import { failure, type Failure } from '../../../../shared/failure.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Clock, Random } from '../../ports.ts';
import { derivedId, digestOf, isKey } from './digests.ts';
import { beginRequest, dropRequest } from './queries.ts';

/** A program, as far as its requests are concerned. */
export type Requester = { readonly id: string; readonly name: string };

/** A request as it came. */
export type Request = {
  readonly kind: 'call' | 'text';
  readonly key: string | undefined;
  /** Everything it says; equal ones are the same request. */
  readonly asked: readonly (string | undefined)[];
};

/** What programs ask for, written down before it is done: nothing is done twice under one key. */
export type Ledger = {
  /** Fails with `api.key-invalid`, and with `api.key-reused` when the key stands for something else. */
  begin(
    program: Requester,
    request: Request,
  ): Promise<Result<{ readonly id: string; readonly isRepeat: boolean }>>;
  /** It came to nothing: the key may be used again, and the log says why. */
  drop(
    program: Requester,
    request: { readonly id: string; readonly kind: Request['kind']; readonly number?: string },
    why: Failure,
  ): Promise<void>;
};

export function createLedger(deps: {
  readonly archive: Pick<Archive, 'write'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Pick<Random, 'uuid'>;
}): Ledger {
  const { archive, clock } = deps;
  return {
    async begin({ id: programId }, { kind, key, asked }) {
      if (key !== undefined && !isKey(key)) return fail(failure('invalid', 'api.key-invalid'));
      const askedHash = digestOf(kind, ...asked);
      const id = key === undefined ? deps.random.uuid() : derivedId(programId, key, askedHash);
      const begun = await archive.write(beginRequest, {
        id,
        programId,
        kind,
        keyHash: key === undefined ? undefined : digestOf(key),
        askedHash,
        at: clock.now(),
      });
      if (begun.is === 'other') return fail(failure('invalid', 'api.key-reused'));
      return ok({ id: begun.id, isRepeat: begun.is === 'same' });
    },
    async drop({ name: program }, { id, kind, number }, { code }) {
      await archive.write(dropRequest, { id, program, kind, number, code, at: clock.now() });
    },
  };
}
