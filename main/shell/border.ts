import { serialize } from 'node:v8';
import { largestInput } from '../../shared/contract/index.ts';
import { failure, type FailureMessage } from '../../shared/failure.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Log, LogFields } from '../core/ports.ts';
import { isOwnAddress } from './app-url.ts';

/** Who a message came from, as the runtime tells it, not as the message does. */
export type Sender = {
  /** The id of the WebContents. */
  readonly contentsId: number;
  /** Undefined when the frame has gone since. */
  readonly frame: { readonly url: string; readonly isTop: boolean } | undefined;
};

export type Border = {
  /** Never rejects: whatever a page sends, a Result goes back. */
  answer(sender: Sender, name: unknown, input: unknown): Promise<Result<unknown>>;
};

/** Guards the one channel of calls: known window, top frame, own origin, bounded size, then the router. */
export function createBorder(tools: {
  readonly isOurWindow: (contentsId: number) => boolean;
  readonly call: (name: unknown, input: unknown) => Promise<Result<unknown>>;
  readonly log: Log;
}): Border {
  const refuse = (message: FailureMessage, fields: LogFields): Result<never> => {
    tools.log.warn('refused a call', fields);
    return fail(failure('invalid', message));
  };
  return {
    async answer(sender, name, input) {
      const { contentsId } = sender;
      const why = objection(sender, tools.isOurWindow);
      if (why !== undefined) return refuse('bridge.foreign-sender', { why, contentsId });
      const bytes = sizeOf(input);
      if (bytes === undefined) {
        return refuse('bridge.invalid-input', { why: 'not plain data', contentsId });
      }
      if (bytes > largestInput(name)) {
        return refuse('bridge.too-large', { why: 'too large', bytes, contentsId });
      }
      try {
        return await tools.call(name, input);
      } catch (error) {
        tools.log.error('a call had nobody to answer it', error);
        return fail(failure('internal', 'internal'));
      }
    },
  };
}

function objection(sender: Sender, isOurWindow: (id: number) => boolean): string | undefined {
  if (!isOurWindow(sender.contentsId)) return 'unknown window';
  if (sender.frame === undefined) return 'the frame is gone';
  if (!sender.frame.isTop) return 'not the top frame';
  return isOwnAddress(sender.frame.url) ? undefined : 'foreign origin';
}

function sizeOf(input: unknown): number | undefined {
  try {
    return serialize(input).byteLength;
  } catch {
    return undefined;
  }
}
