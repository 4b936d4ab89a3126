import type * as Electron from 'electron';
import { ApiEmitter } from '../runtime/emitter.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

/** `protocol`: the handlers that answer custom schemes of one session. */
export class Protocol
  extends ApiEmitter
  implements
    Pick<
      Electron.Protocol,
      'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'
    >
{
  readonly #handlers = new Map<string, Handler>();
  readonly #isReady: () => boolean;

  constructor(isReady: () => boolean) {
    super('protocol');
    this.#isReady = isReady;
  }

  registerSchemesAsPrivileged(customSchemes: readonly Electron.CustomScheme[]): void {
    if (this.#isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    const odd = customSchemes.find(({ privileges }) => privileges?.standard === false);
    // Pages live under an https alias, which behaves as a standard and secure scheme.
    if (odd)
      throw new Error(`Sidetone's stand-in runtime offers standard schemes only: ${odd.scheme}`);
  }

  handle(scheme: string, handler: Handler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  /** The handler of a scheme, for request interception. */
  handlerOf(scheme: string): Handler | undefined {
    return this.#handlers.get(scheme);
  }
}
