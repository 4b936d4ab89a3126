import {
  contract,
  type CallName,
  type CallOutput,
  type ParsedInput,
} from '../../../shared/contract/index.ts';
import { failure } from '../../../shared/failure.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { FailureError } from '../failure-error.ts';
import type { Log, Random } from '../ports.ts';

/**
 * Answers one call. Expected trouble is a Failure, returned or carried by a FailureError; any other
 * thrown error is a bug and becomes `internal`.
 */
export type Handler<Name extends CallName> = (
  input: ParsedInput<Name>,
) => Promise<Result<CallOutput<Name>>> | Result<CallOutput<Name>>;

/** One handler for each of the given calls. */
export type Handlers<Names extends CallName = CallName> = {
  readonly [Name in Names]: Handler<Name>;
};

export type Router = {
  /** Never rejects: whatever a window sends, a Result comes back. */
  call(name: unknown, input: unknown): Promise<Result<unknown>>;
};

/** Looks up, parses, runs and wraps: the only place where errors become results. */
export function createRouter(
  handlers: Handlers,
  tools: { readonly log: Log; readonly random: Random },
): Router {
  return {
    async call(name, input) {
      if (typeof name !== 'string' || !isCallName(name)) {
        tools.log.warn('refused a call: unknown name', { name: showName(name) });
        return fail(failure('invalid', 'bridge.unknown-call'));
      }
      const parsed = parseInput(name, input);
      if (!parsed?.success) {
        const field = parsed?.error.issues[0]?.path.join('.');
        tools.log.warn('refused a call: malformed input', { name, field });
        return fail(failure('invalid', 'bridge.invalid-input', { field }));
      }
      try {
        const handler = handlers[name] as Handler<CallName>;
        return await handler(parsed.data);
      } catch (error) {
        if (error instanceof FailureError) {
          tools.log.warn('a call could not be answered', { name, code: error.failure.code });
          return fail(error.failure);
        }
        const incidentId = tools.random.uuid().slice(0, 8);
        tools.log.error('a call broke', error, { name, incidentId });
        return fail(failure('internal', 'internal', { incidentId }));
      }
    },
  };
}

/** Undefined for what a schema cannot even look at: an object whose `length` is no number makes it throw. */
function parseInput(name: CallName, input: unknown) {
  try {
    return contract[name].input.safeParse(input);
  } catch {
    return undefined;
  }
}

/** What the log may have of a name that is none: anything but the look of one could be anybody's words. */
function showName(name: unknown): string {
  if (typeof name !== 'string') return `of type ${typeof name}`;
  return /^[a-z-]{1,30}\.[a-z-]{1,30}$/.test(name) ? name : `of ${name.length} characters`;
}

/** Own properties only, so that `constructor` and `__proto__` are names like any unknown one. */
function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
