import RingCentral from '@rc-ex/core';
import * as rcSdkPackage from '@rc-ex/rcsdk';
import * as wsPackage from '@rc-ex/ws';
import { expect, onTestFinished } from 'vitest';

import type { Simulator } from '../../../simulator/server.ts';
import type { Json } from './client.ts';

// These packages do not say that they are ES modules, so the compiler takes them for CommonJS.
type SocketClass = typeof wsPackage.default.default;
type SdkClass = typeof rcSdkPackage.default.default;
const WebSocketExtension = wsPackage.default as unknown as SocketClass;
export const RcSdkExtension = rcSdkPackage.default as unknown as SdkClass;

/** RingCentral's other official client, signed in with the JWT. */
export async function rcExSignedIn(simulator: Simulator): Promise<RingCentral> {
  const { clientId, jwt } = simulator.credentials;
  const client = new RingCentral({ server: simulator.url, clientId });
  await client.authorize({ jwt });
  return client;
}

export type RcExPush = {
  readonly extension: InstanceType<SocketClass>;
  /** The next notification whose filter ends like this; each is taken once. */
  next(suffix: string): Promise<Json>;
  readonly events: readonly Json[];
};

/** Its WebSocket extension with a subscription; it looks every 50 ms whether to recover. */
export async function rcExPush(client: RingCentral, filters: readonly string[]): Promise<RcExPush> {
  const extension = new WebSocketExtension({
    autoRecover: { enabled: true, checkInterval: () => 50 },
  });
  await client.installExtension(extension);
  onTestFinished(() => {
    clearInterval(extension.intervalHandle);
    clearTimeout(extension.pingServerHandle);
    extension.disable();
    extension.ws.close();
  });
  const events: Json[] = [];
  await extension.subscribe([...filters], (event) => void events.push(event));
  return {
    extension,
    events,
    async next(suffix) {
      const find = (): number => events.findIndex(({ event }) => String(event).endsWith(suffix));
      await expect.poll(find).toBeGreaterThanOrEqual(0);
      return events.splice(find(), 1)[0]?.['body'] as Json;
    },
  };
}
